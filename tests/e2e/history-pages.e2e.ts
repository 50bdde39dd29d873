import { existsSync, readFileSync, statSync } from 'node:fs'
import { join } from 'node:path'
import { addPrinter, cupsFolder } from '../own-cups.ts'
import { unsealZip } from '../main/unseal-zip.ts'
import {
  answerSaveDialog,
  choose,
  expect,
  findChoice,
  findPreview,
  launchApp,
  startNewApp,
  test,
  type Page,
} from './app.fixture.ts'
import { beginHistory, giveSheet, lockByKeys, openTab, passphrase, rowsOf, startWithNames } from './begin-names.ts'
import { findViolations } from './find-violations.ts'
import { chooseByKeys, pressByKeys, tabTo, typeByKeys } from './press-keys.ts'

test('by keys alone: a forgotten passphrase gives way to the recovery code, and a new one opens the names', async ({
  folder,
}) => {
  const { app, code } = await startWithNames(folder)
  await app.close()

  const next = await launchApp(folder)
  const again = await next.firstWindow()
  await findPreview(again).waitFor()
  await openTab(again, 'With names')
  await pressByKeys(again, again.getByRole('button', { name: 'Passphrase forgotten?' }))
  await expect(again.getByText('This computer has no keystore')).toBeVisible()
  expect(await findViolations(again)).toEqual([])
  await typeByKeys(again, again.getByRole('textbox', { name: 'Recovery code' }), 'AAAA-BBBB')
  await typeByKeys(again, again.getByLabel('New passphrase'), 'another one of four words')
  await again.keyboard.press('Enter')
  await expect(again.getByText('The code has 32 letters and digits; this has 8.')).toBeVisible()
  const codeField = again.getByRole('textbox', { name: 'Recovery code' })
  await codeField.focus()
  await typeByKeys(again, codeField, 'A'.repeat(32))
  await again.keyboard.press('Enter')
  await expect(again.getByText('This is not the code of these names.')).toBeVisible()
  await expect(again.getByLabel('New passphrase')).toHaveValue('another one of four words') // it was not wrong
  await typeByKeys(again, codeField, code.toLowerCase())
  await again.keyboard.press('Enter')
  await expect(rowsOf(again)).toHaveCount(1)
  await expect(again.getByRole('textbox', { name: 'Find a patient' })).toBeFocused()
  await lockByKeys(again, 'none')
  await openTab(again, 'With names')
  await typeByKeys(again, again.getByLabel('Passphrase'), passphrase)
  await again.keyboard.press('Enter')
  await expect(again.getByText('This did not unlock the names.')).toBeVisible()
  await typeByKeys(again, again.getByLabel('Passphrase'), 'another one of four words')
  await again.keyboard.press('Enter')
  await expect(rowsOf(again)).toHaveCount(1)
  await next.close()
})

test('D6: by keys alone: after five wrong tries one has to wait, for the right passphrase too', async ({ folder }) => {
  const { app, page } = await startWithNames(folder)
  await openTab(page, 'With names')
  await lockByKeys(page, 'begun')
  await openTab(page, 'With names')
  for (let tries = 1; tries <= 5; tries += 1) {
    await typeByKeys(page, page.getByLabel('Passphrase'), `not the passphrase ${tries}`)
    await page.keyboard.press('Enter')
    await expect(page.getByText('This did not unlock the names.')).toBeVisible()
    await expect(page.getByLabel('Passphrase')).toHaveValue('')
  }
  await typeByKeys(page, page.getByLabel('Passphrase'), passphrase)
  await page.keyboard.press('Enter')
  await expect(page.getByText('Too many tries. Please wait 1 minute.')).toBeVisible()
  await expect(rowsOf(page)).toHaveCount(0)
  await app.close()
})

test('D10: by keys alone: names before a day are removed, and all are erased once it was asked, also while locked', async ({
  folder,
}) => {
  const { app, page } = await startWithNames(folder)
  await openTab(page, 'With names')
  await pressByKeys(page, page.getByRole('button', { name: 'Remove sheets with names' }))
  const month = page.getByRole('spinbutton', { name: 'month, Sheets given before' })
  await tabTo(page, month)
  await page.keyboard.type('01012026')
  await pressByKeys(page, page.getByRole('button', { name: 'Remove…' }))
  await expect(page.getByRole('alertdialog')).toContainText('given before 1 January 2026')
  await expect(page.getByRole('button', { name: 'Go back' })).toBeFocused()
  expect(await findViolations(page)).toEqual([])
  await pressByKeys(page, page.getByRole('button', { name: 'Remove', exact: true }))
  await expect(page.getByText('0 sheets were removed.')).toBeVisible()
  await expect(rowsOf(page)).toHaveCount(1)
  await tabTo(page, month)
  await page.keyboard.type('01012099')
  await pressByKeys(page, page.getByRole('button', { name: 'Remove…' }))
  await pressByKeys(page, page.getByRole('button', { name: 'Remove', exact: true }))
  await expect(page.getByText('1 sheet was removed.')).toBeVisible()
  await expect(page.getByText('No sheet with a name is kept now.')).toBeVisible()
  await expect(rowsOf(page)).toHaveCount(0)

  await lockByKeys(page, 'begun')
  await openTab(page, 'With names')
  await expect(page.getByRole('heading', { name: 'The names are locked' })).toBeVisible()
  await pressByKeys(page, page.getByRole('button', { name: 'Remove sheets with names' }))
  await pressByKeys(page, page.getByRole('button', { name: 'Erase all names…' }))
  await page.keyboard.press('Enter') // on what harms least
  await expect(page.getByRole('alertdialog')).toBeHidden()
  expect(existsSync(join(folder, 'user data/history.db'))).toBe(true)
  await pressByKeys(page, page.getByRole('button', { name: 'Erase all names…' }))
  await pressByKeys(page, page.getByRole('button', { name: 'Erase all', exact: true }))
  await expect(page.getByRole('heading', { name: 'No names are kept' })).toBeVisible()
  expect(existsSync(join(folder, 'user data/history.db'))).toBe(false)
  await app.close()
})

test('D10: by keys alone: a test to repeat is noted as done and as not done, found by how it stands, and the list is saved', async ({
  folder,
}) => {
  const { app, page } = await startWithNames(folder)
  await openTab(page, 'Tests to repeat')
  await expect(rowsOf(page)).toContainText('Planned')
  expect(await findViolations(page)).toEqual([])
  await pressByKeys(page, page.getByRole('button', { name: /^Done today: Canary Name/u }))
  await expect(rowsOf(page)).toContainText(/Done · \d{1,2} \p{Lu}\p{Ll}+ \d{4}/u)
  await openTab(page, 'With names')
  await expect(rowsOf(page)).toContainText(/done on \d{1,2} \p{Lu}\p{Ll}+ \d{4}/u)
  await pressByKeys(page, page.getByRole('button', { name: /^All of this patient: Canary Name/u }))
  await expect(page.getByRole('dialog')).toContainText(/next test .*\d{4} · done on \d{1,2} \p{Lu}\p{Ll}+ \d{4}/u)
  await page.keyboard.press('Escape')
  await openTab(page, 'Tests to repeat')
  await chooseByKeys(page, findChoice(page, 'Show'), 'Due')
  await expect(rowsOf(page)).toHaveCount(0)
  await expect(page.getByText('No test to repeat here.')).toBeVisible()
  await chooseByKeys(page, findChoice(page, 'Show'), 'Done')
  const archive = join(folder, 'follow-ups.zip')
  await answerSaveDialog(app, archive)
  await pressByKeys(page, page.getByRole('button', { name: 'Save the list…' }))
  const sealing = page.getByRole('dialog', { name: 'Save names in a sealed file' })
  await expect(sealing.getByLabel('Passphrase for this file')).toBeFocused()
  expect(await findViolations(page)).toEqual([])
  await page.keyboard.type('eleven char')
  await page.keyboard.press('Enter')
  await expect(sealing).toContainText('Please choose a passphrase of 12 to 99 characters')
  expect(existsSync(archive)).toBe(false)
  await page.keyboard.type('s')
  await page.keyboard.press('Enter')
  await expect(page.getByText(`Saved to ${archive}`)).toBeVisible()
  expect(statSync(archive).mode & 0o777).toBe(0o600)
  const unsealed = await unsealZip(readFileSync(archive), 'eleven chars')
  expect(new TextDecoder().decode(unsealed['follow-up.csv'])).toMatch(
    /\r\nCanary Name,Raised liver.*,Done,\d{4}-\d\d-\d\d/u,
  )
  await pressByKeys(page, page.getByRole('button', { name: /^Not done: Canary Name/u }))
  await expect(rowsOf(page)).toContainText('Planned') // it stays in its place, so that a second click meets no other patient
  await chooseByKeys(page, findChoice(page, 'Show'), 'Overdue')
  await expect(rowsOf(page)).toHaveCount(0)
  await app.close()
})

test('D5: without a touch the names lock after the minutes that were chosen, and the page forgets them and the sheet that is being written, after a warning', async ({
  folder,
}) => {
  const { app, page } = await startNewApp(folder)
  await page.keyboard.press('Control+,')
  await chooseByKeys(page, findChoice(page, 'Names lock after'), '1 minute')
  await expect(page.getByText('Saved.', { exact: true })).toBeVisible()
  await answerSaveDialog(app, join(folder, 'saved.pdf'))
  await beginHistory(page)
  await page.keyboard.press('Control+n')
  await page.keyboard.press('5') // fatty liver, for the next patient
  await typeByKeys(page, page.getByRole('textbox', { name: 'Patient name' }), 'Canary Next')
  await openTab(page, 'With names')
  await expect(rowsOf(page)).toHaveCount(1)
  // Fifty-five of the sixty seconds go by at once, by the clock of the computer; the others are waited for.
  const since = Date.now()
  const cleared = page.waitForEvent('framenavigated', { timeout: 30_000 })
  await app.evaluate(() => {
    const readClock = Date.now.bind(Date)
    Date.now = () => readClock() + 55_000
  })
  await cleared
  expect(Math.abs(Date.now() - since - 5000)).toBeLessThan(4000)
  await expect(page.getByRole('status').filter({ hasText: 'The window was cleared' })).toBeVisible()
  await expect(page.getByRole('checkbox', { name: 'Fatty liver' })).not.toBeChecked()
  await expect(page.getByRole('textbox', { name: 'Patient name' })).toHaveValue('')
  expect(await page.content()).not.toMatch(/Canary N/u)
  await expect(page.getByText('The names are locked: this name is only printed.')).toBeVisible()
  await app.close()
})

test('C4: a sheet with a name does not come from the list again: it is said why, and a new one begins with its causes', async ({
  folder,
}) => {
  const { app, page } = await startNewApp(folder)
  await answerSaveDialog(app, join(folder, 'saved.pdf'))
  await page.getByRole('checkbox', { name: 'Fatty liver' }).check()
  await choose(page, 'Language of the sheet', 'Español')
  await choose(page, 'Also in', 'English')
  await choose(page, 'Goes home with', 'A carer')
  await page.getByRole('textbox', { name: 'Patient name' }).fill('Canary Name')
  await page.keyboard.press('Control+s')
  await page.getByRole('status').filter({ hasText: 'Saved to' }).waitFor()
  await page.keyboard.press('Control+n')
  await typeByKeys(page, page.getByRole('textbox', { name: 'Patient name' }), 'Patient Name')
  await openTab(page, 'Sheets given')
  const printAgain = page.getByRole('button', { name: /^Print again: Fatty liver/u })
  await pressByKeys(page, printAgain)
  const dialog = page.getByRole('dialog')
  await expect(dialog.getByRole('listitem')).toHaveText([
    /^It says something of the patient: a name/u,
    /^It has the record for the chart inside/u,
    /^The details or the logo of the clinic were others/u,
  ])
  await expect(dialog.getByRole('button', { name: 'Print', exact: true })).toHaveCount(0)
  expect(await findViolations(page)).toEqual([])
  // A sheet is being written: it goes only once that was said, and what harms least has the focus.
  const startFrom = dialog.getByRole('button', { name: 'New sheet with these causes' })
  await pressByKeys(page, startFrom)
  await expect(page.getByRole('alertdialog')).toContainText('Clear the sheet you are writing?')
  await expect(page.getByRole('button', { name: 'Keep my sheet' })).toBeFocused()
  expect(await findViolations(page)).toEqual([])
  await page.keyboard.press('Enter')
  await expect(startFrom).toBeFocused()
  await page.keyboard.press('Escape')
  await page.keyboard.press('Control+1')
  await expect(page.getByRole('textbox', { name: 'Patient name' })).toHaveValue('Patient Name')
  await openTab(page, 'Sheets given')
  await pressByKeys(page, printAgain)
  await pressByKeys(page, startFrom)
  await pressByKeys(page, page.getByRole('button', { name: 'Begin the new sheet' }))
  await expect(page.getByRole('checkbox', { name: 'Fatty liver' })).toBeChecked()
  await expect(page.getByRole('textbox', { name: 'Patient name' })).toHaveValue('')
  await expect(findChoice(page, 'Language of the sheet')).toContainText('Español')
  await expect(findChoice(page, 'Also in')).toContainText('English')
  await expect(findChoice(page, 'Goes home with')).toContainText('A carer')
  await app.close()
})

test('D5: what is wanted of the pages stays while the names are open; whom was looked for goes with the patient, all with a lock', async ({
  folder,
}) => {
  const { app, page } = await startWithNames(folder)
  await openTab(page, 'Sheets given')
  await chooseByKeys(page, findChoice(page, 'Cause'), 'Hepatitis C')
  await openTab(page, 'Tests to repeat')
  await chooseByKeys(page, findChoice(page, 'Show'), 'Done')
  await openTab(page, 'With names')
  const looked = page.getByRole('textbox', { name: 'Find a patient' })
  await typeByKeys(page, looked, 'canary')
  await page.keyboard.press('Control+1')
  await page.keyboard.press('Control+3')
  await expect(looked).toHaveValue('canary')
  await page.keyboard.press('Control+n')
  await page.keyboard.press('Control+3')
  await expect(looked).toHaveValue('')
  await openTab(page, 'Sheets given')
  await expect(findChoice(page, 'Cause')).toContainText('Hepatitis C')
  await expect(page.getByText('No sheet fits these choices.')).toBeVisible()
  await openTab(page, 'Tests to repeat')
  await expect(findChoice(page, 'Show')).toContainText('Done')
  await openTab(page, 'With names')
  await typeByKeys(page, looked, 'canary')
  await lockByKeys(page, 'none')
  await openTab(page, 'With names')
  await typeByKeys(page, page.getByLabel('Passphrase'), passphrase)
  await page.keyboard.press('Enter')
  await expect(looked).toHaveValue('')
  await app.close()
})

test.describe('with a printer', () => {
  test.skip(cupsFolder === null, 'The test run could start no CUPS.')

  /** Chooses the printer in the dialog that stands there, and prints. */
  async function printFrom(page: Page, printer: string): Promise<void> {
    const dialog = page.getByRole('dialog')
    await chooseByKeys(page, dialog.getByRole('button', { name: /Printer$/u }), printer)
    await pressByKeys(page, dialog.getByRole('button', { name: 'Print', exact: true }))
    await expect(page.getByRole('list', { name: 'Sheets being printed' })).toContainText('Printed, says the printer')
  }

  test('C4: by keys alone: a sheet of the history is printed again as it was given, and is in the log once more', async ({
    folder,
  }) => {
    const printer = addPrinter('History_again')
    const { app, page } = await startWithNames(folder)
    await openTab(page, 'With names')
    await pressByKeys(page, page.getByRole('button', { name: /^Print again: Canary Name/u }))
    await expect(page.getByRole('dialog')).toContainText('This prints the very sheet that was given')
    expect(await findViolations(page)).toEqual([])
    await printFrom(page, printer.name)
    await openTab(page, 'Sheets given')
    await expect(page.getByRole('row').filter({ hasText: 'printed' })).toHaveCount(1)
    await expect(page.getByRole('row').filter({ hasText: 'saved as PDF' })).toHaveCount(1)
    await app.close()
  })

  test('C4: by keys alone: a sheet that names nobody is printed again from the list, to the byte', async ({
    folder,
  }) => {
    const printer = addPrinter('Log_again')
    const { app, page } = await startNewApp(folder)
    await answerSaveDialog(app, join(folder, 'saved.pdf'))
    await giveSheet(page, '')
    await openTab(page, 'Sheets given')
    await pressByKeys(page, page.getByRole('button', { name: /^Print again: Fatty liver/u }))
    await printFrom(page, printer.name)
    await expect(page.getByRole('row').filter({ hasText: 'printed' })).toHaveCount(1) // at once, without a second look
    const seals = await page.evaluate(async () => {
      const reply = await window.clinic['log.list']({ filter: {}, before: null, limit: 9 })
      return reply.ok ? reply.value.handouts.map(({ pdfSeal }) => pdfSeal) : []
    })
    expect(seals).toHaveLength(2)
    expect(new Set(seals).size).toBe(1)
    await app.close()
  })
})
