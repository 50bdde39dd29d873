import type { Clinic } from '../../domain/clinic.ts'
import type { Library } from '../../domain/library.ts'
import { listLanguages } from '../list-languages.ts'
import { SelectField } from '../ui/select-field.tsx'
import { useWords } from '../words/use-words.ts'

type WindowLanguageFieldProps = {
  readonly library: Pick<Library, 'wording'>
  readonly value: Clinic['windowLanguage']
  readonly onChoose: (language: Clinic['windowLanguage']) => void
}

/** The language of the window: one of those of the sheets, or that of the computer. */
export function WindowLanguageField({ library, value, onChoose }: WindowLanguageFieldProps) {
  const { t } = useWords()
  return (
    <SelectField
      label={t('settings.windowLanguage')}
      value={value}
      options={[{ value: 'system', label: t('settings.asSystem') }, ...listLanguages(library.wording)]}
      onChoose={onChoose}
    />
  )
}
