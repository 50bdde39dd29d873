import { useEffect } from 'react'
import type { SheetContent } from '../../domain/check-selection.ts'
import type { IsoDate } from '../../domain/calendar.ts'
import type { Language } from '../../domain/ids.ts'
import type { Problem } from '../../domain/app-error.ts'
import type { Draft, DraftChange } from '../draft.ts'
import { findProblem } from '../draft-problems.ts'
import { SelectField, type Option } from '../ui/select-field.tsx'
import { TextField } from '../ui/text-field.tsx'
import { useWords } from '../words/use-words.ts'
import { TopicHeading } from './topic-heading.tsx'
import { CauseList } from './cause-list.tsx'
import { toCauseTickId } from './cause-row.tsx'
import { ResultsForm } from './results-form.tsx'
import { SafetyForm } from './safety-form.tsx'

/** Which cause to bring the focus to; a new value asks anew. */
export type FocusWish = { readonly cause: string }

type ChoosePaneProps = {
  readonly content: SheetContent
  readonly draft: Draft
  readonly problems: readonly Problem[]
  readonly today: IsoDate
  readonly focusWish: FocusWish | null
  readonly languages: readonly Option<Language>[]
  readonly change: (change: DraftChange) => void
}

/** The left pane: what the clinician knows about this patient. */
export function ChoosePane({ content, draft, problems, today, focusWish, languages, change }: ChoosePaneProps) {
  const { t } = useWords()
  useEffect(() => {
    if (focusWish) document.getElementById(toCauseTickId(focusWish.cause))?.focus()
  }, [focusWish])

  return (
    <section className="pane choose-pane" aria-label={t('choose.pane')}>
      <TopicHeading content={content} today={today} />
      <CauseList content={content} ticked={draft.ticked} onTick={(cause, on) => change({ kind: 'tick', cause, on })} />
      <ResultsForm
        topic={content.entry.topic}
        draft={draft}
        problems={problems}
        onChange={(analyte, result) => change({ kind: 'change-result', analyte, result })}
      />
      <SafetyForm topic={content.entry.topic} words={content.words} draft={draft} problems={problems} change={change} />
      <fieldset className="patient">
        <legend className="section-title">{t('patient.title')}</legend>
        <TextField
          label={t('patient.name')}
          hint={t('patient.nameHint')}
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
    </section>
  )
}
