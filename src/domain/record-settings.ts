import { z } from 'zod'
import { StaffAlias } from './handout-log.ts'
import { historyDays, lockMinutes } from './history.ts'
import { Message } from './message.ts'

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

/** For how many days the history is kept, as it was last chosen. */
export const NotedDays = z.strictObject({
  history: historyDays.unwrap(),
  /** by which entry of the audit they were last changed: its HMAC, which no other file has; null: they never were */
  setBy: z
    .string()
    .regex(/^[0-9a-f]+$/u)
    .nullable(),
})
export type NotedDays = z.output<typeof NotedDays>

/** What must be known though clinic.db be lost. */
export const CopiesNote = z.strictObject({
  /** which installation this is: random, and no key. By it copies of several computers in one folder are told apart. */
  installation: z.string().regex(/^[0-9a-f]{8}$/u),
  /** the folder that was chosen for the copies; null: the one beside clinic.db; left out: not noted */
  folder: z.string().min(1).nullable().optional(),
  /** the one that was chosen before, whose copies are still offered; null for none */
  earlier: z.string().min(1).nullable().default(null),
  /** null: not noted */
  days: NotedDays.nullable().default(null),
  /** what was done to a file that was lost or damaged, until someone has put that away */
  healed: z.array(Message).default([]),
  /** whether a history with names is kept; null: not noted */
  isHistoryOn: z.boolean().nullable().default(null),
  /** the files of the history that were set aside, as long as nobody who unlocked it was told */
  historyAsides: z.array(z.string().min(1)).default([]),
})
export type CopiesNote = z.output<typeof CopiesNote>
