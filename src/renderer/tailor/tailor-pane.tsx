import { useRef } from 'react'
import { Trans } from 'react-i18next'
import type { SheetContent } from '../../domain/check-selection.ts'
import type { Clinic } from '../../domain/clinic.ts'
import type { IsoDate } from '../../domain/calendar.ts'
import type { Library } from '../../domain/library.ts'
import type { Problem } from '../../domain/app-error.ts'
import { mergeAdvice } from '../../domain/merge-advice.ts'
import { findUrgency } from '../../domain/find-urgency.ts'
import { listPreparation } from '../../domain/preparation.ts'
import { findUsualRetest, resolveRetestDate } from '../../domain/retest-date.ts'
import { listRetestDoubts } from '../../domain/retest-doubts.ts'
import { writeDate } from '../../domain/sheet-draft.ts'
import { listItemsOn, listSources } from '../../domain/sources.ts'
import type { Selection } from '../../domain/selection.ts'
import type { Snippet } from '../../domain/snippet.ts'
import type { Draft, DraftChange } from '../draft.ts'
import { findProblem } from '../draft-problems.ts'
import { readChoices } from '../read-draft.ts'
import { StepsButtons, type Steps } from '../ui/steps-buttons.tsx'
import { useWords } from '../words/use-words.ts'
import { AdviceCard } from './advice-card.tsx'
import { CauseCard } from './cause-card.tsx'
import { countAllItems, countItems } from './count-items.ts'
import { ItemList } from './item-list.tsx'
import { NextStepsCard } from './next-steps-card.tsx'
import { NoteCard } from './note-card.tsx'
import { SourceList } from './source-list.tsx'
import { useNewestCard } from './use-newest-card.ts'
import { useNoteCheck } from './use-note-check.ts'
import { joinSentences } from '../words/join-sentences.ts'

type TailorPaneProps = {
  readonly library: Library
  readonly snippets: readonly Snippet[]
  readonly content: SheetContent
  readonly clinic: Clinic
  readonly draft: Draft
  /** what can be read of the draft */
  readonly told: Selection | null
  readonly steps: Steps
  readonly problems: readonly Problem[]
  readonly today: IsoDate
  readonly change: (change: DraftChange) => void
}

/** The middle pane: the advice of the ticked causes, to take out, add to and complete. */
export function TailorPane(props: TailorPaneProps) {
  const { library, snippets, content, clinic, draft, told, steps, problems, today, change } = props
  const { t, write } = useWords()
  const { topic } = content.entry
  const pane = useRef<HTMLElement>(null)
  useNewestCard(pane, draft.ticked)
  const noteWarnings = useNoteCheck(draft.note, draft.language, library)
  const choices = readChoices(draft, topic)
  const urgency = told === null ? null : findUrgency(topic, told)
  const advice = mergeAdvice(topic, { ...choices, urgency })
  const count = countAllItems(advice)
  const dateProblem = findProblem(problems, 'retest.date')
  const date = dateProblem === undefined && told !== null ? resolveRetestDate(topic, told, today) : null
  const doubts = date === null || told === null ? [] : listRetestDoubts(content.entry, told, today)
  const preparation = listPreparation(topic, choices).map(({ id }) => ({ id, on: !choices.dropped.includes(id) }))
  const citations = listSources(topic, advice, {
    items: listItemsOn(advice, draft.depth),
    medicines: choices.medicines,
    preparation: preparation.flatMap(({ id, on }) => (on && date !== null ? [id] : [])),
  }).flatMap((id) => topic.sources[id]?.citation ?? [])
  const slots = { phone: clinic.phone, retestDate: date === null ? '' : writeDate(content, date, 'longDate') }
  return (
    <section ref={pane} className="pane tailor-pane" aria-labelledby="tailor-title">
      <header className="pane-header">
        <h2 id="tailor-title">{t('tailor.title')}</h2>
        <div className="quiet pane-state">
          <p role="status">{t('tailor.itemsOn', { on: count.on, count: count.of })}</p>
          <StepsButtons {...steps} />
        </div>
      </header>
      {advice.causes.length === 0 && (
        <p className="nothing-ticked">
          <Trans t={t} i18nKey="tailor.nothing" components={{ first: <kbd>1</kbd>, last: <kbd>9</kbd> }} />
        </p>
      )}
      {advice.causes.map((merged, index) => (
        <CauseCard
          key={merged.cause.id}
          merged={merged}
          place={index + 1}
          count={advice.causes.length}
          words={content.words}
          slots={slots}
          medicinesToStop={draft.medicinesToStop}
          problems={problems}
          change={change}
        />
      ))}
      <NextStepsCard
        content={content}
        retest={draft.retest}
        date={date}
        warning={doubts.length === 0 ? null : joinSentences(doubts.map(write))}
        usual={told === null ? { weeks: null, why: 'open' } : findUsualRetest(topic, told)}
        today={today}
        problems={problems}
        preparation={preparation}
        hasCard={draft.retestCard}
        onSwitch={(item, on) => change({ kind: 'switch-item', item, on })}
        onSwitchCard={(retestCard) => change({ kind: 'fill', fields: { retestCard } })}
        onChange={(retest) => change({ kind: 'change-retest', retest })}
      />
      <NoteCard
        note={draft.note}
        problem={findProblem(problems, 'note')}
        warnings={noteWarnings}
        snippets={snippets}
        language={draft.language}
        isForeign={draft.language !== content.words.language}
        onType={(note) => change({ kind: 'fill', fields: { note } })}
      />
      <AdviceCard title={t('tailor.everyDay')} count={countItems(advice.everyday)}>
        <ItemList
          items={advice.everyday}
          words={content.words}
          slots={slots}
          onSwitch={(item, on) => change({ kind: 'switch-item', item, on })}
        />
      </AdviceCard>
      <SourceList citations={citations} />
    </section>
  )
}
