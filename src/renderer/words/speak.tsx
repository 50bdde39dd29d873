import { useEffect, useMemo, type ReactNode } from 'react'
import type { i18n } from 'i18next'
import { I18nProvider } from 'react-aria-components'
import { I18nextProvider } from 'react-i18next'
import type { Language } from '../../domain/ids.ts'
import { chooseLocale } from './choose-locale.ts'
import { WordsContext } from './use-words.ts'
import { readWords } from './words.ts'

type SpeakProps = {
  readonly catalogues: i18n
  readonly language: Language
  /** the computer's language, as BCP 47 */
  readonly system: string
  readonly children: ReactNode
}

/** Lets everything within speak one language: our words, those of the controls, and the document for screen readers. */
export function Speak({ catalogues, language, system, children }: SpeakProps) {
  const words = useMemo(() => readWords(catalogues, language), [catalogues, language])
  useEffect(() => {
    document.documentElement.lang = language
  }, [language])
  return (
    <I18nextProvider i18n={catalogues}>
      <WordsContext value={words}>
        <I18nProvider locale={chooseLocale(language, system)}>{children}</I18nProvider>
      </WordsContext>
    </I18nextProvider>
  )
}
