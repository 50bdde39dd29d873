import { readContent } from '../../src/content/read-content.ts'
import type { Language } from '../../src/domain/ids.ts'
import { listPrintableLanguages } from '../../src/domain/check-selection.ts'
import type { AdviceItem, TopicWords } from '../../src/domain/topic.ts'
import type { Wording } from '../../src/domain/wording.ts'
import { shipped } from '../content/plant.ts'

export const library = readContent(shipped)
export const entry = library.topics.find(({ topic: { id } }) => id === 'raised-liver-enzymes')!
export const { topic } = entry
export const languages = listPrintableLanguages(library, entry)
export const reviewed = '2026-11-22'

/** Every piece of advice with the cause it belongs to; null for the advice of every day. */
export const allItems: readonly { readonly item: AdviceItem; readonly cause: string | null }[] = [
  ...topic.causes.flatMap(({ id, items }) => items.map((item) => ({ item, cause: id }))),
  ...topic.everyday.map((item) => ({ item, cause: null })),
]

export function wordsIn(language: Language): { words: TopicWords; wording: Wording } {
  const words = entry.words[language]
  const wording = library.wording[language]
  if (!words || !wording) throw new Error(`The topic is not written in ${language}.`)
  return { words, wording }
}
