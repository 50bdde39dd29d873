import type { Migration } from '../migrations/migration.ts'

/** Whether somebody said that the newest recovery code is on paper. Of older ones it was asked before the names were shown. */
export const codeKeptMigration: Migration = {
  version: 40,
  sql: 'ALTER TABLE lock ADD COLUMN code_kept INTEGER NOT NULL DEFAULT 1 CHECK (code_kept IN (0, 1));',
}
