/** A text as it reads: without bold marks, line breaks, or braces around slots. */
export function toProse(text: string): string {
  return text.replaceAll('**', '').replaceAll(/[{}]/gu, '').replaceAll(/\s+/gu, ' ').trim()
}

/** The sentences of a text; a heading or a sign without a full stop is one. */
export function splitSentences(text: string): string[] {
  return toProse(text)
    .split(/(?<=[.!?])\s+|(?<=[。！？；])/u)
    .filter((sentence) => /\p{L}/u.test(sentence))
}

/** The words of a sentence; a number is a word. */
export function splitWords(sentence: string): string[] {
  return sentence.split(/\s+/u).filter((word) => /[\p{L}\p{N}]/u.test(word))
}

/** How many words a sentence has. */
export function countWords(sentence: string): number {
  return splitWords(sentence).length
}
