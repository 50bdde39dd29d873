import { catalogues } from '../../src/words/catalogues.ts'
import { listClipped, listOverlaps, resize } from './measure-boxes.ts'
import { expect, openView, seePreviewChange, startNewApp, test, type Page } from './app.fixture.ts'

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
