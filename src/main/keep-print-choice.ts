import type { PrintChoice } from '../domain/print-choice.ts'
import type { Db } from '../store/open-database.ts'
import { readPrintChoice, savePrintChoice } from '../store/print-choice-store.ts'
import { logFailure } from './log-failure.ts'

/** How the last sheet was printed on this computer, so that the next one starts from there. */
export type KeptPrintChoice = { readonly read: () => PrintChoice | null; readonly save: (choice: PrintChoice) => void }

/**
 * The choice in clinic.db. What cannot be kept there holds until the app ends: nothing on a disk may stop printing, and
 * choosing a printer again is no harm.
 * @param open gives clinic.db, or throws AppError storage-failed
 */
export function keepPrintChoice(open: () => Db): KeptPrintChoice {
  let last: PrintChoice | null = null
  return {
    read: () => {
      try {
        return last ?? readPrintChoice(open())
      } catch {
        return null // logged when it was opened
      }
    },
    save: (choice) => {
      last = choice
      try {
        savePrintChoice(open(), choice)
      } catch (error) {
        logFailure('keeping the printer', error)
      }
    },
  }
}
