import { findPreview, type Page } from './app.fixture.ts'

/**
 * Loads the page anew with a clock that the test moves on. That the window comes to the front is no sign of use there, nor is a
 * mouse that moves, until the test has it heard: the windows of other tests come and go before and beneath it.
 */
export async function takeClock(page: Page): Promise<void> {
  const deafened = await page.addInitScript(() => {
    const hold = (event: Event) => {
      const isMove = event.type === 'pointermove' && !Reflect.has(globalThis, 'hearsMoves')
      if (isMove || event.target === window) event.stopImmediatePropagation()
    }
    window.addEventListener('focus', hold, true)
    window.addEventListener('pointermove', hold, true)
  })
  await page.clock.install()
  await page.reload()
  await deafened.dispose()
  await findPreview(page).waitFor()
}

/** From now on a mouse that moves is heard. */
export async function hearMoves(page: Page): Promise<void> {
  await page.evaluate(() => Reflect.set(globalThis, 'hearsMoves', true))
}

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

/** Moves the window's clock on by so much from now. */
export async function waitByClock(page: Page, minutes: number, seconds: number): Promise<void> {
  const waitUntil = await startWaiting(page)
  await waitUntil(minutes, seconds)
}
