import { existsSync } from 'node:fs'
import { join } from 'node:path'
import Database from 'better-sqlite3'
import { listCopyNames } from './copy-name.ts'
import { findBackupFolder } from './keep-old-version.ts'
import type { Db } from './open-database.ts'
import { readInstallKey } from './seal.ts'

/** The newest copy of each installation that a folder has copies of, by their names; none for a folder that is not there. */
function listNewest(folder: string): { readonly file: string; readonly of: string }[] {
  if (!existsSync(folder)) return []
  const named = listCopyNames(folder).flatMap(({ file, day, of }) => (of === undefined ? [] : [{ file, day, of }]))
  const newestFirst = named.toSorted((a, b) => b.day.localeCompare(a.day))
  return newestFirst.filter(({ of }, index) => newestFirst.findIndex((each) => each.of === of) === index)
}

/** Which installation this is by the newest copy in its own folder, which nobody else writes to; null where there is none. */
export function findOwnInstallation(path: string): string | null {
  return listNewest(findBackupFolder(path))[0]?.of ?? null
}

function hasKey(copy: string, key: Uint8Array): boolean {
  try {
    const db = new Database(copy, { readonly: true, fileMustExist: true })
    try {
      return readInstallKey(db).equals(key)
    } finally {
      db.close()
    }
  } catch {
    return false
  }
}

/**
 * Which installation this is by the copies in a folder that others may write to as well: the one whose copies have the key
 * of these records. Where several have it, as after one was restored on another computer, none is: what is not known for
 * our own must not give way.
 */
export function findInstallationIn(folder: string, db: Db): string | null {
  const key = readInstallKey(db)
  const [only, ...more] = listNewest(folder).filter(({ file }) => hasKey(join(folder, file), key))
  return only !== undefined && more.length === 0 ? only.of : null
}
