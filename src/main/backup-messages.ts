import { z } from 'zod'
import { errorCodes } from '../domain/app-error.ts'
import { IsoDate } from '../domain/calendar.ts'
import { Message } from '../domain/message.ts'

/** What the thread that reads the records through is born with: to copy them into a folder, or only to check them. */
export const BackupOrder = z.discriminatedUnion('task', [
  z.strictObject({ task: z.literal('copy'), database: z.string(), folder: z.string(), day: IsoDate }),
  z.strictObject({ task: z.literal('check'), database: z.string() }),
])
export type BackupOrder = z.output<typeof BackupOrder>

/** What it says in the end. Errors cross as data: a thread keeps only the text of one. */
export const BackupReply = z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.literal('done') }),
  z.strictObject({
    kind: z.literal('refused'),
    code: z.enum(errorCodes),
    problems: z.array(z.strictObject({ field: z.string(), message: z.string(), told: Message.optional() })),
    /** whether the records themselves are to be healed */
    isDamaged: z.boolean(),
  }),
  /** `what` is the kind of error, never its text */
  z.strictObject({ kind: z.literal('failed'), what: z.string() }),
])
export type BackupReply = z.input<typeof BackupReply>
