import { tell } from '../domain/message.ts'
import { PrintChoice } from '../domain/print-choice.ts'
import type { Db } from './open-database.ts'
import { toStorageError } from './storage-error.ts'

/** How the last sheet was printed; null before the first, or for a row that makes no sense. */
export function readPrintChoice(db: Db): PrintChoice | null {
  const row = db.prepare('SELECT printer, copies, sides, tray FROM print_choice').get()
  return PrintChoice.safeParse(row).data ?? null
}

/** Keeps how a sheet was printed, in place of the one before. @throws AppError storage-failed */
export function savePrintChoice(db: Db, choice: PrintChoice): void {
  try {
    db.prepare(
      'INSERT OR REPLACE INTO print_choice (only_row, printer, copies, sides, tray) VALUES (1, @printer, @copies, @sides, @tray)',
    ).run(choice)
  } catch (error) {
    throw toStorageError(error, tell('what-print-choice'))
  }
}
