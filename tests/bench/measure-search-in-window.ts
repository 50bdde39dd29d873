import type { Page } from '@playwright/test'
import { findQuantile } from '../../scripts/bench/statistics.ts'

/** Milliseconds in which a large library is read and the causes are drawn. */
const mostWait = 120_000

/** Milliseconds from a letter to the list with what it finds, and to the frame that shows it, for which the screen is waited. */
type Shown = { readonly list: number; readonly frame: number }

/** Types each of these, letter by letter, into the search. */
function typeSearches(page: Page, typed: readonly string[], rounds: number): Promise<Shown[]> {
  return page.evaluate(
    async ([words, count]) => {
      const field = document.querySelector<HTMLInputElement>('.search input')
      const box = document.querySelector('.search')
      if (!field || !box) throw new Error('There is no search.')
      const type = (text: string) => {
        // As a key would: the field's own setter, which React watches for.
        Reflect.set(HTMLInputElement.prototype, 'value', text, field)
        field.dispatchEvent(new InputEvent('input', { bubbles: true }))
      }
      const pause = () => new Promise((done) => setTimeout(done, 80))
      const found: { list: number; frame: number }[] = []
      field.focus()
      for (let round = 0; round < count; round += 1)
        for (const word of words)
          for (let end = 1; end <= word.length; end += 1) {
            const text = word.slice(0, end)
            if (text.trimEnd() !== text) continue
            const start = performance.now()
            const seen = new Promise<number>((done) => {
              const look = () => {
                if (box.getAttribute('data-found') === text) {
                  observer.disconnect()
                  const listed = performance.now()
                  requestAnimationFrame(() => setTimeout(() => done(listed), 0))
                }
              }
              const observer = new MutationObserver(look)
              observer.observe(box, { attributeFilter: ['data-found'] })
            })
            type(text)
            const listed = await seen
            found.push({ list: listed - start, frame: performance.now() - start })
            await pause()
          }
      return found
    },
    [typed, rounds] as const,
  )
}

/**
 * How soon a letter in the search shows what it finds, as a line of the bench.
 * @param name of the library
 * @param goal milliseconds to the list that 95 of 100 letters are to keep
 */
export async function measureSearchInWindow(
  page: Page,
  name: string,
  typed: readonly string[],
  goal: number,
): Promise<string> {
  await page.locator('.cause-row').first().waitFor({ timeout: mostWait })
  await typeSearches(page, typed.slice(0, 3), 1) // the first is answered once the index stands
  const found = await typeSearches(page, typed, 3)
  const describe = (times: readonly number[]) =>
    `median ${findQuantile(times, 0.5).toFixed(1)}, p95 ${findQuantile(times, 0.95).toFixed(1)}, most ${Math.max(...times).toFixed(1)} ms`
  const lists = describe(found.map(({ list }) => list))
  const frames = describe(found.map(({ frame }) => frame))
  return `letter in the search to the list of what it finds, ${name}, ${found.length} letters: ${lists} (goal, p95: ${goal}); to the painted frame: ${frames}`
}
