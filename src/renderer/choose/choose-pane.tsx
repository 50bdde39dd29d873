import { useEffect } from 'react'
import type { SheetContent } from '../../domain/check-selection.ts'
import type { IsoDate } from '../../domain/calendar.ts'
import type { Language } from '../../domain/ids.ts'
import type { Library } from '../../domain/library.ts'
import type { Problem } from '../../domain/app-error.ts'
import type { Habits } from '../../domain/habits.ts'
import type { HistoryStatus } from '../../ipc/history.ts'
import type { Draft, DraftChange } from '../draft.ts'
import type { Option } from '../ui/select-field.tsx'
import { PushButton } from '../ui/push-button.tsx'
import { useWords } from '../words/use-words.ts'
import { TopicHeading } from './topic-heading.tsx'
import { CauseList } from './cause-list.tsx'
import { toCauseTickId } from './cause-row.tsx'
import { PatientForm } from './patient-form.tsx'
import { ResultsForm } from './results-form.tsx'
import { SafetyForm, type SafetyQuestions } from './safety-form.tsx'

/** Which cause to bring the focus to; a new value asks anew. */
export type FocusWish = { readonly cause: string }

type ChoosePaneProps = {
  readonly content: SheetContent
  readonly wording: Library['wording']
  readonly draft: Draft
  readonly problems: readonly Problem[]
  readonly today: IsoDate
  readonly focusWish: FocusWish | null
  readonly habits: Habits
  readonly languages: readonly Option<Language>[]
  /** how the history stands, which may keep the patient's name */
  readonly history: HistoryStatus['state']
  readonly questions: SafetyQuestions
  readonly onQuestions: (questions: SafetyQuestions) => void
  /** false while the window opens: the causes come first */
  readonly isWhole: boolean
  readonly onOpenBundles: () => void
  readonly change: (change: DraftChange) => void
}

/** The left pane: what the clinician knows about this patient. */
export function ChoosePane(props: ChoosePaneProps) {
  const { content, wording, draft, problems, today, focusWish, habits, languages, history, isWhole } = props
  const { questions, onQuestions, onOpenBundles, change } = props
  const { t } = useWords()
  useEffect(() => {
    if (focusWish) document.getElementById(toCauseTickId(focusWish.cause))?.focus()
  }, [focusWish])

  return (
    <section className="pane choose-pane" aria-label={t('choose.pane')}>
      <TopicHeading content={content} wording={wording} today={today} />
      <PushButton keys="mod+b" showKey className="button small bundles-button" onPress={onOpenBundles}>
        {t('bundles.title')}
      </PushButton>
      <CauseList content={content} ticked={draft.ticked} onTick={(cause, on) => change({ kind: 'tick', cause, on })} />
      {isWhole && (
        <>
          <ResultsForm
            topic={content.entry.topic}
            draft={{ results: draft.results }}
            lab={{ labName: habits.labName, labLimits: habits.labLimits }}
            problems={problems}
            onChange={(analyte, result) => change({ kind: 'change-result', analyte, result })}
          />
          <SafetyForm
            topic={content.entry.topic}
            words={content.words}
            draft={{ facts: draft.facts, labs: draft.labs, readingNeed: draft.readingNeed }}
            problems={problems}
            questions={questions}
            onQuestions={onQuestions}
            change={change}
          />
          <PatientForm
            draft={{
              patientName: draft.patientName,
              audience: draft.audience,
              language: draft.language,
              secondLanguage: draft.secondLanguage,
              paper: draft.paper,
              depth: draft.depth,
              size: draft.size,
            }}
            problems={problems}
            languages={languages}
            history={history}
            change={change}
          />
        </>
      )}
    </section>
  )
}
