import { useMemo } from 'react'
import { useTranslation } from 'react-i18next'
import { Language } from '../../domain/ids.ts'
import { readWords, type Words } from './words.ts'

/** The words of the window, in the language it speaks now. */
export function useWords(): Words {
  const { i18n } = useTranslation()
  const language = Language.parse(i18n.language)
  return useMemo(() => readWords(i18n, language), [i18n, language])
}
