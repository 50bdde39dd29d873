import type { LibraryTopic } from './library.ts'
import type { Selection } from './selection.ts'
import { isFreeDay, addDays, type IsoDate } from './calendar.ts'
import { findUrgency } from './find-urgency.ts'
import { describeLateRetest, findLateRetest } from './late-retest.ts'
import { tell, type Message } from './message.ts'
import { listPreparation } from './preparation.ts'
import { resolveRetestDate } from './retest-date.ts'
import { joinInEach } from './say-in-each.ts'

/** The ticked causes whose wait only the clinician can say, where the date is that of another one. */
function listOpenCauses({ topic }: LibraryTopic, { causes, retest }: Selection): string[] {
  if (retest.kind !== 'usual') return []
  return topic.causes.flatMap(({ id, urgent, retestWeeks }) =>
    !urgent && retestWeeks === undefined && causes.some((cause) => cause.id === id) ? [id] : [],
  )
}

/** What the clinician should look at once more before the date of the next test prints, a sentence each. It still prints. */
export function listRetestDoubts(entry: LibraryTopic, selection: Selection, today: IsoDate): Message[] {
  const { topic, words } = entry
  const date = resolveRetestDate(topic, selection, today)
  if (date === null) return []
  const late = findLateRetest(topic, selection, today)
  const open = listOpenCauses(entry, selection)
  const days = Math.max(0, ...listPreparation(topic, selection).flatMap((line) => line.days ?? []))
  return [
    ...(findUrgency(topic, selection) === null ? [] : [tell('retest-urgent')]),
    ...(late === null ? [] : [describeLateRetest(late, entry)]),
    ...(open.length === 0
      ? []
      : [
          tell('retest-open', {
            causes: joinInEach(words, 'and', (said) => open.map((id) => said.causes[id]?.name ?? id)),
          }),
        ]),
    ...(isFreeDay(date) ? [tell('retest-free-day')] : []),
    ...(date < addDays(today, days) ? [tell('retest-soon', { days })] : []),
  ]
}
