import type { HistoryRecord } from '../../../src/domain/history.ts'
import { makeHandout } from '../make-handout.ts'

/** The `number`th sheet of a history. */
export function makeRecord(number: number, change: Partial<HistoryRecord> = {}): HistoryRecord {
  return {
    handout: makeHandout(number),
    patientName: `Patient Name ${number}`,
    retestOn: '2026-12-22',
    paper: 'A4',
    doneOn: null,
    ...change,
  }
}
