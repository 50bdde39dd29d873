import type { Migration } from '../migrations/migration.ts'

/**
 * `sealed` holds a record and its PDF, each sealed on its own, so that a list need not open a PDF. The day is in clear, for
 * old rows must go while the history is locked; nothing else of a row can be read without the key. `listed`, sealed too,
 * says which record each row has now: a row put back from earlier is not in it. `key_wraps` holds the key of the history,
 * wrapped; without one of them all rows are noise. `lock` holds what a PIN is known by, the tries, and the latest day seen.
 */
export const historyMigration: Migration = {
  version: 10,
  sql: `
    CREATE TABLE sealed (
      row INTEGER PRIMARY KEY,
      id TEXT NOT NULL UNIQUE,
      given_on TEXT NOT NULL,
      record BLOB NOT NULL,
      pdf BLOB NOT NULL
    ) STRICT;
    CREATE INDEX sealed_by_day ON sealed (given_on);
    CREATE TABLE listed (
      only_row INTEGER PRIMARY KEY CHECK (only_row = 1),
      list BLOB NOT NULL
    ) STRICT;
    CREATE TABLE key_wraps (
      by TEXT PRIMARY KEY CHECK (by IN ('keystore', 'passphrase', 'recovery')),
      key_id TEXT NOT NULL,
      salt BLOB NOT NULL,
      wrapped BLOB NOT NULL
    ) STRICT, WITHOUT ROWID;
    CREATE TABLE lock (
      only_row INTEGER PRIMARY KEY CHECK (only_row = 1),
      pin_salt BLOB,
      pin_key BLOB,
      failures INTEGER NOT NULL DEFAULT 0,
      last_try TEXT NOT NULL DEFAULT '',
      latest_day TEXT NOT NULL DEFAULT ''
    ) STRICT;
    INSERT INTO lock (only_row) VALUES (1);`,
}
