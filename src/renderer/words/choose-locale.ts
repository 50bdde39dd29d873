import type { Language } from '../../domain/ids.ts'

const locales: Readonly<Record<Language, string>> = { en: 'en-US', 'zh-CN': 'zh-CN', es: 'es-ES' }

/**
 * How days are written in a language of the window: as where the computer is, when it speaks that language (en-GB has the
 * day first, en-US the month), else as most do.
 * @param system the computer's language, as BCP 47
 */
export function chooseLocale(language: Language, system: string): string {
  return language !== 'zh-CN' && system.split('-')[0] === language ? system : locales[language]
}
