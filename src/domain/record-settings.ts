import { z } from 'zod'
import { StaffAlias } from './handout-log.ts'
import { historyDays, lockMinutes } from './history.ts'

/** What a clinic decides about its records, and the defaults. None of it is printed. */
export const RecordSettings = z.strictObject({
  /** stands in the log beside each sheet; empty: the log says nothing of who gave it */
  staffAlias: StaffAlias.default(''),
  /** whether sheets that are given are written into the log */
  isLogKept: z.boolean().default(true),
  /** where the daily copies go; null: beside the data of this account */
  backupFolder: z.string().min(1).max(1000).nullable().default(null),
  /** how many days the history of a clinic that keeps one goes back */
  historyDays,
  /** after how many minutes without a touch it locks itself */
  lockMinutes,
})
export type RecordSettings = z.output<typeof RecordSettings>
