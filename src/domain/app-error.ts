import { tell, writeEnglish, type Message } from './message.ts'

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

/**
 * One thing to mend: `field` is a path into what was entered ("results.0.value"), or '' for the whole. `message` is in
 * English; `told` is the same for the window to say in its own language, and is missing only where no window hears it.
 */
export type Problem = { readonly field: string; readonly message: string; readonly told?: Message | undefined }

/** A problem of a field, in English and for any language. */
export function toProblem(field: string, told: Message): Problem {
  return { field, message: writeEnglish(told), told }
}

/** A failure a clinician can act on. `message` is a whole sentence; `problems` says where each part belongs. */
export class AppError extends Error {
  readonly code: ErrorCode
  readonly problems: readonly Problem[]

  /** The first problem as a message, for what has room for one sentence. */
  get told(): Message {
    const [first] = this.problems
    return first?.told ?? tell('went-wrong')
  }

  /** @param why plain text is for the command line and the checks of content, which speak English */
  constructor(code: ErrorCode, why: readonly Problem[] | Message | string) {
    const list = typeof why === 'string' ? [{ field: '', message: why }] : 'id' in why ? [toProblem('', why)] : why
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
