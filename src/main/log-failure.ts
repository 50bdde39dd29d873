import { readErrorCode } from '../store/storage-error.ts'

/** Writes what failed and the kind of error. Never its text: that may hold what was typed about a patient. */
export function logFailure(what: string, error: unknown): void {
  console.error(`CareSheet: ${what} failed: ${nameError(error)} ${readErrorCode(error)}`.trimEnd())
}

/** The kind of an error, as "TypeError". */
export function nameError(error: unknown): string {
  return error instanceof Error ? error.name : typeof error
}
