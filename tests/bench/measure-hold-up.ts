import type { ElectronApplication } from '@playwright/test'

/** How long the main process was held up, in milliseconds, and how often for longer than it may be. */
export type HoldUp = {
  readonly p99: number
  readonly p999: number
  readonly max: number
  readonly over: number
  readonly count: number
  /** the longest that its thread itself computed between two turns, and how often for longer than it may; Linux only */
  readonly busy: { readonly max: number; readonly over: number } | null
}

/** What a `Histogram` of Node's perf_hooks is used for. */
type Delays = {
  readonly count: number
  readonly max: number
  readonly percentile: (share: number) => number
  readonly disable: () => void
}
/** What stands in the main process while it is measured. */
type Measuring = {
  readonly monitor: Delays
  readonly busy: { max: number; over: number }
  readonly timer: NodeJS.Timeout
}

/** Longest the main process may wait, in milliseconds. */
const longestWait = 8

function startMeasuring(app: ElectronApplication): Promise<void> {
  return app.evaluate((_electron, longest) => {
    const { monitorEventLoopDelay } = process.getBuiltinModule('node:perf_hooks')
    const { readFileSync } = process.getBuiltinModule('node:fs')
    // The kernel tells of the main thread how long it has run: what it waited for a processor is not in it.
    const readWork = () => Number(readFileSync('/proc/self/schedstat', 'utf8').split(' ')[0]) / 1e6
    const busy = { max: 0, over: 0 }
    let before = process.platform === 'linux' ? readWork() : 0
    const look = () => {
      const now = readWork()
      busy.max = Math.max(busy.max, now - before)
      if (now - before > longest) busy.over += 1
      before = now
    }
    const timer = setInterval(process.platform === 'linux' ? look : () => undefined, 1)
    const monitor = monitorEventLoopDelay({ resolution: 1 })
    monitor.enable()
    Object.assign(globalThis, { measuring: { monitor, busy, timer } })
  }, longestWait)
}

function stopMeasuring(app: ElectronApplication): Promise<HoldUp> {
  return app.evaluate((_electron, longest) => {
    const { measuring } = globalThis as unknown as { measuring: Measuring } // reason: put there above
    const { monitor, busy, timer } = measuring
    monitor.disable()
    clearInterval(timer)
    const read = (share: number) => monitor.percentile(share) / 1e6 - 1 // less what its own timer takes
    let [low, high] = [0, 100] // the share that was not longer, by halving
    while (high - low > 1e-4) {
      const middle = (low + high) / 2
      if (read(middle) <= longest) low = middle
      else high = middle
    }
    const max = monitor.max / 1e6 - 1
    const over = max <= longest ? 0 : Math.max(1, Math.round((1 - low / 100) * monitor.count))
    const isLinux = process.platform === 'linux'
    return { p99: read(99), p999: read(99.9), max, over, count: monitor.count, busy: isLinux ? { ...busy } : null }
  }, longestWait)
}

/** Measures the delay of the main process's event loop while `act` runs, and how much of it is its own work. */
export async function measureHoldUp(app: ElectronApplication, act: () => Promise<void>): Promise<HoldUp> {
  await startMeasuring(app)
  await act()
  return stopMeasuring(app)
}

/** As a line of the bench. */
export function describeHoldUp(name: string, { p99, p999, max, over, count, busy }: HoldUp): string {
  const figures = `99 % under ${p99.toFixed(1)}, 99.9 % under ${p999.toFixed(1)}, most ${max.toFixed(1)}`
  const own = busy ? `; by its own work ${busy.over}, most ${busy.max.toFixed(1)}` : ''
  return `  ${name.padEnd(28)} ${figures}; ${over} of ${count} over ${longestWait}${own}`
}
