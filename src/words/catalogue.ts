import type { Language } from '../domain/ids.ts'
import type { historyMessages } from '../domain/history-messages.ts'
import type { messages } from '../domain/messages.ts'
import type { aroundWords } from './en/around.ts'
import type { recordWords } from './en/records.ts'
import type { windowWords } from './en/window.ts'

type Plural = 'one' | 'other'

/** The keys of `T` in a language with these plural forms: of a key with `_one` and `_other` only those it has. */
type Translated<T, Forms extends Plural> = {
  readonly [K in keyof T as K extends `${string}_${Exclude<Plural, Forms>}` ? never : K]: T[K] extends string
    ? string
    : Translated<T[K], Forms>
}

/** The words of the window in a language: a key too few or too many does not compile. */
export type WindowWords<Forms extends Plural> = Translated<typeof windowWords, Forms>

/** Those of them around the sheet. */
export type AroundWords<Forms extends Plural> = Translated<typeof aroundWords, Forms>

/** Those of them for what was given and what is kept. */
export type RecordWords<Forms extends Plural> = Translated<typeof recordWords, Forms>

/** What the domain and the main process say, in a language. */
export type MessageWords<Forms extends Plural> = Translated<typeof messages, Forms>

/** Those of it that are about the history with names. */
export type HistoryMessageWords<Forms extends Plural> = Translated<typeof historyMessages, Forms>

/** The language of the window: a chosen one, or that of the computer. */
export function chooseWindowLanguage(chosen: Language | 'system', system: string): Language {
  if (chosen !== 'system') return chosen
  const [spoken] = system.toLowerCase().split('-')
  return spoken === 'zh' ? 'zh-CN' : spoken === 'es' ? 'es' : 'en'
}
