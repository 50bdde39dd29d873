import type { Migration } from './migration.ts'

/**
 * The libraries that sheets of the log were made from, each kept once, so that a sheet can be made again after an update.
 * `sha256` is of the library's text, by which a flipped bit shows; `library` is that text, deflated.
 */
export const contentsMigration: Migration = {
  version: 130,
  sql: `CREATE TABLE contents (
    row INTEGER PRIMARY KEY,
    sha256 BLOB NOT NULL UNIQUE,
    library BLOB NOT NULL
  ) STRICT`,
}
