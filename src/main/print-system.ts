import type { Paper } from '../domain/ids.ts'

export type Printer = { readonly name: string; readonly isDefault: boolean }
/** What to print it on; `printer` is a name the print system gave. */
export type PrintTarget = { readonly printer: string; readonly copies: number; readonly paper: Paper }

/** The printers of a computer, as its operating system knows them. */
export type PrintSystem = {
  /** the default printer first; none where nothing can print */
  readonly listPrinters: () => Promise<Printer[]>
  /**
   * Hands over a PDF file and waits until the print system has taken it.
   * @throws AppError printing-failed with the reason
   */
  readonly send: (file: string, target: PrintTarget) => Promise<void>
}

/** The default printer first, the others as they came. */
export function putDefaultFirst(names: readonly string[], preferred: string | undefined): Printer[] {
  const printers = names.map((name) => ({ name, isDefault: name === preferred }))
  return printers.toSorted((a, b) => Number(b.isDefault) - Number(a.isDefault))
}
