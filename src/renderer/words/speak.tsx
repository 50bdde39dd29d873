import { useEffect, useMemo, type ReactNode } from 'react'
import type { i18n } from 'i18next'
import { I18nProvider } from 'react-aria-components'
import { I18nextProvider } from 'react-i18next'
import type { Language } from '../../domain/ids.ts'
import { WordsContext } from './use-words.ts'
import { readWords } from './words.ts'

const locales: Readonly<Record<Language, string>> = { en: 'en-US', 'zh-CN': 'zh-CN', es: 'es-ES' }

type SpeakProps = { readonly catalogues: i18n; readonly language: Language; readonly children: ReactNode }

/** Lets everything within speak one language: our words, those of the controls, and the document for screen readers. */
export function Speak({ catalogues, language, children }: SpeakProps) {
  const words = useMemo(() => readWords(catalogues, language), [catalogues, language])
  useEffect(() => {
    document.documentElement.lang = language
  }, [language])
  return (
    <I18nextProvider i18n={catalogues}>
      <WordsContext value={words}>
        <I18nProvider locale={locales[language]}>{children}</I18nProvider>
      </WordsContext>
    </I18nextProvider>
  )
}
