import { makeInstallKey, sealSettings } from '../seal.ts'
import type { Migration } from './migration.ts'

/**
 * The log of sheets given, without the patient. Hashes are kept as bytes, lists as JSON. `seal` is the HMAC of its row, for
 * SQLite has no checksum: a bit that flips on the disk would change a text unseen. `handouts_by_facet` holds
 * all that sheets are looked for by, in the order they are told: to read it through takes a third of the time that the
 * table takes.
 */
export const handoutsMigration: Migration = {
  version: 100,
  sql: `
    CREATE TABLE install (
      only_row INTEGER PRIMARY KEY CHECK (only_row = 1),
      key BLOB NOT NULL CHECK (length(key) = 32)
    ) STRICT;
    ALTER TABLE settings ADD COLUMN seal BLOB;
    CREATE TABLE handouts (
      row INTEGER PRIMARY KEY,
      id TEXT NOT NULL UNIQUE,
      given_at TEXT NOT NULL,
      way TEXT NOT NULL,
      audience TEXT NOT NULL,
      staff TEXT NOT NULL,
      topic TEXT NOT NULL,
      topic_version TEXT NOT NULL,
      content_sha256 BLOB NOT NULL,
      app_version TEXT NOT NULL,
      sheet_id TEXT NOT NULL,
      language TEXT NOT NULL,
      second_language TEXT,
      causes TEXT NOT NULL,
      pages INTEGER NOT NULL,
      copies INTEGER NOT NULL,
      override_reason TEXT NOT NULL,
      teach_back TEXT,
      pdf_seal BLOB NOT NULL,
      seal BLOB NOT NULL
    ) STRICT;
    CREATE INDEX handouts_by_facet ON handouts
      (row, given_at, way, audience, staff, topic, language, second_language, teach_back, override_reason, causes);`,
  fill: (db) => {
    makeInstallKey(db)
    sealSettings(db)
  },
}
