import type { Paper } from '../domain/ids.ts'
import type { PrintChoice } from '../domain/print-choice.ts'
import type { Printer, PrinterOptions, PrintState } from '../ipc/printing.ts'

/** What to print a file on. */
export type PrintTarget = PrintChoice & { readonly paper: Paper }

/** A job as the print system knows it: its number, and the server that has it. */
export type Ticket = { readonly printer: string; readonly number: number; readonly server: string }

/** What a print system can tell of a job it has taken. */
export type JobNews = Exclude<PrintState, { readonly kind: 'waiting' | 'sending' }>

/** The printers of a computer, as its operating system knows them. */
export type PrintSystem = {
  /** the default printer first; none where nothing can print */
  readonly listPrinters: () => Promise<Printer[]>
  /** no choice where the printer does not say what it can do */
  readonly readOptions: (printer: string) => Promise<PrinterOptions>
  /**
   * Hands over a PDF file and waits until the print system has taken it.
   * @returns null where it cannot be asked about the job afterwards
   * @throws AppError printing-failed with the reason
   */
  readonly send: (file: string, target: PrintTarget) => Promise<Ticket | null>
  /** null when it does not answer this time */
  readonly readJob: (ticket: Ticket) => Promise<JobNews | null>
  /** @throws AppError printing-failed with the reason */
  readonly cancel: (ticket: Ticket) => Promise<void>
}

/** The default printer first, the others as they came. */
export function putDefaultFirst(names: readonly string[], preferred: string | undefined): Printer[] {
  const printers = names.map((name) => ({ name, isDefault: name === preferred }))
  return printers.toSorted((a, b) => Number(b.isDefault) - Number(a.isDefault))
}

/** What a printer offers; no choice for one that is not listed, whose name no command is to hold. */
export async function readListedOptions(system: PrintSystem, printer: string): Promise<PrinterOptions> {
  const printers = await system.listPrinters()
  return printers.some(({ name }) => name === printer) ? system.readOptions(printer) : { sides: [], trays: [] }
}
