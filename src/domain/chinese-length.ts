/**
 * How long a Chinese sentence is, as word processors count it: each Chinese character is 1, and so is each run of Latin
 * letters or digits ("ALT", "38"). Signs do not count. No grade formula is accepted for Chinese, so its length stands alone.
 */
export function countChineseCharacters(sentence: string): number {
  return sentence.match(/\p{Script=Han}|(?:(?!\p{Script=Han})[\p{L}\p{N}])+/gu)?.length ?? 0
}
