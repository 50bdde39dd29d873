import type { Problem } from '../../domain/app-error.ts'
import type { Language } from '../../domain/ids.ts'
import type { HistoryStatus } from '../../ipc/history.ts'
import type { Draft, DraftChange } from '../draft.ts'
import { findProblem } from '../draft-problems.ts'
import { drawOnChange } from '../ui/draw-on-change.tsx'
import { SelectField, type Option } from '../ui/select-field.tsx'
import { TextField } from '../ui/text-field.tsx'
import { useWords } from '../words/use-words.ts'

/** What of a draft says for whom the sheet is and how it is printed. */
export type PatientDraft = Pick<
  Draft,
  'patientName' | 'audience' | 'language' | 'secondLanguage' | 'paper' | 'depth' | 'size'
>

type PatientFormProps = {
  readonly draft: PatientDraft
  readonly problems: readonly Problem[]
  readonly languages: readonly Option<Language>[]
  readonly history: HistoryStatus['state']
  readonly change: (change: DraftChange) => void
}

/** What becomes of the name, by how the history stands. */
const nameHints = {
  off: 'patient.nameHint',
  open: 'patient.nameKept',
  locked: 'patient.nameLocked',
  closed: 'patient.nameClosed',
} as const

function DrawPatientForm({ draft, problems, languages, history, change }: PatientFormProps) {
  const { t } = useWords()
  return (
    <fieldset className="patient">
      <legend className="section-title">{t('patient.title')}</legend>
      <TextField
        label={t('patient.name')}
        hint={t(nameHints[history])}
        value={draft.patientName}
        problem={findProblem(problems, 'patientName')}
        onType={(patientName) => change({ kind: 'fill', fields: { patientName } })}
      />
      <div className="side-by-side">
        <SelectField
          label={t('patient.audience')}
          value={draft.audience}
          options={[
            { value: 'patient', label: t('patient.thePatient') },
            { value: 'carer', label: t('patient.aCarer') },
          ]}
          onChoose={(audience) => change({ kind: 'fill', fields: { audience } })}
        />
        <SelectField
          label={t('patient.language')}
          value={draft.language}
          options={languages}
          problem={findProblem(problems, 'language')}
          onChoose={(language) => change({ kind: 'fill', fields: { language } })}
        />
        <SelectField
          label={t('patient.secondLanguage')}
          value={draft.secondLanguage}
          options={[
            { value: '', label: t('patient.noOtherLanguage') },
            ...languages.filter(({ value }) => value !== draft.language),
          ]}
          problem={findProblem(problems, 'secondLanguage')}
          onChoose={(secondLanguage) => change({ kind: 'fill', fields: { secondLanguage } })}
        />
        <SelectField
          label={t('patient.paper')}
          value={draft.paper}
          options={[
            { value: 'A4', label: 'A4' },
            { value: 'Letter', label: 'Letter' },
            { value: 'A5', label: t('patient.shortOnly', { paper: 'A5' }) },
          ]}
          problem={findProblem(problems, 'paper')}
          onChoose={(paper) => change({ kind: 'fill', fields: { paper } })}
        />
        <SelectField
          label={t('patient.depth')}
          value={draft.depth}
          options={[
            { value: 'full', label: t('patient.full') },
            { value: 'short', label: t('patient.short') },
          ]}
          problem={findProblem(problems, 'depth')}
          onChoose={(depth) => change({ kind: 'fill', fields: { depth } })}
        />
        <SelectField
          label={t('patient.size')}
          value={draft.size}
          options={[
            { value: 'standard', label: t('patient.standard') },
            { value: 'clear', label: t('patient.clear') },
            { value: 'large', label: t('patient.large') },
          ]}
          problem={findProblem(problems, 'size')}
          onChoose={(size) => change({ kind: 'fill', fields: { size } })}
        />
      </div>
    </fieldset>
  )
}

/** The patient, who takes the sheet home, in which language, and on what paper. */
export const PatientForm = drawOnChange(DrawPatientForm)
