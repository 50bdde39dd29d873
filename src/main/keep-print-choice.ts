import type { PrintChoice } from '../domain/print-choice.ts'
import { readPrintChoice, savePrintChoice } from '../store/print-choice-store.ts'
import type { KeptClinic } from './keep-clinic.ts'
import { logFailure } from './log-failure.ts'

/** How the last sheet was printed on this computer, so that the next one starts from there. */
export type KeptPrintChoice = { readonly read: () => PrintChoice | null; readonly save: (choice: PrintChoice) => void }

/**
 * The choice in clinic.db. What cannot be kept there holds until the app ends: nothing on a disk may stop printing, and
 * choosing a printer again is no harm.
 * @param kept gives clinic.db, or throws AppError storage-failed
 */
export function keepPrintChoice(kept: Pick<KeptClinic, 'use'>): KeptPrintChoice {
  let last: PrintChoice | null = null
  return {
    read: () => {
      try {
        return last ?? kept.use(readPrintChoice)
      } catch {
        return null // logged when it was opened
      }
    },
    save: (choice) => {
      last = choice
      try {
        kept.use((db) => savePrintChoice(db, choice))
      } catch (error) {
        logFailure('keeping the printer', error)
      }
    },
  }
}
