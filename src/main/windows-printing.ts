import type * as PdfToPrinter from 'pdf-to-printer'
import { refuseToPrint } from './print-failure.ts'
import { putDefaultFirst, type PrintSystem } from './print-system.ts'

/** What SumatraPDF or the package said; the command line that failed is of no use to a clinician. */
function findReason(error: unknown): string {
  const said =
    error instanceof Error && 'stderr' in error ? error.stderr : error instanceof Error ? error.message : error
  return typeof said === 'string' && said.trim() !== '' ? said : 'Windows gave no reason'
}

/**
 * Printing on Windows, which cannot print a PDF by itself: SumatraPDF does it, a program that comes with the package.
 * @param load the package, loaded on first use: it is of no use elsewhere
 */
export function makeWindowsPrinting(load: () => Promise<{ default: typeof PdfToPrinter }>): PrintSystem {
  return {
    listPrinters: async () => {
      const { default: windows } = await load()
      const [printers, preferred] = await Promise.all([windows.getPrinters(), windows.getDefaultPrinter()])
      return putDefaultFirst(
        printers.map(({ name }) => name),
        preferred?.name,
      )
    },
    send: async (file, { printer, copies, paper }) => {
      const { default: windows } = await load()
      try {
        await windows.print(file, { printer, copies, paperSize: paper === 'Letter' ? 'letter' : paper, silent: true })
      } catch (error) {
        throw refuseToPrint(printer, findReason(error))
      }
    },
  }
}
