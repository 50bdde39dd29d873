import { AppError } from '../domain/app-error.ts'

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

function isDamage(code: string): boolean {
  return code === 'SQLITE_NOTADB' || code.startsWith('SQLITE_CORRUPT')
}

function describe(code: string): string {
  if (isFull(code)) return 'The disk is full. Please free some space'
  if (code.startsWith('SQLITE_BUSY') || code.startsWith('SQLITE_LOCKED'))
    return 'Another program is using the file. Please close it'
  if (isDamage(code)) return 'The file is damaged. Please ask for it to be restored'
  if (code.startsWith('SQLITE_CANTOPEN') || code.startsWith('SQLITE_READONLY') || code === 'EACCES' || code === 'EROFS')
    return 'CareSheet may not use the file. Please ask for access to its folder'
  return `The computer reported ${code === '' ? 'an unknown fault' : code}. Please start CareSheet again`
}

/**
 * Turns what a disk or SQLite threw into a sentence; an AppError stays as it is.
 * @param what the task that failed, as the start of the sentence: "The settings could not be saved"
 */
export function toStorageError(error: unknown, what: string): AppError {
  if (error instanceof AppError) return error
  const code = readErrorCode(error)
  const Kind = isDamage(code) ? DamagedFile : isFull(code) ? DiskFull : AppError
  return new Kind('storage-failed', `${what}. ${describe(code)}, then try again.`)
}
