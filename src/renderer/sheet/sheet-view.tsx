import { useDeferredValue, useMemo, useState } from 'react'
import { useStore } from 'zustand'
import { explainUnready, type Clinic } from '../../domain/clinic.ts'
import type { Library } from '../../domain/library.ts'
import type { IsoDate } from '../../domain/calendar.ts'
import { checkSafety } from '../../domain/check-safety.ts'
import { findContent, listPrintableLanguages } from '../../domain/check-selection.ts'
import type { Ask } from '../clinic-api.ts'
import type { Draft, DraftChange } from '../draft.ts'
import { useHabits } from '../habits/use-habits.ts'
import { rememberLimits } from '../../domain/lab-limit.ts'
import type { Selection } from '../../domain/selection.ts'
import { findProblem, isShownAtField, joinProblems, placeProblems } from '../draft-problems.ts'
import { listLanguages } from '../list-languages.ts'
import { makeDraftReader } from '../read-draft.ts'
import { ChoosePane, type FocusWish } from '../choose/choose-pane.tsx'
import type { SafetyQuestions } from '../choose/safety-form.tsx'
import { PushButton } from '../ui/push-button.tsx'
import type { Steps } from '../ui/steps-buttons.tsx'
import { TailorPane } from '../tailor/tailor-pane.tsx'
import { useEarlyKeys, useShortcuts } from '../ui/use-shortcuts.ts'
import { useAnswer } from '../use-answer.ts'
import { useWords } from '../words/use-words.ts'
import { ClinicBanner } from './clinic-banner.tsx'
import { explainBlocked, explainUnsafe } from './explain-blocked.ts'
import { IssueBar } from './issue-bar.tsx'
import { SafetyBanner } from './safety-banner.tsx'
import { SheetPreview } from './preview.tsx'
import { findUnprintable } from './create-previewer.ts'
import { usePreview } from './use-preview.ts'
import { usePrintChoice } from './use-print-choice.ts'
import type { useIssue } from './use-issue.ts'

type SheetViewProps = {
  readonly ask: Ask
  readonly library: Library
  readonly clinic: Clinic
  /** rises with each change of the logo */
  readonly logoVersion: number
  readonly draft: Draft
  /** calls with each new draft before the window is drawn with it, until the function it returns is called */
  readonly onDraft: (listen: (draft: Draft) => void) => () => void
  readonly steps: Steps
  readonly today: IsoDate
  /** rises with each new patient, whose panes begin at the top */
  readonly visit: number
  readonly focusWish: FocusWish | null
  readonly issue: ReturnType<typeof useIssue>
  readonly isActive: boolean
  readonly change: (change: DraftChange) => void
  readonly onOpenBundles: () => void
  /** shows the history with names */
  readonly onOpenNames: () => void
  /** opens the settings at a field of the clinic */
  readonly onOpenSettings: (field: 'name' | 'phone' | 'emergencyNumber') => void
}

const unasked: SafetyQuestions = { isOpen: false, areNone: false }

/** The three panes: what fits this patient, the advice, and the sheet itself. */
export function SheetView(props: SheetViewProps) {
  const { ask, library, clinic, logoVersion, draft, onDraft, steps, today, visit, focusWish, issue, isActive } = props
  const { change, onOpenBundles, onOpenNames, onOpenSettings } = props
  const said = useWords()
  const { t, write, writeProblem } = said
  // The window speaks one language, the sheet another.
  const content = useMemo(() => {
    const entry = library.topics.find((each) => each.topic.id === draft.topic)
    const printable = entry === undefined ? [] : listPrintableLanguages(library, entry)
    const language = printable.find((each) => each === said.language) ?? printable[0] ?? said.language
    return findContent(library, { topic: draft.topic, language })
  }, [library, draft.topic, said.language])
  const { topic } = content.entry
  const read = useMemo(() => makeDraftReader(content, today), [content, today])
  const reading = useMemo(() => read(draft), [read, draft])
  const letterhead = useMemo(() => ({ clinic, logoVersion }), [clinic, logoVersion])
  const preview = usePreview(ask, { draft, read, onDraft, letterhead, visit })
  // The sheet itself is read where it is shown: a new one draws nothing else.
  const unprintable = useStore(preview, (shown) => findUnprintable(shown, visit))
  const printChoice = usePrintChoice(ask)
  const found = joinProblems(reading.problems, reading.told === null ? [] : placeProblems(draft, content, unprintable))
  const problems = found.map((problem) => ({ ...problem, message: writeProblem(problem) }))
  const blocked = explainBlocked(problems, said)
  const findings = useMemo(() => (reading.told === null ? [] : checkSafety(topic, reading.told)), [topic, reading.told])
  const stop = {
    findings,
    words: content.words,
    reason: draft.overrideReason,
    problem: findProblem(problems, 'overrideReason'),
    unexplained: explainUnsafe(findings, draft, said),
    onType: (overrideReason: string) => {
      const overridden = findings.map(({ id }) => id)
      change({ kind: 'fill', fields: { overrideReason, overridden } })
    },
  }
  const missing = explainUnready(clinic)
  const unready = missing === null ? null : write(missing)
  const wayOut = problems.some(isShownAtField)
    ? { label: t('issue.show'), go: focusFirstProblem }
    : blocked === null && unready !== null
      ? { label: t('issue.openSettings'), go: () => onOpenSettings('emergencyNumber') }
      : null

  const tickKeys = topic.causes.slice(0, 9).map(({ id }, index): [string, () => void] => {
    const tick = () => change({ kind: 'tick', cause: id, on: !draft.ticked.includes(id) })
    return [String(index + 1), tick]
  })
  useShortcuts(Object.fromEntries(tickKeys), isActive)

  const printable = listPrintableLanguages(library, content.entry)
  const languages = listLanguages(library.wording).filter(({ value }) => printable.includes(value))

  const { habits, keep } = useHabits(ask)
  /** What stands beside the results of a sheet that leaves is offered for the next one. */
  const remember = ({ results }: Selection) => {
    const labLimits = rememberLimits(habits.labLimits, habits.labName, results)
    if (labLimits !== habits.labLimits) void keep({ labLimits: [...labLimits] }, '')
  }
  const history = useAnswer(ask, 'history.status', {}, { askOnFocus: true }).data?.state ?? 'off'
  // The causes stand, and take keys, before the rest is drawn.
  const isWhole = useDeferredValue(true, false)
  useEarlyKeys(['mod+s', 'mod+p'], isWhole)
  // A new patient begins with questions that nobody has answered; to have looked at them is no answer.
  const [asked, setAsked] = useState({ visit: 0, ...unasked })
  const questions = asked.visit === visit ? asked : unasked
  const wereAnswered = questions.areNone || draft.facts.length > 0
  const takeQuestions = (now: SafetyQuestions) => setAsked({ ...now, visit })
  const panes = { content, draft, problems, today, change }
  return (
    <>
      <ClinicBanner clinic={clinic} onOpenSettings={onOpenSettings} />
      <div className="panes">
        <ChoosePane
          wording={library.wording}
          key={`choose ${visit}`}
          {...panes}
          languages={languages}
          focusWish={focusWish}
          habits={habits}
          history={history}
          isWhole={isWhole}
          questions={{ isOpen: questions.isOpen, areNone: questions.areNone }}
          onQuestions={takeQuestions}
          onOpenBundles={onOpenBundles}
        />
        {isWhole && (
          <>
            <TailorPane
              key={`tailor ${visit}`}
              {...panes}
              told={reading.told}
              steps={steps}
              library={library}
              snippets={habits.snippets}
              clinic={clinic}
            />
            <section className="preview-pane" aria-label={t('preview.pane')}>
              <SheetPreview
                key={`preview ${visit}`}
                preview={preview}
                visit={visit}
                paper={draft.paper}
                isBlocked={blocked !== null}
              />
              <SafetyBanner
                findings={findings}
                words={stop.words}
                reason={stop.reason}
                problem={stop.problem}
                onType={stop.onType}
              />
              {!wereAnswered && draft.ticked.length > 0 && topic.safety.facts.length > 0 && (
                <p className="safety-line">
                  {t('safety.notAnswered')}{' '}
                  <PushButton
                    className="link"
                    onPress={() => {
                      takeQuestions({ ...questions, isOpen: true })
                      focusQuestions()
                    }}
                  >
                    {t('safety.see')}
                  </PushButton>
                </p>
              )}
              <IssueBar
                selection={reading.selection}
                blocked={blocked ?? unready}
                stop={stop}
                wayOut={wayOut}
                printChoice={printChoice}
                printing={issue.printing}
                pdfOptions={issue.pdfOptions}
                isBusy={issue.isBusy}
                notice={issue.notice}
                onUnlock={issue.isPartlyKept && history === 'locked' ? onOpenNames : null}
                isActive={isActive}
                onSave={(selection) => {
                  remember(selection)
                  issue.save(selection)
                }}
                onPrint={(selection, choice) => {
                  remember(selection)
                  issue.print(selection, choice)
                }}
              />
            </section>
          </>
        )}
      </div>
    </>
  )
}

/** Brings the clinician to the first field with a message. */
function focusFirstProblem(): void {
  document.querySelector<HTMLElement>('main:not([hidden]) [aria-invalid="true"]')?.focus()
}

/** Brings the clinician to the safety questions, which open in the same frame. */
function focusQuestions(): void {
  document.querySelector<HTMLElement>('.safety .fold-title')?.focus()
}
