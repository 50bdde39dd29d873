import { countNumberSyllables } from './number-syllables.ts'

/** Words the rules below get wrong. */
const exceptions: Readonly<Record<string, number>> = {
  ache: 1,
  aches: 1,
  aids: 1,
  area: 3,
  being: 2,
  breathing: 2,
  cainiu: 2,
  create: 2,
  diabetes: 4,
  diet: 2,
  doing: 2,
  element: 3,
  evening: 2,
  every: 2,
  everybody: 4,
  everyday: 3,
  everyone: 3,
  everything: 3,
  february: 4,
  fluid: 2,
  going: 2,
  idea: 3,
  iron: 2,
  january: 4,
  museum: 3,
  people: 2,
  quiet: 2,
  recipe: 3,
  safety: 2,
  science: 2,
  someone: 2,
  seeing: 2,
  supplement: 3,
  usual: 3,
  usually: 4,
}

/** An e that is silent inside a word: at the end of the first part of a compound, or before an ending. */
const silentInside =
  /(?<=^(?:som|hom|saf|car|lif|tim|us|wher|whol))e(?=[b-df-hj-np-tv-z])|(?<=[^aeiouy])e(?=(?:ly|ments?|ful|fully|less|ness)$)/gu

/** An e, es or ed that is silent at the end: not in "-ches", "-ted", "-ble". */
const silentEnd = /(?<=[^aeiouy])(?:(?<![^aeiouylr]l)e|(?<![cgsxz]|sh|ch|[^aeiouylr]l)es|(?<![dt])ed)$/u

/** The i that only softens what is before it ("-tion", "-cial", "-cious"). */
const softening = /(?:[tscxg])i(?=[oae])/gu

/** Two vowels side by side that are two syllables. */
const parted = /i[ao]|iu|eo(?!us)|ua(?!r)|u[ei]ty|yi|uo|ie(?=t|nc)|[^q]uou|e[ou]s$|i(?=ent)/gu

/** Syllables of one part of a word, in lower case. */
function countPart(part: string): number {
  const known = exceptions[part] ?? (part.endsWith('s') ? exceptions[part.slice(0, -1)] : undefined)
  if (known !== undefined) return known
  const spoken = part.replaceAll(silentInside, '').replace(part.length > 2 ? silentEnd : /$/u, '')
  const count = (text: string, pattern: RegExp) => text.match(pattern)?.length ?? 0
  const softened = spoken.replaceAll(softening, 'sh')
  return Math.max(1, count(spoken, /[aeiouy]+/gu) + count(softened, parted) + count(spoken, /(?:sm|thm)s?$/gu))
}

/**
 * Syllables of an English word as it is read out. Capitals are spelled (ALT: 3), digits are pronounced (150: 5),
 * the parts of a hyphenated word are one word. Rules of spelling with a table of exceptions: no dictionary,
 * so a rare word may be 1 off; tests/domain holds the words our sheets use.
 */
export function countEnglishSyllables(word: string): number {
  const parts = word.replaceAll(/[’']s?/gu, '').match(/\p{L}+|\d+(?:[.,]\d+)*/gu) ?? []
  return parts.reduce((sum, part) => {
    if (/\d/u.test(part)) return sum + countNumberSyllables(part)
    if (part.length > 1 && part === part.toUpperCase()) return sum + part.length + 2 * (part.split('W').length - 1)
    return sum + countPart(part.toLowerCase().normalize('NFD').replaceAll(/\p{M}/gu, ''))
  }, 0)
}
