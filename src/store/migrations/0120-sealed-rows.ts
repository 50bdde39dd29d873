import { sealOneRows } from '../one-row.ts'
import type { Migration } from './migration.ts'

/** The logo and the printer last used carry a seal too: a flipped bit would print another picture, or on another printer. */
export const sealedRowsMigration: Migration = {
  version: 120,
  sql: `
    ALTER TABLE print_choice ADD COLUMN seal BLOB;
    ALTER TABLE logo ADD COLUMN seal BLOB;`,
  fill: sealOneRows,
}
