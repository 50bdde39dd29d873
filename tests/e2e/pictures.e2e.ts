/**
 * Six parts of the window in three languages as pictures, kept under tests/golden-windows, so that a change of the look
 * shows. They hold words of the window alone: a change of the content leaves them. After a change that is meant, draw them
 * anew, and look at every one of them beside what it was:
 *
 *     UPDATE_GOLDEN=1 npm test -- --only e2e -- pictures
 */
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import type { Locator } from '@playwright/test'
import { measureDifference } from '../pdf/compare-pictures.ts'
import { expect, startNewApp, test, type Page } from './app.fixture.ts'
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
  { part: 'settings', keys: ['Control+,'], place: (page: Page) => page.locator('.settings > form') },
  { part: 'top', keys: ['Control+1'], place: (page: Page) => page.locator('.top-bar') },
] as const

async function takePicture(page: Page, keys: readonly string[], place: Locator): Promise<Buffer> {
  for (const key of keys) await page.keyboard.press(key)
  await place.waitFor()
  await page.evaluate(async () => {
    if (document.activeElement instanceof HTMLElement) document.activeElement.blur() // no caret that blinks
    await document.fonts.ready
  })
  await page.mouse.move(0, 0)
  const picture = await place.screenshot({ animations: 'disabled', caret: 'hide' })
  await page.keyboard.press('Escape')
  return picture
}

test('six parts of the window look as they looked, in three languages', async ({ folder: data }) => {
  const { app, page } = await startNewApp(data)
  const chromium = await app.evaluate(() => process.versions.chrome)
  test.skip(!chromium.startsWith(`${drawnBy}.`), `The pictures are of Chromium ${drawnBy}.`)
  await resize(app, 1280, 800)
  mkdirSync(folder, { recursive: true })
  const differences: Record<string, number> = {}
  for (const { language, name } of languages) {
    await page.keyboard.press('Control+,')
    await page.locator('.settings > form .select-button').last().click()
    await page.getByRole('option', { name, exact: true }).click()
    await page.locator('.settings > form').getByRole('button').last().click()
    await expect(page.locator('.settings > form').getByRole('status')).not.toBeEmpty()
    await page.keyboard.press('Control+1')
    await page.keyboard.press('Control+n')
    for (const { part, keys, place } of parts) {
      const file = path.join(folder, `${part}-${language}.png`)
      const picture = await takePicture(page, keys, place(page))
      if (isToWrite) writeFileSync(file, picture)
      differences[`${part} ${language}`] = measureDifference(picture, readFileSync(file))
    }
  }
  expect(Object.entries(differences).filter(([, difference]) => difference > tolerance)).toEqual([])
  expect(Object.keys(differences)).toHaveLength(18)
  await app.close()
})
