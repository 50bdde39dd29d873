import { findLastTouch } from './audit-log.ts'
import { noteSettings } from './copies-note.ts'
import type { Db } from './open-database.ts'
import { readOwnRecordSettings, readRecordSettings, saveRecordSettings } from './settings-store.ts'

/** What a file had where others hold. */
export type Unsettled = {
  /** for how many days it had the history kept; null where those hold */
  readonly days: number | null
  /** where its copies went, null for beside clinic.db; told only of a copy that was restored, for someone chose that */
  readonly folder: { readonly other: string | null } | null
}

/**
 * Writes into a file what holds though it had something else, and notes that.
 * @param db clinic.db, opened whole
 * @param tellFirst called before that is written, so that no kill leaves it untold
 * @throws AppError storage-failed; what the disk throws for the note
 */
export function settleSettings(db: Db, at: Date, tellFirst: (unsettled: Unsettled) => void): void {
  const [own, held] = [readOwnRecordSettings(db), readRecordSettings(db)]
  const days = own.historyDays === held.historyDays ? null : own.historyDays
  const folder = own.backupFolder === held.backupFolder ? null : { other: own.backupFolder }
  if (days === null && folder === null) {
    noteSettings(db, held)
    return
  }
  tellFirst({ days, folder: findLastTouch(db, 'backupFolder') === 'restored' ? folder : null })
  saveRecordSettings(db, held, at)
}
