import type Database from 'better-sqlite3'
import { AppError } from '../domain/app-error.ts'
import { tell } from '../domain/message.ts'
import type { Migration } from './migrations/migration.ts'

/** Whose file it is, and how its schema came to be: `migrations` in rising order. */
export type Schema = { readonly applicationId: number; readonly migrations: readonly Migration[] }

function refuseForeignFile(db: Database.Database, { applicationId, migrations }: Schema): void {
  const owner = db.pragma('application_id', { simple: true })
  const isNew = owner === 0 && db.prepare('SELECT 1 FROM sqlite_schema LIMIT 1').get() === undefined
  if (owner !== applicationId && !isNew) throw new AppError('storage-failed', tell('file-foreign'))
  if (readVersion(db) > (migrations.at(-1)?.version ?? 0)) throw new AppError('storage-failed', tell('file-newer'))
}

/** The schema version that a file has reached. */
export function readVersion(db: Database.Database): number {
  return Number(db.pragma('user_version', { simple: true }))
}

/**
 * Brings a file to the newest schema, all steps in one transaction, so that a kill leaves the old schema or the new one.
 * @throws AppError storage-failed for a file that is not ours or is newer than this program
 */
export function migrate(db: Database.Database, schema: Schema): void {
  refuseForeignFile(db, schema)
  if (readVersion(db) === schema.migrations.at(-1)?.version) return
  // A table can only be rebuilt while foreign keys are off, and SQLite ignores that switch inside a transaction.
  db.pragma('foreign_keys = OFF')
  db.transaction(() => {
    const reached = readVersion(db)
    for (const { version, sql } of schema.migrations) {
      if (version <= reached) continue
      db.exec(sql)
      db.pragma(`user_version = ${version}`)
    }
    db.pragma(`application_id = ${schema.applicationId}`)
    if (db.prepare('PRAGMA foreign_key_check').all().length > 0)
      throw new AppError('storage-failed', tell('data-misfits'))
  }).immediate()
}
