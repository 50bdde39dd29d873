import { expect, findPreview, startNewApp, test, type Page } from './app.fixture.ts'

const failure = (page: Page) =>
  page.getByText('The preview could not be drawn. The sheet can still be saved and printed.')

test('a window that is out of sight, and so is given no frames, draws its sheet all the same', async ({ folder }) => {
  const { app, page } = await startNewApp(folder)
  await app.evaluate(({ BrowserWindow }) => BrowserWindow.getAllWindows()[0]?.hide())
  await page.reload()
  const seeFrame = () =>
    Promise.race([
      new Promise((goOn) => requestAnimationFrame(() => goOn('a frame'))),
      new Promise((goOn) => setTimeout(() => goOn('none'), 500)),
    ])
  expect(await page.evaluate(seeFrame)).toBe('none')
  await expect(findPreview(page)).toHaveAttribute('data-version', '1')
  await expect(findPreview(page).locator('canvas').first()).toBeAttached()
  await app.close()
})

test('where the thread that reads the sheet never answers, another draws it', async ({ page }) => {
  const broken = await page.addInitScript(() => {
    const Real = Worker
    let made = 0
    // The first is a real thread that is dead.
    window.Worker = class extends Real {
      constructor(...given: ConstructorParameters<typeof Worker>) {
        super(...given)
        made += 1
        if (made > 1) return
        this.terminate()
        Reflect.set(globalThis, 'hasAsked', true)
      }
    }
  })
  await page.clock.install()
  await page.reload()
  await broken.dispose()
  await page.waitForFunction(() => Reflect.has(globalThis, 'hasAsked'))
  await page.clock.runFor(10_000)
  await expect(findPreview(page)).not.toHaveAttribute('data-version')
  await page.clock.runFor(10_000)
  await expect(findPreview(page)).toHaveAttribute('data-version', '1')
  await expect(failure(page)).toHaveCount(0)
})

test('where no such thread can be started, that is said over the sheet before', async ({ folder }) => {
  const { app, page } = await startNewApp(folder)
  await page.clock.install()
  await page.reload()
  await expect(findPreview(page).locator('.told-page')).toHaveCount(2) // to its last words
  await app.evaluate(({ BrowserWindow }) => {
    const { protocol } = BrowserWindow.getAllWindows()[0]?.webContents.session ?? {}
    protocol?.unhandle('app')
    protocol?.handle('app', () => new Response(null, { status: 404 })) // its files cannot be read any more
  })
  await page.clock.runFor(11_000) // at rest the thread is given back, and another begun
  await page.keyboard.press('5')
  await expect(failure(page)).toBeVisible()
  await expect(findPreview(page)).toHaveAttribute('data-version', '1')
  await app.close()
})
