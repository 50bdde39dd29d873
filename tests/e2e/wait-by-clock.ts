import type { Page } from './app.fixture.ts'

/** From now on: moves the window's clock on until so much time has passed, that which the test itself takes with it. */
export async function startWaiting(page: Page) {
  // In steps, between which the window draws: only then does it begin to count.
  for (let steps = 0; steps < 10; steps += 1) await page.clock.runFor(200)
  const start = await page.evaluate(() => Date.now())
  return async (minutes: number, seconds: number) => {
    const passed = (await page.evaluate(() => Date.now())) - start
    await page.clock.runFor(Math.max(0, (minutes * 60 + seconds) * 1000 - passed))
  }
}
