/** A piece of a text, with where it stands: `text.slice(start, end)` is the piece. */
export type Piece = { readonly text: string; readonly start: number; readonly end: number }

/** What parts two sentences: the space after a full stop, a Chinese full stop, the end of a line. */
const sentenceBreak = /(?<=[.!?])\s+|(?<=[。！？；])|\n/gu

/** A text as it reads: without bold marks, line breaks, or braces around slots. */
export function toProse(text: string): string {
  return text.replaceAll('**', '').replaceAll(/[{}]/gu, '').replaceAll(/\s+/gu, ' ').trim()
}

/** The sentences of a text as it stands, each with its place; a line or a heading without a full stop is one. */
export function findSentences(text: string): Piece[] {
  const breaks = [...text.matchAll(sentenceBreak)]
  const starts = [0, ...breaks.map((found) => found.index + found[0].length)]
  return starts.flatMap((from, index): Piece[] => {
    const part = text.slice(from, breaks[index]?.index)
    const sentence = part.trim()
    const start = from + part.indexOf(sentence)
    return /\p{L}/u.test(sentence) ? [{ text: sentence, start, end: start + sentence.length }] : []
  })
}

/** The sentences of a text of ours, whose line breaks mean nothing. */
export function splitSentences(text: string): string[] {
  return findSentences(toProse(text)).map((sentence) => sentence.text)
}

/** The words of a sentence; a number is a word. */
export function splitWords(sentence: string): string[] {
  return sentence.split(/\s+/u).filter((word) => /[\p{L}\p{N}]/u.test(word))
}

/** How many words a sentence has. */
export function countWords(sentence: string): number {
  return splitWords(sentence).length
}
