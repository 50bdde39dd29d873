import type { Language } from '../domain/ids.ts'
import { messages as english } from '../domain/messages.ts'
import type { MessageWords, WindowWords } from './catalogue.ts'
import { windowWords as englishWindow } from './en/window.ts'
import { messages as spanish } from './es/messages.ts'
import { windowWords as spanishWindow } from './es/window.ts'
import { messages as chinese } from './zh-CN/messages.ts'
import { windowWords as chineseWindow } from './zh-CN/window.ts'

/** All the words of the window in one language. */
export type Catalogue = {
  readonly window: WindowWords<'other'>
  readonly messages: MessageWords<'other'>
}

export const catalogues: Readonly<Record<Language, Catalogue>> = {
  en: { window: englishWindow, messages: english },
  'zh-CN': { window: chineseWindow, messages: chinese },
  es: { window: spanishWindow, messages: spanish },
}
