import { z } from 'zod'
import { addDays, type IsoDate } from './calendar.ts'
import type { HistoryRecord } from './history.ts'

/** How a test that is to be done again stands: not yet due is `due` too, until the day has passed. */
export const FollowUpState = z.enum(['overdue', 'due', 'done'])
export type FollowUpState = z.output<typeof FollowUpState>

/** A test that is to be done again. */
export type FollowUp = { readonly record: HistoryRecord; readonly dueOn: IsoDate; readonly state: FollowUpState }

function findState({ doneOn }: HistoryRecord, dueOn: IsoDate, today: IsoDate): FollowUpState {
  if (doneOn !== null) return 'done'
  return dueOn < today ? 'overdue' : 'due'
}

const order: readonly FollowUpState[] = ['overdue', 'due', 'done']

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
  return state === 'due' && dueOn >= last ? last : null
}
