/**
 * Six parts of the window, and the whole of it in six states, in three languages as pictures, kept under
 * tests/golden-windows, so that a change of the look shows. They hold words of the window alone: a change of the content
 * leaves them. After a change that is meant, draw them
 * anew, and look at every one of them beside what it was:
 *
 *     UPDATE_GOLDEN=1 npm test -- --only e2e -- pictures
 */
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import type { ElectronApplication, Locator } from '@playwright/test'
import { measureDifference } from '../pdf/compare-pictures.ts'
import { expect, openView, startNewApp, test, type Page } from './app.fixture.ts'
import { resize } from './measure-boxes.ts'

const folder = path.resolve(import.meta.dirname, '../golden-windows')
const isToWrite = process.env['UPDATE_GOLDEN'] === '1'
/** Another Chromium smooths letters otherwise. */
const drawnBy = '130'
// How much the greys of a square of 8 pixels may differ: letters may be smoothed otherwise, but nothing may move.
const tolerance = 24

const languages = [
  { language: 'en', name: 'English' },
  { language: 'zh-CN', name: '中文（简体）' },
  { language: 'es', name: 'Español' },
] as const

/** Each with the keys that lead to it from the sheet, and the part that is looked at. */
const parts = [
  { part: 'patient', keys: [], place: (page: Page) => page.locator('.choose-pane > :last-child') },
  { part: 'shortcuts', keys: ['F1'], place: (page: Page) => page.locator('.dialog-frame') },
  { part: 'bundles', keys: ['Control+b'], place: (page: Page) => page.locator('.dialog-frame') },
  { part: 'history', keys: ['Control+3'], place: (page: Page) => page.locator('.history') },
  { part: 'settings', keys: ['Control+,'], place: (page: Page) => page.locator('.settings') },
  { part: 'top', keys: ['Control+1'], place: (page: Page) => page.locator('.top-bar') },
] as const

/** Waits until nothing moves the focus any more, and takes it away: no caret blinks, and no ring is in one picture alone. */
async function settle(page: Page): Promise<void> {
  await page.evaluate(async () => {
    const frame = () => new Promise((goOn) => requestAnimationFrame(goOn))
    for (let frames = 0; frames < 5; frames += 1) await frame() // a view that comes has the focus two frames later
    if (document.activeElement instanceof HTMLElement) document.activeElement.blur()
    await document.fonts.ready
    await frame()
  })
  await page.mouse.move(0, 0)
}

async function takePicture(page: Page, keys: readonly string[], place: Locator): Promise<Buffer> {
  for (const key of keys) await page.keyboard.press(key)
  await place.waitFor()
  await settle(page)
  await page.evaluate(() => {
    const sheet = new CSSStyleSheet() // how long a page is may change with the day
    sheet.replaceSync('* { scrollbar-color: transparent transparent !important }')
    document.adoptedStyleSheets = [sheet]
    // Longer than the window: its beginning is in the pictures of the whole window.
    document.querySelector('.settings .form-actions')?.scrollIntoView({ block: 'end' })
  })
  const look = () => place.screenshot({ animations: 'disabled', caret: 'hide' })
  // What is asked of the main process stands there a moment later.
  let picture = await look()
  for (let looks = 0, isStill = false; looks < 10 && !isStill; looks += 1) {
    await page.waitForTimeout(300)
    const next = await look()
    isStill = next.equals(picture)
    picture = next
  }
  await page.keyboard.press('Escape')
  return picture
}

/** Lets the window speak a language, and begins a new patient. */
async function speak(page: Page, name: string): Promise<void> {
  await openView(page, 'Control+,')
  await page.locator('.settings > form .select-button').last().click()
  await page.getByRole('option', { name, exact: true }).click()
  await page.locator('.settings > form').getByRole('button').last().click()
  await expect(page.locator('.settings > form').getByRole('status')).not.toBeEmpty()
  await page.keyboard.press('Control+1')
  await page.keyboard.press('Control+n')
}

/** Takes a picture of everything in every language; those that differ from the kept ones, by how much. */
async function listChanged(
  app: ElectronApplication,
  page: Page,
  look: (see: (name: string, picture: Buffer) => void) => Promise<void>,
): Promise<{ readonly count: number; readonly changed: readonly (readonly [string, number])[] }> {
  await resize(app, 1280, 800)
  mkdirSync(folder, { recursive: true })
  const differences: Record<string, number> = {}
  for (const { language, name } of languages) {
    await speak(page, name)
    await look((what, picture) => {
      const file = path.join(folder, `${what}-${language}.png`)
      if (isToWrite) writeFileSync(file, picture)
      differences[`${what} ${language}`] = measureDifference(picture, readFileSync(file))
    })
  }
  const changed = Object.entries(differences).filter(([, difference]) => difference > tolerance)
  return { count: Object.keys(differences).length, changed }
}

async function skipForOthers(app: ElectronApplication): Promise<void> {
  const chromium = await app.evaluate(() => process.versions.chrome)
  test.skip(!chromium.startsWith(`${drawnBy}.`), `The pictures are of Chromium ${drawnBy}.`)
}

test('six parts of the window look as they looked, in three languages', async ({ folder: data }) => {
  test.setTimeout(120_000)
  const { app, page } = await startNewApp(data)
  await skipForOthers(app)
  const found = await listChanged(app, page, async (see) => {
    for (const { part, keys, place } of parts) see(part, await takePicture(page, keys, place(page)))
  })
  expect(found).toEqual({ count: 18, changed: [] })
  await app.close()
})

/** What changes with the content or the day is not seen in the pictures of the whole window, though it takes its place. */
const unseen = `
  .choose-pane > *, .items, .pages, .count, .pane-state > p, .preview-bar > p, .safety-banner, .stop-findings,
  .topics-pane [role='listbox'], .topic-text * { visibility: hidden !important }
  * { scrollbar-color: transparent transparent !important }`

/** The whole window in six states, each with what leads to it from an empty sheet. */
const states: readonly { readonly state: string; readonly reach: (page: Page) => Promise<void> }[] = [
  { state: 'empty', reach: async () => undefined },
  { state: 'dark', reach: (page) => page.emulateMedia({ colorScheme: 'dark' }) },
  {
    state: 'stop',
    reach: async (page) => {
      await page.emulateMedia({ colorScheme: 'light' })
      await page.locator('.safety .fold-title').press('Enter')
      await page.locator('.safety input[type="checkbox"]').nth(3).press('Space')
      await page.keyboard.press('Control+s')
      await page.getByRole('alertdialog').waitFor()
    },
  },
  { state: 'topics', reach: (page) => openView(page, 'Control+2') },
  { state: 'given', reach: (page) => openView(page, 'Control+3') },
  { state: 'settings', reach: (page) => openView(page, 'Control+,') },
]

test('the whole window looks as it looked in six states, in three languages', async ({ folder: data }) => {
  test.setTimeout(180_000)
  const { app, page } = await startNewApp(data, { PATH: '/nonexistent' }) // the same without printers everywhere
  await skipForOthers(app)
  const found = await listChanged(app, page, async (see) => {
    for (const { state, reach } of states) {
      await reach(page)
      await settle(page)
      await page.evaluate((css) => {
        const sheet = new CSSStyleSheet()
        sheet.replaceSync(css)
        document.adoptedStyleSheets = [sheet]
        document.querySelector('.settings')?.scrollTo(0, 0)
      }, unseen)
      await page.waitForTimeout(400) // the preview has its size
      see(`whole-${state}`, await page.screenshot({ animations: 'disabled', caret: 'hide' }))
      await page.evaluate(() => (document.adoptedStyleSheets = []))
      await page.keyboard.press('Escape')
    }
  })
  expect(found).toEqual({ count: 18, changed: [] })
  await app.close()
})
