import { basename } from 'node:path'
import type Database from 'better-sqlite3'
import { AppError } from '../domain/app-error.ts'
import { tell } from '../domain/message.ts'
import type { Migration } from './migrations/migration.ts'
import { DamagedFile } from './storage-error.ts'

/** Whose file it is, and how its schema came to be: `migrations` in rising order. */
export type Schema = {
  readonly applicationId: number
  readonly migrations: readonly Migration[]
  /** tables that together no other program has: by them a file whose first page is damaged is known; left out for one that is built anew */
  readonly ownTables?: readonly string[]
}

/** The schema version that a file has reached; 0 for a new one. */
export function readVersion(db: Database.Database): number {
  return Number(db.pragma('user_version', { simple: true }))
}

/** The version that a schema leads to. */
export function findNewest({ migrations }: Schema): number {
  return migrations.at(-1)?.version ?? 0
}

/** Whether a file that does not say it is ours has our tables: then its first page is damaged. */
function holdsOwnTables(db: Database.Database, { ownTables = [] }: Schema): boolean {
  const names = new Set(db.prepare<[], string>('SELECT name FROM sqlite_schema').pluck().all())
  return ownTables.length > 0 && ownTables.every((name) => names.has(name))
}

/** Only reads. @throws AppError storage-failed for a file that is not ours or is newer than this program */
export function refuseForeignFile(db: Database.Database, schema: Schema): void {
  const owner = db.pragma('application_id', { simple: true })
  const isNew = owner === 0 && db.prepare('SELECT 1 FROM sqlite_schema LIMIT 1').get() === undefined
  if (owner !== schema.applicationId && !isNew && holdsOwnTables(db, schema))
    throw new DamagedFile('storage-failed', tell('file-damaged', { file: basename(db.name) }))
  if (owner !== schema.applicationId && !isNew) throw new AppError('storage-failed', tell('file-foreign'))
  if (readVersion(db) > findNewest(schema)) throw new AppError('storage-failed', tell('file-newer'))
}

/**
 * Brings a file to the newest schema, all steps in one transaction, so that a kill leaves the old schema or the new one.
 * @throws AppError storage-failed when the rows do not fit the new schema
 */
export function migrate(db: Database.Database, schema: Schema): void {
  if (readVersion(db) === findNewest(schema)) return
  // A table can only be rebuilt while foreign keys are off, and SQLite ignores that switch inside a transaction.
  db.pragma('foreign_keys = OFF')
  db.transaction(() => {
    const reached = readVersion(db)
    for (const { version, sql, fill } of schema.migrations) {
      if (version <= reached) continue
      db.exec(sql)
      fill?.(db)
      db.pragma(`user_version = ${version}`)
    }
    db.pragma(`application_id = ${schema.applicationId}`)
    if (db.prepare('PRAGMA foreign_key_check').all().length > 0)
      throw new AppError('storage-failed', tell('data-misfits'))
  }).immediate()
  db.pragma('foreign_keys = ON')
}
