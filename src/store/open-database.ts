import { chmodSync, closeSync, openSync } from 'node:fs'
import { basename } from 'node:path'
import Database from 'better-sqlite3'
import { tell } from '../domain/message.ts'
import { keepOldVersion } from './keep-old-version.ts'
import { findNewest, migrate, readVersion, refuseForeignFile, type Schema } from './migrate.ts'
import { applyPragmas } from './pragmas.ts'
import { DamagedFile, toStorageError } from './storage-error.ts'
import { undoSetAside } from './take-place.ts'

export type Db = Database.Database

const inMemory = ':memory:'

/** SQLite gives its side files the mode of the database, so the file is made before SQLite can make it readable by others. */
function claimFile(path: string): void {
  if (path === inMemory) return
  closeSync(openSync(path, 'a', 0o600))
  chmodSync(path, 0o600)
}

function checkIntegrity(db: Db): void {
  const verdict = db.pragma('quick_check(1)', { simple: true })
  if (verdict !== 'ok') throw new DamagedFile('storage-failed', tell('file-damaged', { file: basename(db.name) }))
}

/** A file that is about to change its schema is copied first; a new one, or one in memory, has nothing to lose. */
function keepIfOld(db: Db, schema: Schema): void {
  const version = readVersion(db)
  if (version > 0 && version < findNewest(schema) && db.name !== inMemory) keepOldVersion(db)
}

/**
 * Opens a file of ours, or makes it: private to this account, nothing confirmed is ever lost, newest schema.
 * @param path the file, or ":memory:"
 * @param before what to do before a file is brought to a newer schema
 * @throws AppError storage-failed, with nothing left open, for a file that is damaged, foreign, newer or not to be used
 */
export function openDatabase(path: string, schema: Schema, before: 'keep a copy' | 'no copy' = 'keep a copy'): Db {
  let db: Db | undefined
  try {
    if (path !== inMemory) undoSetAside(path)
    claimFile(path)
    db = new Database(path)
    db.pragma('trusted_schema = 0')
    refuseForeignFile(db, schema)
    applyPragmas(db)
    checkIntegrity(db)
    if (before === 'keep a copy') keepIfOld(db, schema)
    migrate(db, schema)
    return db
  } catch (error) {
    db?.close()
    throw toStorageError(error, tell('what-open', { file: basename(path) }))
  }
}
