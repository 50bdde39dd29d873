import { logFailure } from './log-failure.ts'

/**
 * Does something now and gives its result, or its error, whenever asked: so that what failed at start is told in the
 * window by those who need it, and stops nobody else.
 * @param what how it is called in the log
 */
export function holdResult<T>(what: string, make: () => T): () => T {
  try {
    const result = make()
    return () => result
  } catch (error) {
    logFailure(what, error)
    return () => {
      throw error
    }
  }
}

/** The same, done when it is first asked for: what the window does not need to stand is not waited for. */
export function holdWhenAsked<T>(what: string, make: () => T): () => T {
  let held: (() => T) | undefined
  return () => (held ??= holdResult(what, make))()
}
