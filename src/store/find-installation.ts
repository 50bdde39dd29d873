import { existsSync } from 'node:fs'
import { join } from 'node:path'
import Database from 'better-sqlite3'
import { findLastRestore } from './audit-log.ts'
import { listCopyNames } from './copy-name.ts'
import { isFilled } from './is-filled.ts'
import { findBackupFolder } from './keep-old-version.ts'
import type { Db } from './open-database.ts'
import { readInstallKey } from './seal.ts'

/** What only the copies of one installation have alike: the key, and by which entry of the audit a copy was last restored. */
function readMarks(db: Database.Database): string {
  return JSON.stringify([readInstallKey(db).toString('hex'), findLastRestore(db)])
}

function tryMarks(path: string): string | null {
  try {
    const db = new Database(path, { readonly: true, fileMustExist: true })
    try {
      return readMarks(db)
    } finally {
      db.close()
    }
  } catch {
    return null
  }
}

function findByMarks(marks: string, folders: readonly string[]): string | null {
  const ours = folders.filter(existsSync).flatMap((folder) =>
    listCopyNames(folder).flatMap(({ file, of }) => {
      const isOurs = of !== undefined && tryMarks(join(folder, file)) === marks
      return isOurs ? [of] : []
    }),
  )
  const [only, ...more] = new Set(ours)
  return only !== undefined && more.length === 0 ? only : null
}

/**
 * Which installation this is by the copies in its own folder and in the one that was chosen: the one whose copies have the
 * key of these records. Others may write to both, by hand too; and a copy of another computer that was restored here has the
 * key as well, so this counts only those that were made since. Where several fit, none does: what is not known for our own
 * must not give way.
 * @param db clinic.db, opened whole
 */
export function findInstallation(db: Db, chosen: string | null): string | null {
  return findByMarks(readMarks(db), [...new Set([findBackupFolder(db.name), ...(chosen === null ? [] : [chosen])])])
}

/** The same by the own folder alone, of a clinic.db that may be lost or damaged: then nothing tells. @param path clinic.db */
export function findOwnInstallation(path: string): string | null {
  const marks = isFilled(path) ? tryMarks(path) : null
  return marks === null ? null : findByMarks(marks, [findBackupFolder(path)])
}
