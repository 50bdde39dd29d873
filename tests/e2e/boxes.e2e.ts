import { catalogues } from '../../src/words/catalogues.ts'
import { listClipped, listOverlaps, resize } from './measure-boxes.ts'
import { choose, expect, openView, seePreviewChange, startNewApp, test, type Page } from './app.fixture.ts'

const viewKeys = { sheet: 'Control+1', topics: 'Control+2', history: 'Control+3', settings: 'Control+,' } as const
const dialogKeys = { shortcuts: 'F1', about: 'Shift+F1', bundles: 'Control+b' } as const

/** Text spacing as WCAG 1.4.12 asks for, and the lines twice as far apart. */
const wideText = `* { line-height: 2 !important; letter-spacing: 0.12em !important; word-spacing: 0.16em !important; }`

async function lookEverywhere(page: Page, how: string): Promise<void> {
  for (const [view, keys] of Object.entries(viewKeys)) {
    await openView(page, keys)
    expect(await listClipped(page), `${how}, ${view}`).toEqual([])
    expect(await listOverlaps(page), `${how}, ${view}`).toEqual([])
  }
  for (const [dialog, keys] of Object.entries(dialogKeys)) {
    await page.keyboard.press(keys)
    await page.getByRole('dialog').waitFor()
    expect(await listClipped(page, '.dialog-frame *'), `${how}, ${dialog}`).toEqual([])
    await page.keyboard.press('Escape')
    await page.getByRole('dialog').waitFor({ state: 'detached' })
  }
  await page.keyboard.press('Control+1')
}

test('in Spanish, the longest, nothing is clipped at 1024 × 700, at 200 % zoom, and with text spaced twice as wide', async ({
  folder,
}) => {
  test.setTimeout(120_000)
  const { app, page } = await startNewApp(folder)
  await page.keyboard.press('Control+,')
  await page.locator('.settings > form .select-button').last().click()
  await page.getByRole('option', { name: 'Español' }).click()
  await page.locator('.settings > form').getByRole('button').last().click()
  await page.keyboard.press('Control+1')
  await expect(page.getByRole('heading', { name: catalogues.es.window.tailor.title })).toBeVisible()
  await page.keyboard.press('5')
  await seePreviewChange(page, () => page.keyboard.press('6'))
  await page.locator('.safety .fold-title').click()

  await resize(app, 1024, 700)
  await page.waitForFunction(() => innerWidth === 1024)
  await lookEverywhere(page, '1024 × 700')

  await app.evaluate(({ BrowserWindow }) => BrowserWindow.getAllWindows()[0]?.webContents.setZoomFactor(2))
  await page.waitForFunction(() => innerWidth === 512)
  await lookEverywhere(page, '200 % zoom')

  await app.evaluate(({ BrowserWindow }) => BrowserWindow.getAllWindows()[0]?.webContents.setZoomFactor(1))
  await resize(app, 1280, 800)
  await page.waitForFunction(() => innerWidth === 1280)
  await page.evaluate((css) => {
    const sheet = new CSSStyleSheet()
    sheet.replaceSync(css)
    document.adoptedStyleSheets = [sheet]
  }, wideText)
  await lookEverywhere(page, 'text twice as wide')
  await app.close()
})

test('in Spanish, the longest, the time of the next test takes one line, and its day stands beside it', async ({
  folder,
}) => {
  const { app, page } = await startNewApp(folder)
  await openView(page, 'Control+,')
  await choose(page, 'Language of the window', 'Español')
  await page.locator('.settings > form').getByRole('button').last().click()
  await page.keyboard.press('Control+1')
  await page.keyboard.press('5')
  const [time, day] = [page.locator('.retest .select-button'), page.locator('.retest-date')]
  await expect(time).toHaveText('habitual (12 semanas)')
  const [timeBox, dayBox] = [await time.boundingBox(), await day.boundingBox()]
  if (timeBox === null || dayBox === null) throw new Error('The next test is not in sight.')
  expect(timeBox.height).toBe(32)
  expect(dayBox.y).toBeLessThan(timeBox.y + timeBox.height)
  await app.close()
})

test('a ticked cause brings its advice into sight beneath the head, where Undo stays', async ({ page }) => {
  for (const key of ['5', '1', '6', '3']) {
    await seePreviewChange(page, () => page.keyboard.press(key))
    const head = await page.locator('.pane-header').boundingBox()
    const pane = await page.locator('.tailor-pane').boundingBox()
    expect(head?.y).toBe(pane?.y)
    await expect(page.getByRole('button', { name: 'Undo' })).toBeInViewport({ ratio: 1 })
  }
  const card = page.locator('.tailor-pane [data-cause="hepatitis-b"]')
  const [headBox, cardBox] = [await page.locator('.pane-header').boundingBox(), await card.boundingBox()]
  if (headBox === null || cardBox === null) throw new Error('The card is not in sight.')
  expect(cardBox.y - (headBox.y + headBox.height)).toBeGreaterThanOrEqual(0)
  expect(cardBox.y - (headBox.y + headBox.height)).toBeLessThan(20)
})

test('the code of a cause is never alone on its line', async ({ page }) => {
  await page.locator('.more-causes .fold-title').click()
  const lonely = await page.locator('.cause-hint').evaluateAll((hints) =>
    hints.flatMap((hint) => {
      const [code, words] = [hint.querySelector('.code'), hint.firstChild]
      if (code === null || words === null) return []
      const range = document.createRange()
      range.selectNodeContents(words)
      const last = [...range.getClientRects()].at(-1)
      return last !== undefined && code.getBoundingClientRect().top >= last.bottom - 4 ? [hint.textContent] : []
    }),
  )
  expect(lonely).toEqual([])
})
