import type { Migration } from './migration.ts'

/** How the last sheet was printed on this computer: one row, and nothing about whom it was for. */
export const printChoiceMigration: Migration = {
  version: 20,
  sql: `CREATE TABLE print_choice (
    only_row INTEGER PRIMARY KEY CHECK (only_row = 1),
    printer TEXT NOT NULL,
    copies INTEGER NOT NULL,
    sides TEXT,
    tray TEXT
  ) STRICT`,
}
