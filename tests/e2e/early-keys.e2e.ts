import { existsSync } from 'node:fs'
import { join } from 'node:path'
import { answerSaveDialog, expect, launchApp, startNewApp, test } from './app.fixture.ts'

test('a sheet that is saved by its keys before the bar for it is drawn is saved once the bar is there', async ({
  folder,
}) => {
  await (await startNewApp(folder)).app.close()
  const app = await launchApp(folder)
  const page = await app.firstWindow()
  const file = join(folder, 'early.pdf')
  await answerSaveDialog(app, file)
  // Pressed from within the page, for a key from outside often comes too late: as soon as the causes take keys.
  await page.addInitScript(() => {
    const press = (key: string, ctrlKey: boolean) =>
      window.dispatchEvent(new KeyboardEvent('keydown', { key, ctrlKey, bubbles: true, cancelable: true }))
    const isTicked = () => document.querySelector('#cause-fatty-liver')?.matches(':checked') === true
    const hurry = () => {
      if (document.querySelector('#cause-fatty-liver') !== null && !isTicked()) press('5', false)
      if (!isTicked()) return setTimeout(hurry)
      document.documentElement.dataset['early'] = String(document.querySelector('.issue-bar') === null)
      return press('s', true)
    }
    document.addEventListener('DOMContentLoaded', hurry)
  })
  let wasEarly = false
  for (let tries = 0; tries < 10 && !wasEarly; tries += 1) {
    await page.reload()
    await page.waitForFunction(() => document.documentElement.dataset['early'] !== undefined)
    wasEarly = (await page.evaluate(() => document.documentElement.dataset['early'])) === 'true'
  }
  expect(wasEarly, 'the keys came before the bar').toBe(true)
  await expect(page.getByRole('status').filter({ hasText: 'Saved to' })).toBeVisible()
  expect(existsSync(file)).toBe(true)
  await app.close()
})
