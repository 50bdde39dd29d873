import type { SearchEntry } from '../domain/search-entries.ts'
import { foldWords, listPinyinWords } from './search-words.ts'

/** Whether a word begins, or is, one of those of a text as the index sees it. */
const holds = (text: string, word: string, isWhole: boolean) => ` ${text} `.includes(` ${word}${isWhole ? ' ' : ''}`)

/**
 * By which of its texts an entry was found, as they are written in the content: a code, another name, a medicine, or the name
 * in another language; null where the name that is shown says it already.
 * @param words of `splitWords`
 * @param title the name that is shown
 * @param pinyin of Chinese texts, as in the library
 */
export function explainHit(
  { names, synonyms, codes, medicines }: SearchEntry,
  words: readonly string[],
  title: string,
  pinyin: Readonly<Record<string, string>>,
): string | null {
  const read = (text: string) => [foldWords(text), ...listPinyinWords(pinyin[text] ?? '')].join(' ')
  // a code stands twice: as it is printed, and behind it without its signs
  const printed = codes.map((code, index) => ({ text: codes[index - (index % 2)] ?? code, read: foldWords(code) }))
  const spoken = [...names, ...synonyms, ...medicines].map((text) => ({ text, read: read(text) }))
  const shown = read(title)
  const texts = [...spoken, ...printed]
  const find = (wanted: readonly string[]): string | null | undefined => {
    if (wanted.every((word) => holds(shown, word, false))) return null
    return [true, false]
      .flatMap((isWhole) => texts.filter((each) => wanted.every((word) => holds(each.read, word, isWhole))))
      .at(0)?.text
  }
  const found = find(words) ?? find([words.join('').replaceAll(' ', '')])
  if (found !== undefined) return found
  const each = words.flatMap((word) => find([word]) ?? [])
  return each.length === 0 ? null : [...new Set(each)].join(' · ')
}
