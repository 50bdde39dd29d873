import type { Migration } from './migration.ts'

/** The clinic's settings, one row a field; `value` is JSON. */
export const settingsMigration: Migration = {
  version: 10,
  sql: 'CREATE TABLE settings (key TEXT PRIMARY KEY NOT NULL, value TEXT NOT NULL) STRICT, WITHOUT ROWID',
}
