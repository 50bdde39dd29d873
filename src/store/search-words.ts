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

/**
 * What was typed as an FTS5 query: every word must occur, in any order, and may be unfinished.
 * Only letters and digits in quotes get through, so no typed text is ever query syntax.
 * @returns null when there is nothing to look for
 */
export function toMatchQuery(words: string): string | null {
  const phrases = words
    .split(/\s+/u)
    .map(foldWords)
    .filter((phrase) => phrase !== '')
  return phrases.length === 0 ? null : phrases.map((phrase) => `"${phrase}" *`).join(' AND ')
}
