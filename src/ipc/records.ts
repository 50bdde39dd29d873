import { z } from 'zod'
import { IsoDate } from '../domain/calendar.ts'
import { Message } from '../domain/message.ts'

/** How the records stand: what the window shows beside them. */
export const RecordsStatus = z.strictObject({
  /** copies of the records, newest first, wherever they were ever sent; `folder` is where one lies, `size` in bytes, `from` whose they are: of this computer, of another, or not known */
  backups: z.array(
    z.strictObject({
      file: z.string(),
      folder: z.string(),
      day: IsoDate,
      size: z.int(),
      from: z.enum(['here', 'elsewhere', 'unknown']),
    }),
  ),
  /** where the copies go */
  folder: z.string(),
  /** where they go unless one was chosen */
  ownFolder: z.string(),
  /** what a clinician should know, a sentence each; empty when all is well */
  notices: z.array(Message),
})
export type RecordsStatus = z.output<typeof RecordsStatus>
