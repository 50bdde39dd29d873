import { tell } from '../domain/message.ts'
import { PrintChoice } from '../domain/print-choice.ts'
import { readOneRow, writeOneRow } from './one-row.ts'
import type { Db } from './open-database.ts'
import { toStorageError } from './storage-error.ts'

/** How the last sheet was printed; null before the first, for a row that makes no sense, and for one that the disk changed. */
export function readPrintChoice(db: Db): PrintChoice | null {
  const row = readOneRow(db, 'print_choice')
  if (row === null || row === 'damaged') return null
  const { printer, copies, sides, tray } = row
  return PrintChoice.safeParse({ printer, copies, sides, tray }).data ?? null
}

/** Keeps how a sheet was printed, in place of the one before. @throws AppError storage-failed */
export function savePrintChoice(db: Db, choice: PrintChoice): void {
  try {
    writeOneRow(db, 'print_choice', choice)
  } catch (error) {
    throw toStorageError(error, tell('what-print-choice'))
  }
}
