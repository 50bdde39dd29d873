/** Whether the window was cleared of all it held, and what is said to whoever chose something for what it no longer holds. */
type Clearing = {
  /** how often it was cleared */
  readonly count: () => number
  readonly tell: () => void
}

/**
 * Makes a question to the clinician one of the page that asks it: a dialog may stand there for hours, and meanwhile the names
 * lock or the computer sleeps. What is chosen then is told to come too late, and counts as not chosen.
 */
export function askWhileShown<Given extends unknown[]>(
  ask: (...given: Given) => Promise<string | null>,
  { count, tell }: Clearing,
): (...given: Given) => Promise<string | null> {
  return async (...given) => {
    const before = count()
    const chosen = await ask(...given)
    if (chosen === null || count() === before) return chosen
    tell()
    return null
  }
}
