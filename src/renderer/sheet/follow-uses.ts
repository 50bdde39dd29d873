/** What is done at rest, and how many milliseconds after the last use, or after what was done before. */
export type AtRest = { readonly after: number; readonly act: () => void }

/** Does a piece of work that counts as a use until it ends. */
export type FollowUse = <T>(work: () => Promise<T>) => Promise<T>

/**
 * Tells when nothing is in use any more, and does then what is to be done at rest, one after the other; a use begins it anew.
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
  return async (work) => {
    inUse += 1
    clearTimeout(next)
    try {
      return await work()
    } finally {
      inUse -= 1
      if (inUse === 0) goOn(steps)
    }
  }
}
