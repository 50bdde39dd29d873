import type { Schema } from '../migrate.ts'
import { openDatabase, type Db } from '../open-database.ts'
import { historyMigration } from './0010-history.ts'
import { seenOnMigration } from './0020-seen-on.ts'
import { noIndexOfDaysMigration } from './0030-no-index-of-days.ts'
import { codeKeptMigration } from './0040-code-kept.ts'

/** "CSHS" in ASCII, so that a file says whose it is. */
const applicationId = 0x43_53_48_53

/** history.db and how it came to be. */
export const historySchema: Schema = {
  applicationId,
  migrations: [historyMigration, seenOnMigration, noIndexOfDaysMigration, codeKeptMigration],
  ownTables: ['sealed', 'listed', 'key_wraps'],
}

/**
 * Opens history.db: which sheets were for whom, sealed. It is there only while a clinic wants a history; no copy of it is
 * ever made, not even before an update, for what is kept briefly must not live on in a copy.
 * @throws AppError storage-failed
 */
export function openHistoryDatabase(path: string): Db {
  return openDatabase(path, historySchema, 'no copy')
}
