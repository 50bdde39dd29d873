import { sealHead } from '../seal.ts'
import type { Migration } from './migration.ts'

/**
 * What was done to the records. Entries are only ever added: each carries the HMAC of itself and of the one before it, and
 * the head seals how many there are and the last, so that a cut at the end shows too.
 */
export const auditMigration: Migration = {
  version: 110,
  sql: `
    CREATE TABLE audit (
      number INTEGER PRIMARY KEY,
      at TEXT NOT NULL,
      event TEXT NOT NULL,
      mac BLOB NOT NULL
    ) STRICT;
    CREATE TABLE audit_head (
      only_row INTEGER PRIMARY KEY CHECK (only_row = 1),
      entries INTEGER NOT NULL,
      seal BLOB NOT NULL
    ) STRICT;
    CREATE TRIGGER audit_is_not_changed BEFORE UPDATE ON audit
      BEGIN SELECT raise(ABORT, 'the audit is only added to'); END;
    CREATE TRIGGER audit_is_not_removed BEFORE DELETE ON audit
      BEGIN SELECT raise(ABORT, 'the audit is only added to'); END;
    CREATE TRIGGER audit_is_not_replaced BEFORE INSERT ON audit
      WHEN EXISTS (SELECT 1 FROM audit WHERE number >= NEW.number)
      BEGIN SELECT raise(ABORT, 'the audit is only added to'); END;
    CREATE TRIGGER audit_head_stays BEFORE DELETE ON audit_head
      BEGIN SELECT raise(ABORT, 'the audit is only added to'); END;`,
  fill: (db) => sealHead(db, 0, Buffer.alloc(0)),
}
