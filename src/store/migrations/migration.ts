import type Database from 'better-sqlite3'

/**
 * One step of a schema. Numbered in tens; once released it is never edited, a later one mends it. `fill` writes, after the
 * SQL and in the same transaction, what SQL cannot work out.
 */
export type Migration = {
  readonly version: number
  readonly sql: string
  readonly fill?: (db: Database.Database) => void
}
