import type { IsoDate } from './calendar.ts'
import { Language } from './ids.ts'

/** The locale that writes a day as the sheets of each language do: day, month in words, year; in Chinese year first. */
const locales: Readonly<Record<Language, string>> = { en: 'en-GB', 'zh-CN': 'zh-CN', es: 'es-ES' }

/** A day in one language: "7 December 2026". */
export function sayDay(day: IsoDate, language: Language): string {
  const form = new Intl.DateTimeFormat(locales[language], { dateStyle: 'long', timeZone: 'UTC' })
  return form.format(new Date(`${day}T00:00:00Z`))
}

/** The same in each language, to stand in a message. */
export function sayDayInEach(day: IsoDate): Readonly<Record<string, string>> {
  return Object.fromEntries(Language.options.map((language) => [language, sayDay(day, language)]))
}
