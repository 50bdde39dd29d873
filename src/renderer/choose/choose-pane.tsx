import { useEffect } from 'react'
import type { SheetContent } from '../../domain/check-selection.ts'
import type { IsoDate } from '../../domain/calendar.ts'
import type { Language } from '../../domain/ids.ts'
import type { Problem } from '../../domain/app-error.ts'
import type { Draft, DraftChange } from '../draft.ts'
import { findProblem } from '../draft-problems.ts'
import { SelectField, type Option } from '../ui/select-field.tsx'
import { TextField } from '../ui/text-field.tsx'
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
  useEffect(() => {
    if (focusWish) document.getElementById(toCauseTickId(focusWish.cause))?.focus()
  }, [focusWish])

  return (
    <section className="pane choose-pane" aria-label="Patient and causes">
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
        <legend className="section-title">Patient and paper</legend>
        <TextField
          label="Patient name"
          hint="on paper only, never stored"
          value={draft.patientName}
          problem={findProblem(problems, 'patientName')}
          onType={(patientName) => change({ kind: 'fill', fields: { patientName } })}
        />
        <div className="side-by-side">
          <SelectField
            label="Goes home with"
            value={draft.audience}
            options={[
              { value: 'patient', label: 'The patient' },
              { value: 'carer', label: 'A carer' },
            ]}
            onChoose={(audience) => change({ kind: 'fill', fields: { audience } })}
          />
          <SelectField
            label="Language of the sheet"
            value={draft.language}
            options={languages}
            problem={findProblem(problems, 'language')}
            onChoose={(language) => change({ kind: 'fill', fields: { language } })}
          />
          <SelectField
            label="Also in"
            value={draft.secondLanguage}
            options={[
              { value: '', label: 'No other language' },
              ...languages.filter(({ value }) => value !== draft.language),
            ]}
            problem={findProblem(problems, 'secondLanguage')}
            onChoose={(secondLanguage) => change({ kind: 'fill', fields: { secondLanguage } })}
          />
          <SelectField
            label="Paper"
            value={draft.paper}
            options={[
              { value: 'A4', label: 'A4' },
              { value: 'Letter', label: 'Letter' },
              { value: 'A5', label: 'A5 (short)' },
            ]}
            problem={findProblem(problems, 'paper')}
            onChoose={(paper) => change({ kind: 'fill', fields: { paper } })}
          />
          <SelectField
            label="Depth"
            value={draft.depth}
            options={[
              { value: 'full', label: 'Full sheet' },
              { value: 'short', label: 'Short sheet' },
            ]}
            problem={findProblem(problems, 'depth')}
            onChoose={(depth) => change({ kind: 'fill', fields: { depth } })}
          />
          <SelectField
            label="Text size"
            value={draft.size}
            options={[
              { value: 'standard', label: 'Standard' },
              { value: 'clear', label: 'Clear' },
              { value: 'large', label: 'Large' },
            ]}
            problem={findProblem(problems, 'size')}
            onChoose={(size) => change({ kind: 'fill', fields: { size } })}
          />
        </div>
      </fieldset>
    </section>
  )
}
