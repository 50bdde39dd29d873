import type { Page } from '@playwright/test'
import { findQuantile } from '../../scripts/bench/statistics.ts'

/** Ticks causes by key; milliseconds from each key to the changed list of advice, and to the end of the frame that shows it. */
function tickCauses(page: Page, count: number): Promise<{ readonly work: number; readonly frame: number }[]> {
  return page.evaluate(async (times) => {
    const pane = document.querySelector('.tailor-pane')
    if (!pane) throw new Error('There is no list of advice.')
    const wait = (milliseconds: number) => new Promise((done) => setTimeout(done, milliseconds))
    const found: { work: number; frame: number }[] = []
    for (let tick = 0; tick < times; tick += 1) {
      const changed = new Promise<number>((done) => {
        const observer = new MutationObserver(() => {
          observer.disconnect()
          done(performance.now())
        })
        observer.observe(pane, { childList: true, subtree: true, attributes: true, characterData: true })
      })
      // Keys come at any time between two frames.
      await new Promise((done) => requestAnimationFrame(() => setTimeout(done, Math.random() * 16)))
      const start = performance.now()
      const shown = new Promise<number>((done) => {
        requestAnimationFrame(() => {
          const channel = new MessageChannel()
          channel.port1.addEventListener('message', () => done(performance.now())) // after that frame was painted
          channel.port1.start()
          channel.port2.postMessage(null)
        })
      })
      window.dispatchEvent(new KeyboardEvent('keydown', { key: String((tick % 6) + 1), bubbles: true }))
      found.push({ work: (await changed) - start, frame: (await shown) - start })
      await wait(250)
    }
    return found
  }, count)
}

/** How soon a tick changes the list of advice, as a line of the bench. */
export async function measureTick(page: Page, count: number): Promise<string> {
  await tickCauses(page, 12)
  const found = await tickCauses(page, count)
  const describe = (times: readonly number[]) =>
    `median ${findQuantile(times, 0.5).toFixed(1)}, p95 ${findQuantile(times, 0.95).toFixed(1)} ms`
  const [work, frame] = [found.map((each) => each.work), found.map((each) => each.frame)]
  const inTime = found.filter((each) => each.work <= 16).length
  return `tick to the changed list of advice: ${describe(work)}; to the painted frame: ${describe(frame)}; ${inTime} of ${count} within 16 ms`
}
