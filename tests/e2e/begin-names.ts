import { join } from 'node:path'
import { answerSaveDialog, expect, findPreview, startNewApp, type Page } from './app.fixture.ts'
import { pressByKeys, tabTo, typeByKeys } from './press-keys.ts'

/** What unlocks the names of these tests. */
export const passphrase = 'four words are enough'

/** Opens one of the pages of the history, by keys. */
export async function openTab(page: Page, name: string): Promise<void> {
  await page.keyboard.press('Control+3')
  const tab = page.getByRole('tab', { name })
  await tabTo(page, page.getByRole('tab', { selected: true }))
  await page.keyboard.press('Home')
  for (let presses = 0; presses < 3 && (await tab.getAttribute('aria-selected')) !== 'true'; presses += 1)
    await page.keyboard.press('ArrowRight')
}

/** Switches the history on and gives a sheet. @returns the recovery code */
export async function beginHistory(page: Page, name = 'Canary Name'): Promise<string> {
  await openTab(page, 'With names')
  await typeByKeys(page, page.getByLabel('New passphrase'), passphrase)
  await page.keyboard.press('Enter')
  const code = await page.locator('.recovery-code').textContent()
  // It is shown this once: another tab or view does not take it away.
  await openTab(page, 'Sheets given')
  await page.keyboard.press('Control+1')
  await openTab(page, 'With names')
  await expect(page.locator('.recovery-code')).toHaveText(code ?? '')
  await pressByKeys(page, page.getByRole('button', { name: 'I have it on paper' }))
  await giveSheet(page, name)
  return code ?? ''
}

/** Ticks a cause, types a name, and saves the sheet. */
export async function giveSheet(page: Page, name: string): Promise<void> {
  await page.keyboard.press('Control+1')
  await page.keyboard.press('5') // fatty liver
  if (name !== '') await typeByKeys(page, page.getByRole('textbox', { name: 'Patient name' }), name)
  await page.keyboard.press('Control+s')
  await page.getByRole('status').filter({ hasText: 'Saved to' }).waitFor()
}

/** An app of a test's own with the history switched on, and one sheet in it. */
export async function startWithNames(folder: string) {
  const { app, page } = await startNewApp(folder)
  await answerSaveDialog(app, join(folder, 'saved.pdf'))
  return { app, page, code: await beginHistory(page) }
}

/** Locks the names by hand, from their page. What is in the window goes with them: a sheet that is being written once that was asked. */
export async function lockByKeys(page: Page, sheet: 'begun' | 'none'): Promise<void> {
  await pressByKeys(page, page.getByRole('button', { name: 'Lock now' }))
  if (sheet === 'begun') await pressByKeys(page, page.getByRole('button', { name: 'Lock and clear the sheet' }))
  await expect(page.getByRole('status').filter({ hasText: 'The window was cleared' })).toBeVisible()
  await findPreview(page).waitFor()
}

/** The rows of the patient `startWithNames` gives a sheet to. */
export const rowsOf = (page: Page) => page.getByRole('row', { name: /Canary Name/u })
