import type { Clinic } from '../../domain/clinic.ts'
import type { Library } from '../../domain/library.ts'
import type { Problem } from '../../domain/app-error.ts'
import { findProblem } from '../draft-problems.ts'
import { listLanguages } from '../list-languages.ts'
import { SelectField } from '../ui/select-field.tsx'
import { useWords } from '../words/use-words.ts'

type PaperFieldsProps = {
  readonly typed: Clinic
  readonly library: Pick<Library, 'wording'>
  readonly problems: readonly Problem[]
  readonly fill: (fields: Partial<Clinic>) => void
}

/** What a new sheet begins with. */
export function PaperFields({ typed, library, problems, fill }: PaperFieldsProps) {
  const { t } = useWords()
  return (
    <div className="side-by-side">
      <SelectField
        label={t('settings.paper')}
        value={typed.paper}
        options={[
          { value: 'A4', label: 'A4' },
          { value: 'Letter', label: 'Letter' },
        ]}
        problem={findProblem(problems, 'paper')}
        onChoose={(paper) => fill({ paper })}
      />
      <SelectField
        label={t('settings.language')}
        value={typed.language}
        options={listLanguages(library.wording)}
        problem={findProblem(problems, 'language')}
        onChoose={(language) => fill({ language })}
      />
    </div>
  )
}
