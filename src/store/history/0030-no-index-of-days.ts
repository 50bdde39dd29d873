import type { Migration } from '../migrations/migration.ts'

/** What is too old is found by two days, of which one was never in an index: so each row is looked at, and none is needed. */
export const noIndexOfDaysMigration: Migration = {
  version: 30,
  sql: 'DROP INDEX sealed_by_day;',
}
