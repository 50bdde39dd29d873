import { z } from 'zod'
import { addDays, type IsoDate } from './calendar.ts'
import type { HistoryRecord } from './history.ts'

/** How a test that is to be done again stands: `planned` until a week before its day, then `due` until that has passed. */
export const FollowUpState = z.enum(['overdue', 'due', 'planned', 'done'])
export type FollowUpState = z.output<typeof FollowUpState>

/** A test that is to be done again. */
export type FollowUp = { readonly record: HistoryRecord; readonly dueOn: IsoDate; readonly state: FollowUpState }

/** Days before its own from which a test is called due: for the list alone, and no clinical limit. */
const week = 7

function findState({ doneOn }: HistoryRecord, dueOn: IsoDate, today: IsoDate): FollowUpState {
  if (doneOn !== null) return 'done'
  if (dueOn < today) return 'overdue'
  return dueOn <= addDays(today, week) ? 'due' : 'planned'
}

const order: readonly FollowUpState[] = ['overdue', 'due', 'planned', 'done']

/** The tests that the sheets of the history name: overdue ones first, then those to come, then those done; each by day. */
export function listFollowUps(records: readonly HistoryRecord[], today: IsoDate): FollowUp[] {
  const found = records.flatMap((record): FollowUp[] =>
    record.retestOn === null
      ? []
      : [{ record, dueOn: record.retestOn, state: findState(record, record.retestOn, today) }],
  )
  return found.toSorted((a, b) => order.indexOf(a.state) - order.indexOf(b.state) || a.dueOn.localeCompare(b.dueOn))
}

/**
 * The last day on which a test shows, where its sheet goes before the test can be overdue; null where it stays long enough.
 * @param givenOn the day on which the sheet was given
 * @param days how many the history keeps it
 */
export function findEarlyEnd(
  { dueOn, state }: Omit<FollowUp, 'record'>,
  givenOn: IsoDate,
  days: number,
): IsoDate | null {
  const last = addDays(givenOn, days)
  return (state === 'due' || state === 'planned') && dueOn >= last ? last : null
}
