import { closeSync, openSync, rmSync } from 'node:fs'
import { basename, dirname, join } from 'node:path'
import Database from 'better-sqlite3'
import { AppError } from '../domain/app-error.ts'
import { tell } from '../domain/message.ts'
import { appendAudit } from './audit-log.ts'
import { checkRecords } from './check-records.ts'
import { clinicSchema } from './clinic-database.ts'
import { isFilled } from './is-filled.ts'
import { refuseForeignFile } from './migrate.ts'
import { openDatabase } from './open-database.ts'
import { readErrorCode, toStorageError } from './storage-error.ts'
import { nameAside, sideFiles, takePlace } from './take-place.ts'

/**
 * Only reads.
 * @param fresh where to write the copy anew, its write-ahead log included if it has one
 * @returns how many sheets the copy holds
 * @throws AppError storage-failed when it cannot take the place of the records
 */
export function checkBackup(copy: string, fresh?: string): number {
  let db: Database.Database | undefined
  try {
    db = new Database(copy, { readonly: true, fileMustExist: true })
    refuseForeignFile(db, clinicSchema)
    const { handouts, damaged } = checkRecords(db)
    if (damaged > 0) throw new AppError('storage-failed', tell('backup-damaged'))
    if (fresh !== undefined) db.prepare('VACUUM INTO ?').run(fresh)
    return handouts
  } catch (error) {
    throw toStorageError(error, tell('what-read-file', { file: basename(copy) }))
  } finally {
    db?.close()
  }
}

/** Takes the write-ahead log into the file, so that the file alone is all. @throws AppError storage-failed while CareSheet has it open */
function foldTogether(path: string): void {
  let db: Database.Database | undefined
  try {
    db = new Database(path, { timeout: 500 })
    db.pragma('locking_mode = EXCLUSIVE')
    db.exec('BEGIN EXCLUSIVE; COMMIT')
    db.pragma('wal_checkpoint(TRUNCATE)')
  } catch (error) {
    if (readErrorCode(error).startsWith('SQLITE_BUSY')) throw new AppError('storage-failed', tell('app-open'))
    // damaged: it is set aside as it is
  } finally {
    db?.close()
  }
}

/**
 * Puts a copy in the place of the records, and keeps what was there beside it as "clinic-replaced-….db". The copy is checked
 * first and brought to the newest schema; a kill leaves the old records or the new ones.
 * @param path clinic.db, which nobody has open
 * @returns how many sheets the records now hold
 * @throws AppError storage-failed, with the records as they were
 */
export function restoreBackup(copy: string, path: string, at: Date): number {
  // What a killed restore left may be the very copy that is to be restored.
  const fresh = join(dirname(path), basename(copy) === 'restoring.db' ? 'restoring-again.db' : 'restoring.db')
  try {
    for (const suffix of ['', ...sideFiles]) rmSync(fresh + suffix, { force: true })
    closeSync(openSync(fresh, 'wx', 0o600))
    const handouts = checkBackup(copy, fresh)
    const db = openDatabase(fresh, clinicSchema, 'no copy') // the copy stays as it is
    try {
      db.transaction(() => appendAudit(db, { kind: 'restored', copy: basename(copy), handouts }, at)).immediate()
    } finally {
      db.close()
    }
    if (isFilled(path)) foldTogether(path) // of an empty one SQLite would throw the journal away
    takePlace(fresh, path, nameAside(path, 'replaced', at))
    return handouts
  } catch (error) {
    for (const suffix of ['', ...sideFiles]) rmSync(fresh + suffix, { force: true })
    throw toStorageError(error, tell('what-restore'))
  }
}
