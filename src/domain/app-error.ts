/** Everything that can go wrong, as a closed list; the window decides by code, people read the message. */
export const errorCodes = [
  'bad-input',
  'not-available',
  'content-damaged',
  'unprintable-text',
  'unsafe-alone',
  'settings-missing',
  'storage-failed',
  'save-failed',
  'printing-failed',
  'untrusted-sender',
  'unexpected',
] as const
export type ErrorCode = (typeof errorCodes)[number]

/** One thing to mend: `field` is a path into what was entered ("results.0.value"), or '' for the whole. */
export type Problem = { readonly field: string; readonly message: string }

/** A failure a clinician can act on. `message` is a whole sentence; `problems` says where each part belongs. */
export class AppError extends Error {
  readonly code: ErrorCode
  readonly problems: readonly Problem[]

  constructor(code: ErrorCode, problems: readonly Problem[] | string) {
    const list = typeof problems === 'string' ? [{ field: '', message: problems }] : problems
    super(list.map((problem) => problem.message).join(' '))
    this.name = 'AppError'
    this.code = code
    this.problems = list
  }
}

/** Marks a switch as exhaustive: a forgotten case no longer compiles. */
export function assertNever(value: never): never {
  throw new AppError('unexpected', `Unhandled case: ${JSON.stringify(value)}`)
}
