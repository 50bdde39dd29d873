import type { Migration } from '../migrations/migration.ts'

/** The latest day this computer had said it is when a record was kept: a clock that was ahead must not age what comes after. */
export const seenOnMigration: Migration = {
  version: 20,
  sql: `
    ALTER TABLE sealed ADD COLUMN seen_on TEXT NOT NULL DEFAULT '';
    UPDATE sealed SET seen_on = given_on;`,
}
