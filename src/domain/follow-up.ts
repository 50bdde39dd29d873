import { z } from 'zod'
import type { IsoDate } from './calendar.ts'
import { nameSheet, type HistoryRecord } from './history.ts'

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

/** One record for each sheet, the first of it; done where any of it is. */
function joinSheets(records: readonly HistoryRecord[]): HistoryRecord[] {
  const sheets = new Map<string, HistoryRecord>()
  for (const record of records) {
    const name = nameSheet(record)
    const first = sheets.get(name) ?? record
    sheets.set(name, first.doneOn === null && record.doneOn !== null ? { ...first, doneOn: record.doneOn } : first)
  }
  return [...sheets.values()]
}

/**
 * The tests that the sheets of the history name, one each: overdue ones first, then those to come, then those done; each by day.
 * @param records newest first
 */
export function listFollowUps(records: readonly HistoryRecord[], today: IsoDate): FollowUp[] {
  const found = joinSheets(records).flatMap((record): FollowUp[] =>
    record.retestOn === null
      ? []
      : [{ record, dueOn: record.retestOn, state: findState(record, record.retestOn, today) }],
  )
  return found.toSorted((a, b) => order.indexOf(a.state) - order.indexOf(b.state) || a.dueOn.localeCompare(b.dueOn))
}
