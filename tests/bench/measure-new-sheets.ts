import type { ElectronApplication, Page } from '@playwright/test'
import { describeHoldUp, measureHoldUp } from './measure-hold-up.ts'

/** Milliseconds after which a sheet is taken for lost: a bench that waits for ever tells nobody. */
const patience = 30_000
const languages = ['English', 'Español', '中文（简体）'] as const

/**
 * Ticks causes by key, one after the other, and measures from each key to the frame after its sheet was drawn.
 * @param pause milliseconds between two of them: 120 is as fast as anyone ticks
 * @throws Error when a sheet does not come
 */
export function drawSheets(page: Page, count: number, pause = 120): Promise<number[]> {
  const given = { times: count, longest: patience, between: pause }
  return page.evaluate(async ({ times, longest, between }) => {
    const preview = document.querySelector('[data-testid="preview"]')
    if (!preview) throw new Error('There is no preview.')
    const seeNext = () =>
      new Promise<void>((done, fail) => {
        const lost = setTimeout(() => fail(new Error(`No new sheet came in ${longest / 1000} seconds.`)), longest)
        const observer = new MutationObserver(() => {
          observer.disconnect()
          clearTimeout(lost)
          requestAnimationFrame(() => setTimeout(done, 0)) // after that frame was painted
        })
        observer.observe(preview, { attributeFilter: ['data-version'] })
      })
    const found: number[] = []
    for (let tick = 0; tick < times; tick += 1) {
      // A list that is closed still takes keys, to be searched by typing.
      if (document.activeElement instanceof HTMLElement) document.activeElement.blur()
      const seen = seeNext()
      const start = performance.now()
      window.dispatchEvent(new KeyboardEvent('keydown', { key: String((tick % 6) + 1), bubbles: true }))
      await seen
      found.push(performance.now() - start)
      await new Promise((done) => setTimeout(done, between))
    }
    return found
  }, given)
}

const describe = (name: string, times: readonly number[]) => {
  const sorted = times.toSorted((a, b) => a - b)
  const at = (share: number) => (sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))] ?? 0).toFixed(0)
  return `${name.padEnd(14)} median ${at(0.5).padStart(4)}   p95 ${at(0.95).padStart(4)}   most ${at(1).padStart(4)}`
}

/** Ticks in every language, and tells each line as soon as it is known. */
export async function measureNewSheets(
  app: ElectronApplication,
  ticks: number,
  tell: (line: string) => void,
): Promise<void> {
  const page = await app.firstWindow()
  await page.locator('[data-testid="preview"][data-version]').waitFor()
  tell(`${ticks} ticks each, milliseconds from the key to the frame with the new sheet`)
  for (const language of languages) {
    await page.getByRole('button', { name: /Language of the sheet$/u }).click()
    await page.getByRole('option', { name: language }).click()
    await page.getByRole('listbox').waitFor({ state: 'hidden' })
    await drawSheets(page, 12)
    const times: number[] = []
    const start = performance.now()
    const held = await measureHoldUp(app, async () => void times.push(...(await drawSheets(page, ticks))))
    const length = performance.now() - start
    // As long again without a sheet: what the machine and its other programs hold up is in both.
    const idle = await measureHoldUp(app, () => page.waitForTimeout(length))
    tell(describe(language, times))
    tell(describeHoldUp('main process held up', held))
    tell(describeHoldUp('the same time, nothing drawn', idle))
  }
}
