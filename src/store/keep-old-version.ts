import { closeSync, openSync, renameSync, rmSync } from 'node:fs'
import { basename, dirname, extname, join } from 'node:path'
import Database from 'better-sqlite3'
import { AppError } from '../domain/app-error.ts'
import { tell } from '../domain/message.ts'
import { readVersion } from './migrate.ts'
import { makePrivateFolder } from './private-folder.ts'
import { isSameContent, sumContent } from './sum-content.ts'
import { syncPath } from './sync-path.ts'

/** Where the copies of a database lie. */
export function findBackupFolder(path: string): string {
  return join(dirname(path), 'backups')
}

/**
 * Keeps a copy of a database before its schema is changed, as "backups/clinic-version-20.db"; the copy is read again and
 * compared before it counts. A copy of the same version from before is replaced.
 * @throws AppError storage-failed when the copy differs; whatever SQLite or the disk threw
 */
export function keepOldVersion(db: Database.Database): void {
  const folder = findBackupFolder(db.name)
  makePrivateFolder(folder)
  const kept = join(folder, `${basename(db.name, extname(db.name))}-version-${readVersion(db)}.db`)
  const part = `${kept}.part`
  rmSync(part, { force: true })
  closeSync(openSync(part, 'wx', 0o600))
  try {
    db.prepare('VACUUM INTO ?').run(part)
    const copy = new Database(part, { readonly: true })
    try {
      if (!isSameContent(sumContent(db), sumContent(copy)))
        throw new AppError('storage-failed', tell('copy-before-update'))
    } finally {
      copy.close()
    }
    syncPath(part)
    renameSync(part, kept)
    syncPath(folder)
  } catch (error) {
    rmSync(part, { force: true })
    throw error
  }
}
