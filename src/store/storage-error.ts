import { AppError } from '../domain/app-error.ts'
import { tell, type Message } from '../domain/message.ts'

/** The code Node or SQLite gave to an error, as "ENOSPC" or "SQLITE_FULL"; '' when it has none. */
export function readErrorCode(error: unknown): string {
  return error instanceof Error && 'code' in error && typeof error.code === 'string' ? error.code : ''
}

/** A database whose bytes are not as they were written: its rows may still be saved, one by one. */
export class DamagedFile extends AppError {}

/** The disk has no room: what was asked for may be done once some is free. */
export class DiskFull extends AppError {}

/** Whether an error code means a full disk; SQLite has a code of its own for its shared memory. */
export function isFull(code: string): boolean {
  return ['SQLITE_FULL', 'SQLITE_IOERR_SHMSIZE', 'ENOSPC', 'EDQUOT'].includes(code)
}

/** Whether a disk cannot share memory or lock files, without which a write-ahead log is not safe. */
function isNoPlaceForLog(code: string): boolean {
  return /^SQLITE_IOERR_(?:SHM(?:MAP|OPEN|LOCK)|LOCK|RDLOCK|UNLOCK|CHECKRESERVEDLOCK)$|^SQLITE_PROTOCOL$/u.test(code)
}

function isDamage(code: string): boolean {
  return code === 'SQLITE_NOTADB' || code.startsWith('SQLITE_CORRUPT')
}

/** A code as a sentence can name it. */
export function nameFault(code: string): Message | string {
  return code === '' ? tell('fault-unknown') : code
}

function describe(code: string): Message {
  if (isFull(code)) return tell('why-disk-full')
  if (code.startsWith('SQLITE_BUSY') || code.startsWith('SQLITE_LOCKED')) return tell('why-file-busy')
  if (isDamage(code)) return tell('why-file-damaged')
  if (isNoPlaceForLog(code)) return tell('why-not-safe-there')
  if (code.startsWith('SQLITE_CANTOPEN') || code.startsWith('SQLITE_READONLY') || code === 'EACCES' || code === 'EROFS')
    return tell('why-no-access')
  return tell('why-unknown', { fault: nameFault(code) })
}

/**
 * Turns what a disk or SQLite threw into a sentence; an AppError stays as it is.
 * @param what the task that failed, as the start of the sentence
 */
export function toStorageError(error: unknown, what: Message): AppError {
  if (error instanceof AppError) return error
  const code = readErrorCode(error)
  const Kind = isDamage(code) ? DamagedFile : isFull(code) ? DiskFull : AppError
  return new Kind('storage-failed', tell('storage-failed', { what, why: describe(code) }))
}

/** What SQLite threw as a sentence, as `toStorageError` has it; anything else, a fault of our own, as it is. */
export function tellSqlite(error: unknown, what: Message): unknown {
  return readErrorCode(error).startsWith('SQLITE_') ? toStorageError(error, what) : error
}
