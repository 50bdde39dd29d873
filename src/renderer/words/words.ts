import { createInstance, type i18n, type TFunction } from 'i18next'
import { toLocalDate, type IsoDate } from '../../domain/calendar.ts'
import type { Problem } from '../../domain/app-error.ts'
import { resolveValues, type Message } from '../../domain/message.ts'
import type { Language } from '../../domain/ids.ts'
import { sayDay } from '../../domain/say-day.ts'
import { catalogues } from '../../words/catalogues.ts'
import { joinSentences } from './join-sentences.ts'

/** Everything that can be said in the language of the window. */
export type Words = {
  readonly language: Language
  /** words of the window's own, by key */
  readonly t: TFunction
  /** what the domain or the main process says */
  readonly write: (message: Message) => string
  /** the sentence of a problem */
  readonly writeProblem: (problem: Problem) => string
  /** the sentences of several problems, one after the other */
  readonly writeProblems: (problems: readonly Problem[]) => string
  /** a day, in the one form that days have in the window: "7 December 2026" */
  readonly writeDay: (day: IsoDate) => string
  /** the time of day, here */
  readonly writeTime: (instant: Date) => string
  /** day and time, here */
  readonly writeMoment: (instant: Date) => string
}

/** What is to be said, once it is known in which language: it follows when the window speaks another. */
export type Say = (words: Words) => string

/** All catalogues, with `language` spoken first. Everything is in the bundle, so nothing is waited for. */
export function createCatalogues(language: Language): i18n {
  const instance = createInstance()
  void instance.init({
    lng: language,
    resources: catalogues,
    ns: ['window', 'messages'],
    defaultNS: 'window',
    initAsync: false,
    interpolation: { escapeValue: false }, // React escapes
  })
  return instance
}

/**
 * `t`, which looks up words without values once: a hundred of them are drawn with one key, and i18next searches
 * its catalogues anew for each.
 */
function rememberPlain(t: TFunction): TFunction {
  const said = new Map<unknown, unknown>()
  const look = (self: unknown, given: readonly unknown[]): unknown => Reflect.apply(t, self, given)
  return new Proxy(t, {
    apply(_t, self, given: readonly unknown[]) {
      const [key] = given
      if (given.length > 1) return look(self, given)
      const words = said.get(key) ?? look(self, given)
      said.set(key, words)
      return words
    },
  })
}

/** What the catalogues say in one language. */
export function readWords(instance: i18n, language: Language): Words {
  const t = rememberPlain(instance.getFixedT(language))
  // The ids come from other processes, so the compiler cannot know them; a test finds each in every language.
  const sentences = instance.getFixedT(language, 'messages') as (key: string, values: object) => string
  const write = (message: Message): string => sentences(message.id, resolveValues(message, language, write)).trimEnd()
  const writeProblem = ({ told, message }: Problem) => (told === undefined ? message : write(told))
  const writeProblems = (problems: readonly Problem[]) => joinSentences(problems.map(writeProblem))
  const writeDay = (day: IsoDate) => sayDay(day, language)
  const clock = new Intl.DateTimeFormat(language, { timeStyle: 'short' })
  const writeTime = (instant: Date) => clock.format(instant)
  const writeMoment = (instant: Date) =>
    [writeDay(toLocalDate(instant)), writeTime(instant)].join(language === 'zh-CN' ? ' ' : ', ')
  return { language, t, write, writeProblem, writeProblems, writeDay, writeTime, writeMoment }
}
