/** What is done at rest, and how many milliseconds after the last use, or after what was done before. */
export type AtRest = { readonly after: number; readonly act: () => void }

/** Does a piece of work that counts as a use until it ends, or until `closed` says that what it uses is gone. */
export type FollowUse = <T>(work: () => Promise<T>, closed: Promise<never>) => Promise<T>

/**
 * Tells when nothing is in use any more, and does then what is to be done at rest, one after the other; a use begins it anew.
 * What is used may leave a question unanswered when it is closed: such a use ends then, and is refused with what `closed` says.
 */
export function followUses(steps: readonly AtRest[]): FollowUse {
  let inUse = 0
  let next: ReturnType<typeof setTimeout> | undefined
  const goOn = ([step, ...others]: readonly AtRest[]) => {
    if (step === undefined) return
    next = setTimeout(() => {
      step.act()
      goOn(others)
    }, step.after)
  }
  return async (work, closed) => {
    inUse += 1
    clearTimeout(next)
    try {
      return await Promise.race([work(), closed])
    } finally {
      inUse -= 1
      if (inUse === 0) goOn(steps)
    }
  }
}
