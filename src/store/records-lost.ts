import { existsSync, readdirSync } from 'node:fs'
import { basename, dirname } from 'node:path'
import { tell } from '../domain/message.ts'
import { isFilled } from './is-filled.ts'
import { findBackupFolder } from './keep-old-version.ts'
import { toStorageError } from './storage-error.ts'

/** What lies beside a clinic.db that was used: the note, its journal, a history, and what was set aside. */
const beside = /^(?:copies\.json|history.*\.db|clinic-.*\.db|clinic\.db-(?:wal|shm|journal))/u
/** Copies, of each day or of before an update. */
const copy = /^(?:caresheet|clinic)-.*\.db$/u

function holds(folder: string, pattern: RegExp): boolean {
  return existsSync(folder) && readdirSync(folder).some((name) => pattern.test(name))
}

/**
 * Whether clinic.db is gone, or empty, though there was one: whatever else is left of it tells. A new installation has
 * nothing of that.
 * @throws AppError storage-failed
 */
export function areRecordsLost(path: string): boolean {
  try {
    return !isFilled(path) && (holds(dirname(path), beside) || holds(findBackupFolder(path), copy))
  } catch (error) {
    throw toStorageError(error, tell('what-open', { file: basename(path) }))
  }
}
