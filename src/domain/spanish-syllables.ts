/**
 * Syllables of a Spanish word. Its spelling tells them: each of a, e, o and each accented vowel is the heart of a syllable;
 * unaccented i, u lean on a vowel beside them and are a heart only where there is none. A u in que, qui, gue, gui is silent,
 * a y is a vowel at the end alone. Real Academia Española, Ortografía de la lengua española, 2010 (diptongos, hiatos).
 */
export function countSpanishSyllables(word: string): number {
  const parts =
    word
      .toLowerCase()
      .normalize('NFC')
      .match(/\p{L}+/gu) ?? []
  return parts.reduce((sum, part) => {
    const spoken = part
      .replaceAll(/(?<=q)u|(?<=g)u(?=[eiéí])/gu, '')
      .replaceAll('ü', 'u')
      .replace(/y$/u, 'i')
    const groups = spoken.match(/[aeiouáéíóú]+/gu) ?? []
    return sum + groups.reduce((all, group) => all + Math.max(1, group.match(/[aeoáéíóú]/gu)?.length ?? 0), 0)
  }, 0)
}
