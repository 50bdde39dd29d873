import type Database from 'better-sqlite3'
import { AppError } from '../domain/app-error.ts'
import { tell } from '../domain/message.ts'

/**
 * How every file is opened. better-sqlite3 lowers `synchronous` to NORMAL whenever it opens an existing WAL file,
 * and a power cut then loses what was already confirmed; so nothing here may be left to a default.
 * @param platform as Node names it: on macOS a plain fsync leaves the bytes in the disk's own memory
 */
export function listPragmas(platform: NodeJS.Platform): Readonly<Record<string, number | string>> {
  return {
    busy_timeout: 5000,
    journal_mode: 'wal',
    synchronous: 2,
    foreign_keys: 1,
    secure_delete: 1,
    temp_store: 2,
    trusted_schema: 0,
    cell_size_check: 1,
    ...(platform === 'darwin' ? { fullfsync: 1, checkpoint_fullfsync: 1 } : {}),
  }
}

/** The pragmas as SQLite reports them. */
export function readPragmas(db: Database.Database): Readonly<Record<string, unknown>> {
  return Object.fromEntries(
    Object.keys(listPragmas(process.platform)).map((name) => [name, db.pragma(name, { simple: true })]),
  )
}

/**
 * Sets every pragma and reads it back.
 * @throws AppError storage-failed when one did not take: a file that may lose data must not be used
 */
export function applyPragmas(db: Database.Database): void {
  for (const [name, value] of Object.entries(listPragmas(process.platform))) {
    db.pragma(`${name} = ${value}`)
    const wanted = name === 'journal_mode' && db.name === ':memory:' ? 'memory' : value
    if (db.pragma(name, { simple: true }) !== wanted)
      throw new AppError('storage-failed', tell('storage-unsafe', { setting: name }))
  }
}
