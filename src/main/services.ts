import type { Clinic } from '../domain/clinic.ts'
import type { IsoDate } from '../domain/calendar.ts'
import type { Library } from '../domain/library.ts'
import type { Language } from '../domain/ids.ts'
import type { About, Answer, ChangedLogo, SavedSettings, SearchResult, ShownLogo } from '../ipc/contract.ts'
import type { PrintChoice } from '../domain/print-choice.ts'
import type { KeptBundleFile } from './keep-bundles.ts'
import type { KeptHabits } from './keep-habits.ts'
import type { KeptLog } from './keep-log.ts'
import type { KeptHistory } from './keep-history.ts'
import type { MakeAgain } from './make-again.ts'
import type { KeptRecords } from './keep-records.ts'
import type { Printer, PrinterOptions } from '../ipc/printing.ts'
import type { RecordMark } from '../pdf/render-with-record.ts'
import type { PrintCode } from './print-code.ts'
import type { PrintQueue } from './print-queue.ts'
import type { RenderedSheet, RenderJob } from './render-messages.ts'
import type { Purpose } from './render-queue.ts'
import type { SaveSheet } from './save-sheet.ts'

/** Everything that answers. Each may fail on its own with an AppError, which stops only those who need it. */
export type Services = {
  readonly bundles: KeptBundleFile
  readonly habits: KeptHabits
  readonly readAbout: () => About
  readonly openLibrary: () => Library
  readonly search: (words: string, language: Language) => SearchResult
  readonly readSettings: () => Clinic
  readonly saveSettings: (clinic: Clinic) => Promise<SavedSettings>
  readonly readLogo: () => ShownLogo | null
  /** Asks for a file and takes it; null when the dialog was closed. */
  readonly chooseLogo: () => Promise<ChangedLogo | null>
  readonly removeLogo: () => Promise<ChangedLogo>
  readonly render: (job: RenderJob, purpose: Purpose) => Promise<RenderedSheet>
  readonly saveSheet: SaveSheet
  readonly printQueue: PrintQueue
  readonly listPrinters: () => Promise<Printer[]>
  readonly readPrinterOptions: (printer: string) => Promise<PrinterOptions>
  readonly readPrintChoice: () => PrintChoice | null
  readonly keepPrintChoice: (choice: PrintChoice) => void
  readonly printCode: PrintCode
  readonly log: KeptLog
  readonly makeAgain: MakeAgain
  readonly records: KeptRecords
  readonly history: KeptHistory
  /** The window was used. */
  readonly touch: () => void
  /** Watches the window from now on. @returns whether it still holds what it held */
  readonly watchWindow: () => () => boolean
  /** Saves the follow-up list, sealed with a passphrase; null when the dialog was closed. */
  readonly exportFollowUps: (passphrase: string) => Promise<string | null>
  /** Saves records of one patient, sealed with a passphrase; `path` is null when the dialog was closed. */
  readonly exportPatient: (records: readonly string[], passphrase: string) => Promise<Answer<'history.export-patient'>>
  readonly readToday: () => IsoDate
  /** the mark of a record made now */
  readonly markRecord: () => RecordMark
}
