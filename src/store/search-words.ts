const mark = /\p{M}/gu
const notWord = /[^\p{L}\p{N}]+/gu
const ideograph = /\p{Script=Han}/gu

/**
 * Text as the index sees it: no case, no accents, no signs, every Chinese character a word of its own.
 * SQLite folds ASCII only and takes a run of Chinese for one word, so both sides are folded here.
 */
export function foldWords(text: string): string {
  return text.normalize('NFKD').replace(mark, '').toLowerCase().replace(ideograph, ' $& ').replace(notWord, ' ').trim()
}

/** What was typed, word by word, as the index sees it; a word may hold a space, as "k76 0" does. */
export function splitWords(typed: string): string[] {
  return typed
    .split(/\s+/u)
    .map(foldWords)
    .filter((word) => word !== '')
}

/**
 * The ways a Chinese name is typed in Latin letters, from each of its syllables on: whole syllables and their initials, as
 * "zhifanggan", "zfg", "fanggan", "fg", "gan".
 * @param syllables of one name, as "zhi fang gan"
 */
export function listPinyinWords(syllables: string): string[] {
  const each = syllables.split(' ')
  const initials = each.map((syllable) => syllable.charAt(0))
  return each.flatMap((_, from) => {
    const rest = initials.slice(from).join('')
    return [each.slice(from).join(''), ...(rest.length > 1 ? [rest] : [])]
  })
}

/**
 * Words as an FTS5 query: every word must occur, in any order; or all of them run together, as "zhi fang" typed for
 * "zhifang". Only letters and digits in quotes get in, so no typed text is ever query syntax.
 * @param words of `splitWords`, at least one
 * @param isWhole whether a word must be finished
 */
export function toMatchQuery(words: readonly string[], isWhole = false): string {
  const phrase = (word: string) => (isWhole ? `"${word}"` : `"${word}" *`)
  const all = words.map(phrase).join(' AND ')
  const isLatin = words.every((word) => /^[a-z0-9 ]+$/u.test(word))
  return words.length > 1 && isLatin ? `(${all}) OR ${phrase(words.join('').replaceAll(' ', ''))}` : all
}
