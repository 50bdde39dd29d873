import { join } from 'node:path'
import AxeBuilder from '@axe-core/playwright'
import { answerSaveDialog, choose, expect, startNewApp, test, type Page } from './app.fixture.ts'

const passphrase = 'four words are enough'
const findViolations = async (page: Page) => (await new AxeBuilder({ page }).setLegacyMode().analyze()).violations

async function giveSheet(page: Page, name: string): Promise<void> {
  await page.keyboard.press('Control+1')
  await page.getByRole('checkbox', { name: 'Fatty liver' }).check()
  await page.getByRole('textbox', { name: 'Patient name' }).fill(name)
  await page.keyboard.press('Control+s')
  await page.getByRole('status').filter({ hasText: 'Saved to' }).waitFor()
}

test('a sheet that was given stands in the history without the patient, and how it went is noted there', async ({
  folder,
}) => {
  const { app, page } = await startNewApp(folder)
  await page.keyboard.press('Control+3')
  await expect(page.getByRole('status').filter({ hasText: 'No sheet is in the list.' })).toBeVisible()
  await answerSaveDialog(app, join(folder, 'saved.pdf'))
  await giveSheet(page, 'Canary Name')

  await page.keyboard.press('Control+3')
  const row = page.getByRole('row').nth(1)
  await expect(row).toContainText('Fatty liver')
  await expect(row).toContainText('saved as PDF')
  await expect(page.getByRole('table')).not.toContainText('Canary Name')
  expect(await findViolations(page)).toEqual([])
  await row.getByRole('button', { name: /^not asked yet/u }).click()
  await page.getByRole('option', { name: 'understood' }).click()
  await choose(page, 'Said back', 'declined')
  await expect(page.getByRole('row')).toHaveCount(0)
  await choose(page, 'Said back', 'understood')
  await expect(page.getByRole('row')).toHaveCount(2)
  await choose(page, 'Cause', 'Hepatitis C')
  await expect(page.getByText('No sheet fits these choices.')).toBeVisible()
  await choose(page, 'Cause', 'Fatty liver')
  const month = page.getByRole('spinbutton', { name: 'month, Given until' })
  await month.focus()
  await page.keyboard.type('01012020')
  await expect(page.getByRole('row')).toHaveCount(0)
  await month.focus()
  await page.keyboard.type('01012099')
  await expect(page.getByRole('row')).toHaveCount(2)
  await choose(page, 'Language of the sheet', 'Español')
  await expect(page.getByRole('row')).toHaveCount(0)
  await choose(page, 'Language of the sheet', 'English')
  await expect(page.getByRole('row')).toHaveCount(2)
  await choose(page, 'Safety stop', 'given for a reason')
  await expect(page.getByRole('row')).toHaveCount(0)
  await app.close()
})

test('the history with names is switched on, shows its code once, finds a patient, locks and unlocks', async ({
  folder,
}) => {
  const { app, page } = await startNewApp(folder)
  await page.keyboard.press('Control+3')
  await page.getByRole('tab', { name: 'With names' }).click()
  expect(await findViolations(page)).toEqual([])
  const secret = page.getByLabel('New passphrase')
  await secret.fill('short')
  await page.keyboard.press('Enter')
  await expect(page.locator('.field-problem').filter({ hasText: /12|passphrase/iu })).toBeVisible()
  await expect(secret).toHaveValue('short') // to be mended
  await secret.fill(passphrase)
  await page.keyboard.press('Enter')
  await expect(page.getByText('Write this code down now')).toBeVisible()
  await page.getByRole('button', { name: 'I have it on paper' }).click()

  await page.keyboard.press('Control+1')
  await expect(page.getByText('on paper, and sealed in the history with names')).toBeVisible()
  await answerSaveDialog(app, join(folder, 'saved.pdf'))
  await giveSheet(page, 'Canary Name')
  await page.keyboard.press('Control+3')
  await page.getByRole('tab', { name: 'With names' }).click()
  await page.getByRole('textbox', { name: 'Find a patient' }).fill('canary')
  await expect(page.getByRole('row', { name: /Canary Name/u })).toBeVisible()
  expect(await findViolations(page)).toEqual([])
  await page.getByRole('textbox', { name: 'Find a patient' }).fill('somebody else')
  await expect(page.getByRole('row', { name: /Canary Name/u })).toHaveCount(0)
  await expect(page.getByText('No sheet for “somebody else”.')).toBeVisible()

  await page.getByRole('button', { name: 'Lock now' }).click()
  const asks = page.getByRole('alertdialog')
  await expect(asks).toContainText('the sheet you are writing goes too')
  expect(await findViolations(page)).toEqual([])
  await asks.getByRole('button', { name: 'Keep my sheet' }).click()
  await expect(page.getByRole('button', { name: 'Lock now' })).toBeFocused()
  await page.keyboard.press('Enter')
  await asks.getByRole('button', { name: 'Lock and clear the sheet' }).click()
  await expect(page.getByRole('status').filter({ hasText: 'The window was cleared' })).toBeVisible()
  await expect(page.getByRole('checkbox', { name: 'Fatty liver' })).not.toBeChecked()
  expect(await page.content()).not.toContain('Canary Name')
  await expect(page.getByText('The names are locked: this name is only printed.')).toBeVisible()
  await page.keyboard.press('Control+3')
  await page.getByRole('tab', { name: 'With names' }).click()
  await page.getByLabel('Passphrase').fill(passphrase)
  await page.keyboard.press('Enter')
  await page.getByRole('button', { name: /^Remove: Canary Name/u }).click()
  await page.getByRole('alertdialog').getByRole('button', { name: 'Remove' }).click()
  await expect(page.getByRole('status').filter({ hasText: 'Sheet removed: Canary Name.' })).toBeVisible()
  await app.close()
})
