import { useEffect, type ReactNode } from 'react'
import type { i18n } from 'i18next'
import { I18nProvider } from 'react-aria-components'
import { I18nextProvider } from 'react-i18next'
import type { Language } from '../../domain/ids.ts'

const locales: Readonly<Record<Language, string>> = { en: 'en-US', 'zh-CN': 'zh-CN', es: 'es-ES' }

type SpeakProps = { readonly instance: i18n; readonly language: Language; readonly children: ReactNode }

/** Lets everything within speak one language: our words, those of the controls, and the document for screen readers. */
export function Speak({ instance, language, children }: SpeakProps) {
  useEffect(() => {
    document.documentElement.lang = language
    if (instance.language !== language) void instance.changeLanguage(language)
  }, [instance, language])
  return (
    <I18nextProvider i18n={instance}>
      <I18nProvider locale={locales[language]}>{children}</I18nProvider>
    </I18nextProvider>
  )
}
