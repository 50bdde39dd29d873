import { addPrinter, cupsFolder } from '../own-cups.ts'
import { expect, findChoice, launchApp, startNewApp, test } from './app.fixture.ts'
import { findViolations, openTab, passphrase, rowsOf, startWithNames } from './begin-names.ts'
import { chooseByKeys, pressByKeys, typeByKeys } from './press-keys.ts'

test('a new recovery code is made by keys, and after a restart it opens the names, and the old one does not', async ({
  folder,
}) => {
  test.setTimeout(240_000)
  const { app, page, code: old } = await startWithNames(folder)
  const button = (name: string) => page.getByRole('button', { name, exact: true })
  await openTab(page, 'With names')
  await pressByKeys(page, button('Recovery code'))
  await pressByKeys(page, button('New recovery code…'))
  const asked = page.getByRole('alertdialog', { name: 'Make a new recovery code?' })
  await expect(asked.getByRole('button', { name: 'Keep the old code' })).toBeFocused()
  await page.keyboard.press('Escape')
  await expect(button('New recovery code…')).toBeFocused()
  await expect(page.locator('.recovery-code')).toHaveCount(0)
  await page.keyboard.press('Enter')
  await pressByKeys(page, asked.getByRole('button', { name: 'Make a new code' }))
  const code = (await page.locator('.recovery-code').textContent()) ?? ''
  expect([code.length, code === old]).toEqual([39, false])
  await expect(page.getByRole('heading', { name: 'Write this code down now, or print it' })).toBeFocused()
  expect(await findViolations(page)).toEqual([])
  await pressByKeys(page, button('I have it on paper'))
  await expect(page.getByRole('textbox', { name: 'Find a patient' })).toBeFocused()
  await expect(rowsOf(page)).toHaveCount(1)
  await app.close()

  const again = await launchApp(folder)
  const next = await again.firstWindow()
  await next.getByRole('checkbox', { name: 'Fatty liver' }).waitFor()
  await openTab(next, 'With names')
  await pressByKeys(next, next.getByRole('button', { name: 'Passphrase forgotten?' }))
  const field = next.getByRole('textbox', { name: 'Recovery code' })
  await expect(field).toBeFocused()
  await pressByKeys(next, next.getByRole('button', { name: 'Go back' }))
  await expect(next.getByLabel('Passphrase')).toBeFocused()
  await pressByKeys(next, next.getByRole('button', { name: 'Passphrase forgotten?' }))
  await typeByKeys(next, field, old)
  await typeByKeys(next, next.getByLabel('New passphrase'), 'four other words now')
  await next.keyboard.press('Enter')
  await expect(next.getByText(/once a new code is made, an older one no longer works/u)).toBeVisible()
  await typeByKeys(next, field, code)
  await pressByKeys(next, next.getByRole('button', { name: 'Unlock' }))
  await expect(rowsOf(next)).toHaveCount(1)
  await again.close()
})

test('a recovery code is printed by keys as names are switched on, and again once it was made anew; no list of sheets has it', async ({
  folder,
}) => {
  test.skip(cupsFolder === null, 'The test run could start no CUPS.')
  test.setTimeout(240_000)
  const [printer, other] = [addPrinter('Code_prints'), addPrinter('Code_prints_too')]
  const { app, page } = await startNewApp(folder)
  const button = (name: string) => page.getByRole('button', { name, exact: true })
  const dialog = page.getByRole('dialog', { name: 'Print the recovery code' })
  const jobs = page.getByRole('list', { name: 'Sheets being printed' })
  const printOn = async (name: string) => {
    await pressByKeys(page, button('Print it…'))
    await expect(dialog).toBeVisible()
    await chooseByKeys(page, findChoice(page, 'Printer'), name)
    await expect(dialog.getByRole('textbox', { name: 'Copies' })).toHaveCount(0)
    expect(await findViolations(page)).toEqual([])
    await pressByKeys(page, dialog.getByRole('button', { name: 'Print', exact: true }))
    await expect(dialog).toHaveCount(0)
    await expect(jobs).toContainText(`Printed, says the printer: 1 page on ${name}`, { timeout: 30_000 })
    await expect(button('Print it…')).toBeFocused()
  }
  await openTab(page, 'With names')
  await typeByKeys(page, page.getByLabel('New passphrase'), passphrase)
  await page.keyboard.press('Enter')
  await expect(page.getByRole('heading', { name: 'Write this code down now, or print it' })).toBeFocused()
  await printOn(printer.name)
  await pressByKeys(page, button('I have it on paper'))
  await pressByKeys(page, button('Recovery code'))
  await pressByKeys(page, button('New recovery code…'))
  await pressByKeys(page, button('Make a new code'))
  await printOn(other.name)
  await page.keyboard.press('Control+3')
  await openTab(page, 'Sheets given')
  await expect(page.getByText('No sheet is in the list.')).toBeVisible()
  await app.close()
})
