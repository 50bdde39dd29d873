import { basename } from 'node:path'
import Database from 'better-sqlite3'
import { tell } from '../domain/message.ts'
import type { Db } from './open-database.ts'
import { DamagedFile, toStorageError } from './storage-error.ts'

/** What SQLite says of an index that does not fit its table: "row 7 missing from index …", "wrong # of entries in index …". */
const ofIndex = /\b(?:from|in|of) index\b/u

/** What is wrong with a file; quick_check, which is used elsewhere, does not hold an index against its table. */
function listFaults(db: Db): string[] {
  const said = db.prepare<[], string>('PRAGMA integrity_check').pluck().all()
  return said.filter((line) => line !== 'ok')
}

/**
 * Reads the indexes of a file through, while others go on using it: one that does not fit its table hides rows from lists.
 * @throws AppError storage-failed, as DamagedFile where one does not fit
 */
export function refuseUnfitIndexes(path: string): void {
  const db = new Database(path, { readonly: true, fileMustExist: true, timeout: 5000 })
  try {
    if (listFaults(db).some((line) => ofIndex.test(line)))
      throw new DamagedFile('storage-failed', tell('file-damaged', { file: basename(path) }))
  } catch (error) {
    throw toStorageError(error, tell('what-open', { file: basename(path) }))
  } finally {
    db.close()
  }
}

/** Makes the indexes anew from their tables, where nothing else is wrong. @returns whether that was all, and is done */
export function mendIndexes(db: Db): boolean {
  try {
    const faults = listFaults(db)
    if (faults.length === 0 || !faults.every((line) => ofIndex.test(line))) return false
    db.exec('REINDEX')
    return listFaults(db).length === 0
  } catch {
    return false // then the file is salvaged, row by row
  }
}

/**
 * Makes the indexes of a file anew where one does not fit its table.
 * @returns whether one did not
 * @throws AppError storage-failed, as DamagedFile where more is wrong
 */
export function fitIndexes(db: Db): boolean {
  try {
    if (listFaults(db).length === 0) return false
  } catch (error) {
    throw toStorageError(error, tell('what-open', { file: basename(db.name) }))
  }
  if (mendIndexes(db)) return true
  throw new DamagedFile('storage-failed', tell('file-damaged', { file: basename(db.name) }))
}
