import { tell } from '../domain/message.ts'
import type { Db } from './open-database.ts'
import { listPragmas } from './pragmas.ts'
import { toStorageError } from './storage-error.ts'

/** So long it waits for others who read the file, in ms: the window waits too. */
const patience = 250

/**
 * Empties the write-ahead log, in which what was deleted still stands.
 * @returns false while something else reads the file, so that it must be tried again
 * @throws AppError storage-failed
 */
export function emptyJournal(db: Db): boolean {
  try {
    db.pragma(`busy_timeout = ${patience}`)
    return db.pragma('wal_checkpoint(TRUNCATE)', { simple: true }) === 0 // SQLite's column "busy"
  } catch (error) {
    throw toStorageError(error, tell('what-purge'))
  } finally {
    db.pragma(`busy_timeout = ${listPragmas(process.platform)['busy_timeout']}`)
  }
}
