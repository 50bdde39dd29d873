import type { Migration } from './migration.ts'

/** The clinic's logo, as bytes and not as the path of a file that may go away: one row, or none. */
export const logoMigration: Migration = {
  version: 30,
  sql: `CREATE TABLE logo (
    only_row INTEGER PRIMARY KEY CHECK (only_row = 1),
    picture BLOB NOT NULL
  ) STRICT`,
}
