import type { Selection } from './selection.ts'
import type { Topic } from './topic.ts'
import { checkSafety } from './check-safety.ts'
import { findUrgency } from './find-urgency.ts'
import { addDays, moveToWorkingDay, type IsoDate } from './calendar.ts'

const daysInWeek = 7

/** The working day so many weeks after `today`, or the next one. */
export function addWeeks(today: IsoDate, weeks: number): IsoDate {
  return moveToWorkingDay(addDays(today, weeks * daysInWeek))
}

/**
 * The usual wait for the ticked causes, in weeks: the earliest wins. Null when the content leaves it to the clinician, and
 * when a result is too high, a cause too urgent, or the patient too ill by a safety rule, for a usual wait.
 */
export function findUsualRetestWeeks(topic: Topic, selection: Selection): number | null {
  if (checkSafety(topic, selection).some(({ level }) => level === 'stop')) return null
  if (findUrgency(topic, selection) !== null) return null
  const ticked = new Set(selection.causes.map((cause) => cause.id))
  const weeks = topic.causes.flatMap((cause) => (ticked.has(cause.id) && cause.retestWeeks ? [cause.retestWeeks] : []))
  return weeks.length > 0 ? Math.min(...weeks) : null
}

/** The day of the next test, or null when none is to be printed. A wait in weeks lands on a working day. */
export function resolveRetestDate(topic: Topic, selection: Selection, today: IsoDate): IsoDate | null {
  switch (selection.retest.kind) {
    case 'none':
      return null
    case 'date':
      return selection.retest.date
    case 'weeks':
      return addWeeks(today, selection.retest.weeks)
    case 'usual': {
      const weeks = findUsualRetestWeeks(topic, selection)
      return weeks === null ? null : addWeeks(today, weeks)
    }
  }
}
