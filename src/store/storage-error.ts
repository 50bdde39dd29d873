import { AppError } from '../domain/app-error.ts'
import { tell, type Message } from '../domain/message.ts'

/** The code Node or SQLite gave to an error, as "ENOSPC" or "SQLITE_FULL"; '' when it has none. */
export function readErrorCode(error: unknown): string {
  return error instanceof Error && 'code' in error && typeof error.code === 'string' ? error.code : ''
}

/** A code as a sentence can name it. */
export function nameFault(code: string): Message | string {
  return code === '' ? tell('fault-unknown') : code
}

function describe(code: string): Message {
  if (code === 'SQLITE_FULL' || code === 'ENOSPC') return tell('why-disk-full')
  if (code.startsWith('SQLITE_BUSY') || code.startsWith('SQLITE_LOCKED')) return tell('why-file-busy')
  if (code === 'SQLITE_NOTADB' || code.startsWith('SQLITE_CORRUPT')) return tell('why-file-damaged')
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
  return new AppError('storage-failed', tell('storage-failed', { what, why: describe(readErrorCode(error)) }))
}
