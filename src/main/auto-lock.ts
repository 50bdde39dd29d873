/** Locks what nobody has touched for a while. */
export type AutoLock = {
  /** a key was pressed, or the mouse moved */
  readonly touch: () => void
  readonly stop: () => void
}

type LockKit = {
  /** after how many minutes */
  readonly readMinutes: () => number
  readonly lock: () => void
  /** now, in ms; also when the computer slept meanwhile */
  readonly readTime?: () => number
}

const betweenLooks = 1000

/** Begins to watch: with what the last touch was, a computer that slept through the wait locks once it wakes. */
export function startAutoLock({ readMinutes, lock, readTime = () => Date.now() }: LockKit): AutoLock {
  let lastTouch = readTime()
  const timer = setInterval(() => {
    // a clock that was set back must not keep it open
    const since = Math.abs(readTime() - lastTouch)
    if (since < readMinutes() * 60_000) return
    lastTouch = readTime()
    lock()
  }, betweenLooks)
  return {
    touch: () => {
      lastTouch = readTime()
    },
    stop: () => clearInterval(timer),
  }
}

/** What is used of an input of Electron: its kind and, of the mouse, where on the screen. */
type Input = { readonly type: string; readonly globalX?: number; readonly globalY?: number }

/** Makes what tells a hand from a window that opens or closes beneath a still mouse, which then "moves" and "leaves". */
export function makeHandWatch(): (input: Input) => boolean {
  let place = ''
  return ({ type, globalX = 0, globalY = 0 }) => {
    if (type === 'mouseEnter' || type === 'mouseLeave') return false
    if (type !== 'mouseMove') return true
    const before = place
    place = `${globalX} ${globalY}`
    return place !== before
  }
}
