import { readSelection, type Selection } from '../domain/selection.ts'
import type { AdviceItem, Topic } from '../domain/topic.ts'
import type { IsoDate } from '../domain/calendar.ts'
import type { Problem } from '../domain/app-error.ts'
import { checkSelection, type SheetContent } from '../domain/check-selection.ts'
import { listActiveRules } from '../domain/merge-advice.ts'
import { listKeptItems } from '../domain/kept-advice.ts'
import { listPreparation } from '../domain/preparation.ts'
import { readNumber } from '../domain/parse-number.ts'
import { getLab, getResult, type Draft } from './draft.ts'
import { placeProblems } from './draft-problems.ts'
import { listTypedAnalytes, listTypedLabs, toRawResult } from './typed-results.ts'
import { listStopFields } from './stop-list.ts'

/** What a draft says: a Selection, or what to mend; `told` is what can be read of it either way, for what must not wait. A problem's `field` names the draft's field ("results.ALT.value"). */
export type DraftReading = { readonly told: Selection | null } & (
  | { readonly selection: Selection; readonly problems: readonly [] }
  | { readonly selection: null; readonly problems: readonly Problem[] }
)

/** Reads what was typed and ticked; nothing is corrected or guessed in silence. */
export function readDraft(draft: Draft, content: SheetContent, today: IsoDate): DraftReading {
  const raw = toRawSelection(draft, content)
  const { told, unread } = readSelection(raw)
  const problems = [...unread, ...(told ? checkSelection(content, told, today) : [])]
  if (told && problems.length === 0) return { told, selection: told, problems: [] }
  return { told, selection: null, problems: placeProblems(draft, content, problems) }
}

/** Reads drafts as `readDraft` does, but none twice in a row: the same draft has the same reading. */
export function makeDraftReader(content: SheetContent, today: IsoDate): (draft: Draft) => DraftReading {
  let last: { readonly draft: Draft; readonly reading: DraftReading } | undefined
  return (draft) => {
    if (last?.draft !== draft) last = { draft, reading: readDraft(draft, content, today) }
    return last.reading
  }
}

/** The choices of a draft that decide its advice, each cause, item and medicine only while it is on screen. */
export function readChoices(
  draft: Draft,
  topic: Topic,
): Pick<Selection, 'causes' | 'ordered' | 'facts' | 'dropped' | 'added' | 'medicines'> {
  const ticked = topic.causes.filter((cause) => draft.ticked.includes(cause.id))
  const causes = draft.order
    .filter((id) => draft.ticked.includes(id))
    .map((id) => ({ id, certainty: draft.certainty[id] ?? ('likely' as const) }))
  const rules = listActiveRules(topic, {
    causes,
    facts: draft.facts,
    added: Object.keys(draft.switched).filter((id) => draft.switched[id]),
  })
  const brought = rules.flatMap((rule) => rule.add)
  const left = rules.flatMap((rule) => rule.drop)
  const kept = listKeptItems(topic, { causes, facts: draft.facts })
  const items = [...ticked.flatMap((cause) => cause.items), ...topic.everyday]
  const isOnByDefault = (item: AdviceItem) => item.shown === 'on' || brought.includes(item.id)
  const listSwitched = (on: boolean) =>
    items
      .filter(({ id }) => !left.includes(id))
      .filter((item) => draft.switched[item.id] === on && isOnByDefault(item) !== on)
      .map((item) => item.id)
  const unprepared = listPreparation(topic, { causes }).filter(({ id }) => draft.switched[id] === false)
  return {
    causes,
    ordered: ticked.some(({ id }, index) => causes[index]?.id !== id),
    facts: [...draft.facts],
    dropped: [...listSwitched(false).filter((id) => !kept.has(id)), ...unprepared.map(({ id }) => id)],
    added: listSwitched(true),
    medicines: topic.medicines
      .filter(({ id, causes: uses }) => draft.medicines.includes(id) && ticked.some((cause) => uses.includes(cause.id)))
      .map((medicine) => medicine.id),
  }
}

function toRawSelection(draft: Draft, content: SheetContent): object {
  const { topic } = content.entry
  return {
    topic: draft.topic,
    language: draft.language,
    ...(draft.secondLanguage === '' ? {} : { secondLanguage: draft.secondLanguage }),
    ...readChoices(draft, topic),
    medicinesToStop: listStopFields(draft, content).map((index) => draft.medicinesToStop[index]),
    results: listTypedAnalytes(draft, topic).map(({ id }) => toRawResult(id, getResult(draft, id))),
    labs: listTypedLabs(draft, topic).map(({ id, limit }) => {
      const { value, upperLimit } = getLab(draft, id)
      return { id, value: readNumber(value), ...(limit ? { upperLimit: readNumber(upperLimit) } : {}) }
    }),
    readingNeed: draft.readingNeed,
    overrideReason: draft.overrideReason,
    overridden: draft.overridden,
    retest: toRawRetest(draft.retest),
    retestCard: draft.retestCard,
    note: draft.note,
    patientName: draft.patientName,
    audience: draft.audience,
    depth: draft.depth,
    size: draft.size,
    paper: draft.paper,
  }
}

/** The next test as the contract says it; `date` may be anything a field can hold. */
function toRawRetest({ choice, date }: Draft['retest']) {
  switch (choice) {
    case 'usual':
    case 'none':
      return { kind: choice } as const
    case 'date':
      return { kind: choice, date } as const
    default:
      return { kind: 'weeks', weeks: Number(choice) } as const
  }
}
