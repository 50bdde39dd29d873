import { z } from 'zod'
import { IsoDate } from './calendar.ts'
import { foldName } from './fold-name.ts'
import { Paper, Sha256 } from './ids.ts'
import { LoggedHandout } from './handout-log.ts'
import { Selection } from './selection.ts'
import { typedText } from './typed-text.ts'

/** A sheet of the history with whom it was for. Only ever on disk sealed, and only when a clinic switched the history on. */
export const HistoryRecord = z.strictObject({
  handout: LoggedHandout,
  /** as it was printed; empty when the sheet had none */
  patientName: Selection.shape.patientName.unwrap(),
  /** the day of the next test, as it was printed; null when the sheet named none */
  retestOn: IsoDate.nullable(),
  paper: Paper,
  /** the day on which someone noted that this test was done */
  doneOn: IsoDate.nullable(),
  /** of what the sheet's languages have besides the topic (`toSpokenText`); records from before that was noted have none */
  spokenSha256: Sha256.optional(),
})
export type HistoryRecord = z.output<typeof HistoryRecord>

/** A page of the history, newest first. `next` asks for the page after it; null at the end. */
export const HistoryPage = z.strictObject({
  records: z.array(HistoryRecord),
  next: z.int().nullable(),
  /** how many of this page were left out because the disk, or someone, changed them */
  damaged: z.int(),
})
export type HistoryPage = z.output<typeof HistoryPage>

/**
 * What is held of one patient, newest first. A patient is known by the name alone, letter by letter as it was typed: two of
 * one name look like one, and only a person can tell them apart.
 */
export const PatientRecords = z.strictObject({
  records: z.array(HistoryRecord),
  /** how many records of the whole history cannot be read, so that it is not known whose they are */
  damaged: z.int(),
})
export type PatientRecords = z.output<typeof PatientRecords>

/** Which records are wanted: those whose patient's name holds each of these words; all when empty. */
export const HistoryFilter = z.strictObject({ words: typedText('field-patient-name', 80).default('') })
export type HistoryFilter = z.output<typeof HistoryFilter>

/** Whether a record is one of those that are wanted. */
export function isWanted({ patientName }: HistoryRecord, { words }: HistoryFilter): boolean {
  const name = foldName(patientName)
  return foldName(words)
    .split(/\s+/u)
    .every((word) => name.includes(word))
}

/** The most days a clinic may keep them. */
export const mostHistoryDays = 365

/** How long records stay, in days, and what a clinic may choose. GDPR 5(1)(e): no longer than needed. */
export const historyDays = z.int().min(1).max(mostHistoryDays).default(30)

/** After how many minutes without a touch the history locks itself, and what a clinic may choose. */
export const lockMinutes = z.int().min(1).max(15).default(5)

/** Which record each row of the history has now: its id, and the nonce it was sealed with. */
export const HistoryList = z.record(z.string(), z.string())
export type HistoryList = z.output<typeof HistoryList>
