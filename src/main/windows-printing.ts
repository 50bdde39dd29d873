import type * as PdfToPrinter from 'pdf-to-printer'
import type { Sides } from '../domain/print-choice.ts'
import { tell, type Message } from '../domain/message.ts'
import { refuseToPrint } from './print-failure.ts'
import { putDefaultFirst, type PrintSystem, type PrintTarget } from './print-system.ts'
import type { RunProgram } from './run-program.ts'
import { readWindowsOptions } from './windows-options.ts'

const sidesWords = {
  'one-sided': 'simplex',
  'long-edge': 'duplexlong',
  'short-edge': 'duplexshort',
} as const satisfies Record<Sides, PdfToPrinter.PrintOptions['side']>

/** Nothing is scaled: a shrunk sheet has letters smaller than were chosen to be read. */
function toPrintOptions({ printer, copies, paper, sides, tray }: PrintTarget): PdfToPrinter.PrintOptions {
  return {
    printer,
    copies,
    paperSize: paper === 'Letter' ? 'letter' : paper,
    scale: 'noscale',
    silent: true,
    ...(sides === null ? {} : { side: sidesWords[sides] }),
    ...(tray === null ? {} : { bin: tray }),
  }
}

/** What SumatraPDF or the package said; the command line that failed is of no use to a clinician. */
function findReason(error: unknown): string | Message {
  const said =
    error instanceof Error && 'stderr' in error ? error.stderr : error instanceof Error ? error.message : error
  return typeof said === 'string' && said.trim() !== '' ? said : tell('reason-windows')
}

/**
 * Printing on Windows, which cannot print a PDF by itself: SumatraPDF does it, a program that comes with the package.
 * @param load the package, loaded on first use: it is of no use elsewhere
 */
export function makeWindowsPrinting(
  load: () => Promise<{ default: typeof PdfToPrinter }>,
  run: RunProgram,
): PrintSystem {
  return {
    listPrinters: async () => {
      const { default: windows } = await load()
      const [printers, preferred] = await Promise.all([windows.getPrinters(), windows.getDefaultPrinter()])
      return putDefaultFirst(
        printers.map(({ name }) => name),
        preferred?.name,
      )
    },
    readOptions: (printer) => readWindowsOptions(run, printer),
    send: async (file, target) => {
      const { default: windows } = await load()
      try {
        await windows.print(file, toPrintOptions(target))
      } catch (error) {
        throw refuseToPrint(target.printer, findReason(error))
      }
      return null // SumatraPDF tells no number by which to ask for the job
    },
    readJob: async () => ({ kind: 'untold' }),
    cancel: async () => undefined, // nobody has a ticket to call it with
  }
}
