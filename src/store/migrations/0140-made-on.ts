import type { Migration } from './migration.ts'

/**
 * The day that stands on a sheet, by which it can be made again: one printed again, or drawn before midnight, was given on
 * another. Null for the sheets that were there before; their seals hold without it.
 */
export const madeOnMigration: Migration = {
  version: 140,
  sql: 'ALTER TABLE handouts ADD COLUMN made_on TEXT',
}
