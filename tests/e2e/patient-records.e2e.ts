import { readFileSync, statSync } from 'node:fs'
import { join } from 'node:path'
import { unsealZip } from '../main/unseal-zip.ts'
import { answerSaveDialog, expect, startNewApp, test, type Page } from './app.fixture.ts'
import { findViolations } from './find-violations.ts'

const passphrase = 'four words are enough'

async function giveSheet(page: Page, name: string, cause: string): Promise<void> {
  await page.keyboard.press('Control+1')
  await page.getByRole('checkbox', { name: cause }).check()
  await page.getByRole('textbox', { name: 'Patient name' }).fill(name)
  await page.keyboard.press('Control+s')
  await page.getByRole('status').filter({ hasText: 'Saved to' }).waitFor()
  await page.getByRole('button', { name: /^New patient/u }).click()
}

async function openNames(page: Page): Promise<void> {
  await page.keyboard.press('Control+3')
  await page.getByRole('tab', { name: 'With names' }).click()
}

test('D10: all that is held of a patient is saved as one file, and removed, from the history; another of that name stays', async ({
  folder,
}) => {
  const { app, page } = await startNewApp(folder)
  await openNames(page)
  await page.getByLabel('New passphrase').fill(passphrase)
  await page.keyboard.press('Enter')
  await page.getByRole('button', { name: 'I have it on paper' }).click()
  const saved = join(folder, 'saved.pdf')
  await answerSaveDialog(app, saved)
  await giveSheet(page, 'Canary Name', 'Fatty liver')
  await giveSheet(page, 'Canary Name', 'Hepatitis C')
  await giveSheet(page, 'Canary Name', 'Hepatitis B')
  await giveSheet(page, 'Another Patient', 'Fatty liver')

  await openNames(page)
  await page
    .getByRole('button', { name: /^All of this patient: Canary Name/u })
    .first()
    .click()
  const dialog = page.getByRole('dialog', { name: 'All sheets of Canary Name' })
  await expect(dialog.getByRole('checkbox')).toHaveCount(3)
  await expect(dialog).toContainText(/next test \d{1,2} \w+ \d{4}/u) // written out, as in the list
  await expect(dialog.getByRole('button', { name: 'Save 3 sheets…' })).toBeVisible()
  await dialog.getByRole('checkbox', { name: /Hepatitis B/u }).uncheck()
  expect(await findViolations(page)).toEqual([])
  const archive = join(folder, 'patient.zip')
  await answerSaveDialog(app, archive)
  await dialog.getByRole('button', { name: 'Save 2 sheets…' }).click()
  const sealing = page.getByRole('dialog', { name: 'Save what is held of Canary Name in a sealed file' })
  await sealing.getByLabel('Passphrase for this file').fill('one for this file')
  expect(await findViolations(page)).toEqual([])
  await sealing.getByRole('button', { name: 'Save the file' }).click()
  await expect(page.getByRole('status').filter({ hasText: `Saved to ${archive}` })).toBeVisible()
  expect(statSync(archive).mode & 0o777).toBe(0o600)
  const files = await unsealZip(readFileSync(archive), 'one for this file')
  expect(Object.keys(files).map((name) => name.replace(/\d{4}-\d\d-\d\d/u, 'day'))).toEqual([
    'records.json',
    '1-day.pdf',
    '2-day.pdf',
  ])
  const told = new TextDecoder().decode(files['records.json'])
  expect(told).toContain('"patientName": "Canary Name"')
  expect(told).toContain('Hepatitis C')
  expect(told).not.toContain('Another Patient')

  await page
    .getByRole('button', { name: /^All of this patient: Canary Name/u })
    .first()
    .click()
  await dialog.getByRole('checkbox', { name: /Hepatitis B/u }).uncheck()
  await dialog.getByRole('button', { name: 'Remove 2 sheets…' }).click()
  await page.getByRole('alertdialog').getByRole('button', { name: 'Remove' }).click()
  await expect(page.getByRole('status').filter({ hasText: '2 sheets removed: Canary Name.' })).toBeVisible()
  await expect(page.getByRole('row')).toHaveCount(3)
  await expect(page.getByRole('row', { name: /Canary Name/u })).toContainText('Hepatitis B')
  await app.close()
})
