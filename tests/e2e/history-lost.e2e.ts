import { readFileSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { openHistoryDatabase } from '../../src/store/history/history-database.ts'
import { addPrinter, cupsFolder } from '../own-cups.ts'
import { answerSaveDialog, expect, findPreview, launchApp, test, type Page } from './app.fixture.ts'
import { beginHistory, giveSheet, lockByKeys, openTab, passphrase, rowsOf, startWithNames } from './begin-names.ts'
import { findViolations } from './find-violations.ts'
import { chooseByKeys, pressByKeys, typeByKeys } from './press-keys.ts'

async function eraseAll(page: Page): Promise<void> {
  await pressByKeys(page, page.getByRole('button', { name: 'Erase all names…' }))
  await pressByKeys(page, page.getByRole('button', { name: 'Erase all', exact: true }))
  await expect(page.getByRole('heading', { name: 'No names are kept' })).toBeVisible()
}

test('a history whose file is gone says what to press, and that button stands there', async ({ folder }) => {
  const { app } = await startWithNames(folder)
  await app.close()
  rmSync(join(folder, 'user data/history.db'))
  const next = await launchApp(folder)
  const page = await next.firstWindow()
  await findPreview(page).waitFor()
  await openTab(page, 'With names')
  await expect(page.getByText('press “Erase all names…”')).toBeVisible()
  expect(await findViolations(page)).toEqual([])
  await eraseAll(page)
  await next.close()
})

test('by keys alone: a history that is too damaged to be opened says which file to keep and what to press, and begins anew', async ({
  folder,
}) => {
  const { app } = await startWithNames(folder)
  await app.close()
  const file = join(folder, 'user data/history.db')
  writeFileSync(file, readFileSync(file).fill(0x5a, 4096)) // all but the head
  const next = await launchApp(folder)
  const page = await next.firstWindow()
  await findPreview(page).waitFor()
  await expect(page.getByText('this name is only printed. History says why.')).toBeVisible()
  await openTab(page, 'With names')
  const told = page.locator('.stop-note')
  await expect(told).toContainText('no copy of it is ever made')
  await expect(told).toContainText(`have ${file}, with every file whose name begins so, copied to a safe place first`)
  expect(await findViolations(page)).toEqual([])
  await eraseAll(page)
  await answerSaveDialog(next, join(folder, 'saved.pdf'))
  await beginHistory(page)
  await openTab(page, 'With names')
  await expect(rowsOf(page)).toHaveCount(1)
  await next.close()
})

test('by keys alone: a sheet whose PDF is damaged says so, and a new one begins with its causes', async ({
  folder,
}) => {
  const { app } = await startWithNames(folder)
  await app.close()
  const db = openHistoryDatabase(join(folder, 'user data/history.db'))
  db.exec('UPDATE sealed SET pdf = zeroblob(100)')
  db.close()
  const next = await launchApp(folder)
  const page = await next.firstWindow()
  await findPreview(page).waitFor()
  await openTab(page, 'With names')
  await typeByKeys(page, page.getByLabel('Passphrase'), passphrase)
  await page.keyboard.press('Enter')
  const dialog = page.getByRole('dialog')
  const startFrom = dialog.getByRole('button', { name: 'New sheet with these causes' })
  for (const what of [/^Save again: Canary Name/u, /^Print again: Canary Name/u]) {
    await pressByKeys(page, page.getByRole('button', { name: what }))
    await expect(dialog).toContainText('The PDF of this sheet was damaged on the disk')
    await expect(startFrom).toBeVisible()
    expect(await findViolations(page)).toEqual([])
    if (what.test('Save again: Canary Name')) await page.keyboard.press('Escape')
  }
  await pressByKeys(page, startFrom)
  await expect(page.getByRole('checkbox', { name: 'Fatty liver' })).toBeChecked()
  await expect(page.getByRole('textbox', { name: 'Patient name' })).toHaveValue('')
  await next.close()
})

test('D5: a sheet that is saved while the names are locked is told as not kept with them, and the way there is shown', async ({
  folder,
}) => {
  const { app, page } = await startWithNames(folder)
  await openTab(page, 'With names')
  await lockByKeys(page, 'begun')
  await giveSheet(page, 'Canary Name 2')
  const told = page.locator('.notice.care')
  await expect(told).toContainText(
    'It is in the list of sheets given. Names were locked, so it was not kept with them.',
  )
  expect(await findViolations(page)).toEqual([])
  await pressByKeys(page, page.getByRole('button', { name: 'Unlock the names…' }))
  await expect(page.getByLabel('Passphrase')).toBeFocused()
  await page.keyboard.type(passphrase)
  await page.keyboard.press('Enter')
  await expect(page.getByRole('heading', { name: 'Tailor the advice' })).toBeVisible()
  await expect(page.getByRole('button', { name: 'Unlock the names…' })).toHaveCount(0)
  await page.keyboard.press('Control+s')
  await expect(told).toHaveCount(0)
  await page.getByRole('status').filter({ hasText: 'Saved to' }).waitFor()
  await page.keyboard.press('Control+3')
  await expect(rowsOf(page)).toHaveCount(2)
  await app.close()
})

test.describe('with a printer', () => {
  test.skip(cupsFolder === null, 'The test run could start no CUPS.')

  test('D5: that a printed sheet was not kept with names is told until it is kept, or the next patient begins', async ({
    folder,
  }) => {
    addPrinter('Not_kept')
    const { app, page } = await startWithNames(folder)
    await openTab(page, 'With names')
    await lockByKeys(page, 'begun')
    const told = page.locator('.not-kept')
    const begin = async (name: string) => {
      await page.keyboard.press('Control+n')
      await page.keyboard.press('5') // fatty liver
      await typeByKeys(page, page.getByRole('textbox', { name: 'Patient name' }), name)
      await chooseByKeys(page, page.getByRole('button', { name: /Printer$/u }), 'Not_kept')
    }
    const print = async () => {
      await page.keyboard.press('Control+p')
      await expect(told.first()).toContainText('Names were locked, so it was not kept with them.')
    }
    await begin('Canary Name 2')
    await print()
    await begin('Canary Name 3')
    await expect(told).toHaveCount(0)
    await print()
    await page.keyboard.press('Control+p')
    await expect(told).toHaveCount(2)
    await pressByKeys(page, page.getByRole('button', { name: 'Unlock the names…' }))
    await expect(page.getByLabel('Passphrase')).toBeFocused()
    await page.keyboard.type(passphrase)
    await page.keyboard.press('Enter')
    await expect(page.getByRole('heading', { name: 'Tailor the advice' })).toBeVisible()
    await page.keyboard.press('Control+s')
    await page.getByRole('status').filter({ hasText: 'Saved to' }).waitFor()
    await expect(told).toHaveCount(0)
    await app.close()
  })
})
