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
 * The usual wait in weeks and the causes it is of, for the earliest of them wins; or why there is none: a safety rule says
 * stop, the patient must not wait, or the content leaves it to the clinician.
 */
export type UsualRetest =
  | { readonly weeks: number; readonly causes: readonly string[] }
  | { readonly weeks: null; readonly why: 'stop' | 'urgent' | 'open' }

/** The usual wait for what is ticked and told. */
export function findUsualRetest(topic: Topic, selection: Selection): UsualRetest {
  if (checkSafety(topic, selection).some(({ level }) => level === 'stop')) return { weeks: null, why: 'stop' }
  if (findUrgency(topic, selection) !== null) return { weeks: null, why: 'urgent' }
  const ticked = new Set(selection.causes.map((cause) => cause.id))
  const waits = topic.causes.filter(({ id, retestWeeks }) => ticked.has(id) && retestWeeks !== undefined)
  if (waits.length === 0) return { weeks: null, why: 'open' }
  const weeks = Math.min(...waits.flatMap(({ retestWeeks }) => retestWeeks ?? []))
  return { weeks, causes: waits.flatMap(({ id, retestWeeks }) => (retestWeeks === weeks ? [id] : [])) }
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
      const { weeks } = findUsualRetest(topic, selection)
      return weeks === null ? null : addWeeks(today, weeks)
    }
  }
}
