import { z } from 'zod'
import { IsoDate } from './calendar.ts'

/** What is done to the records as a whole; no name of a person, and of a setting only which it was. */
export const AuditEvent = z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.literal('settings-changed'), fields: z.array(z.string().min(1)).min(1) }),
  /** sheets given before a day were taken out of the log */
  z.strictObject({ kind: z.literal('log-purged'), before: IsoDate, handouts: z.int() }),
  z.strictObject({ kind: z.literal('exported'), handouts: z.int() }),
  /** a copy took the place of the records; `copy` is the name of its file, `handouts` what it held */
  z.strictObject({ kind: z.literal('restored'), copy: z.string().min(1), handouts: z.int() }),
  /** a history with the patients' names was begun; what unlocks it */
  z.strictObject({ kind: z.literal('history-begun'), by: z.enum(['keystore', 'passphrase']) }),
  z.strictObject({ kind: z.literal('history-unlocked') }),
  /** a wrong PIN, passphrase or recovery code was typed */
  z.strictObject({ kind: z.literal('history-refused') }),
  /** it was opened with the recovery code and got a new PIN or passphrase */
  z.strictObject({ kind: z.literal('history-recovered'), by: z.enum(['keystore', 'passphrase']) }),
  /** a new recovery code took the place of the one before */
  z.strictObject({ kind: z.literal('history-code-renewed') }),
  /** somebody said that the newest recovery code is on paper */
  z.strictObject({ kind: z.literal('history-code-kept') }),
  /** the print system took over a page with the recovery code */
  z.strictObject({ kind: z.literal('history-code-printed') }),
  /** records of the days before one were removed, as they are each day or when asked for */
  z.strictObject({ kind: z.literal('history-purged'), before: IsoDate, records: z.int() }),
  z.strictObject({ kind: z.literal('history-record-removed') }),
  /** all that was held of one patient was removed, or left as a file; how many records that was */
  z.strictObject({ kind: z.literal('history-patient-removed'), records: z.int() }),
  z.strictObject({ kind: z.literal('history-patient-exported'), records: z.int() }),
  /** all of it was removed, its key too */
  z.strictObject({ kind: z.literal('history-erased'), records: z.int() }),
  /** its file was damaged and set aside under this name; how much of it opens is not known yet */
  z.strictObject({ kind: z.literal('history-set-aside'), file: z.string().min(1) }),
  /** its file was damaged; how many records of it still open */
  z.strictObject({ kind: z.literal('history-salvaged'), records: z.int() }),
  z.strictObject({ kind: z.literal('follow-ups-exported'), followUps: z.int() }),
  /** the file was damaged and its rows were taken over, as far as they could be read */
  z.strictObject({ kind: z.literal('salvaged'), handouts: z.int() }),
])
export type AuditEvent = z.output<typeof AuditEvent>

/** An event with its number, from 1, and its time in UTC. */
export const AuditEntry = z.strictObject({
  number: z.int().positive(),
  at: z.iso.datetime({ precision: 3 }),
  event: AuditEvent,
})
export type AuditEntry = z.output<typeof AuditEntry>
