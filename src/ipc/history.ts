import { z } from 'zod'
import { IsoDate } from '../domain/calendar.ts'
import { historyDays, HistoryRecord, lockMinutes } from '../domain/history.ts'
import { FollowUpState } from '../domain/follow-up.ts'
import { Message, tell, toIssue } from '../domain/message.ts'
import { PrintChoice } from '../domain/print-choice.ts'

const Pin = z.string().regex(/^\d{4,12}$/u, toIssue(tell('pin-shape')))
const Passphrase = z
  .string()
  .min(12, toIssue(tell('passphrase-short')))
  .max(200, toIssue(tell('passphrase-long')))

/**
 * What seals a file with names that leaves the history. In ASCII and at most 99 characters: 7-Zip takes no more, and reads others as
 * the code page of the computer has them, so that the file would not open.
 */
export const FilePassphrase = z.string().regex(/^[ -~]{12,99}$/u, toIssue(tell('file-passphrase-shape')))

/** What locks the history: the keystore of this computer with a PIN for the screen, or a passphrase alone. */
export const HistoryLock = z.discriminatedUnion('by', [
  z.strictObject({ by: z.literal('keystore'), pin: Pin }),
  z.strictObject({ by: z.literal('passphrase'), passphrase: Passphrase }),
])
export type HistoryLock = z.output<typeof HistoryLock>

/** A PIN or a passphrase, whatever is asked for. */
export const Secret = z.string().min(1).max(200)

/** What opens a history whose PIN or passphrase is forgotten, as it was typed. */
export const RecoveryCode = z.string().min(1).max(100)

/** A recovery code as it was made: eight groups of four, in Crockford's base 32. */
export const MadeCode = z.string().regex(/^(?:[0-9A-HJKMNP-TV-Z]{4}-){7}[0-9A-HJKMNP-TV-Z]{4}$/u)

/** How a page is printed of which there is one copy. */
export const OneCopy = PrintChoice.omit({ copies: true })
export type OneCopy = z.output<typeof OneCopy>

/** How the history stands: what the window shows of it, and nothing of any patient. */
export const HistoryStatus = z.strictObject({
  /** 'closed': history.db cannot be opened, and `notices` says why */
  state: z.enum(['off', 'locked', 'open', 'closed']),
  /** what unlocks it; null while it is off or closed */
  by: z.enum(['keystore', 'passphrase']).nullable(),
  /** why the keystore of this computer cannot be used; null when it can */
  keystoreRefusal: Message.nullable(),
  days: historyDays.unwrap(),
  lockMinutes: lockMinutes.unwrap(),
  /** how many records there are */
  records: z.int(),
  /** whether it is unlocked, and nobody has said that its newest recovery code is on paper */
  isCodeUnkept: z.boolean(),
  /** when the next secret may be tried; null when now */
  nextTry: z.iso.datetime().nullable(),
  /** what a clinician should know, a sentence each; empty when all is well */
  notices: z.array(Message),
})
export type HistoryStatus = z.output<typeof HistoryStatus>

/** A history that was just made, and what opens it when the PIN or passphrase is forgotten; shown this once, to be printed. */
export const NewHistory = z.strictObject({ status: HistoryStatus, recoveryCode: MadeCode })
export type NewHistory = z.output<typeof NewHistory>

/** A sheet of the history as it was given. */
export const ShownRecord = z.strictObject({
  record: HistoryRecord,
  pdf: z.instanceof(Uint8Array),
  /** whether the same choices would print another text today, so that a new sheet is better than the old one */
  isOutdated: z.boolean(),
})
export type ShownRecord = z.output<typeof ShownRecord>

/** A test that is to be done again, and how it stands today. */
export const FollowUp = z.strictObject({ record: HistoryRecord, dueOn: IsoDate, state: FollowUpState })
export type FollowUp = z.output<typeof FollowUp>

/** The tests that are to be done again, and how many records could not be read, so that tests may be missing. */
export const FollowUpList = z.strictObject({ followUps: z.array(FollowUp), damaged: z.int() })
export type FollowUpList = z.output<typeof FollowUpList>
