/** Keeps count of work under way, so that quitting can wait for it. */
export type FollowedWork = {
  /** Counts `work` until it ends, well or badly; gives it back. */
  readonly follow: <T>(work: Promise<T>) => Promise<T>
  /** Resolves once nothing counted is under way, or after `most` milliseconds; never rejects. */
  readonly settle: (most: number) => Promise<void>
}

/** Starts an empty count. */
export function followWork(): FollowedWork {
  const underWay = new Set<Promise<unknown>>()

  async function waitForAll(): Promise<void> {
    // Work that ends may have begun more.
    while (underWay.size > 0) await Promise.allSettled(underWay)
  }

  return {
    follow: (work) => {
      underWay.add(work)
      const forget = () => void underWay.delete(work)
      work.then(forget, forget)
      return work
    },
    settle: async (most) => {
      let clock: NodeJS.Timeout | undefined
      const timeIsOver = new Promise<void>((resolve) => (clock = setTimeout(resolve, most)))
      await Promise.race([waitForAll(), timeIsOver])
      clearTimeout(clock)
    },
  }
}
