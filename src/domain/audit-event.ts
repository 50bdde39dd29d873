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
