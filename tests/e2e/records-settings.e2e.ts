import { mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import Database from 'better-sqlite3'
import { addDays, toLocalDate } from '../../src/domain/calendar.ts'
import { openClinicDatabase } from '../../src/store/clinic-database.ts'
import { addHandout } from '../../src/store/handout-store.ts'
import { markDay } from '../../src/store/history/day-mark.ts'
import { makeHandout } from '../store/make-handout.ts'
import {
  answerOpenDialog,
  answerSaveDialog,
  expect,
  findChoice,
  findPreview,
  launchApp,
  startNewApp,
  test,
  typeEmergencyNumber,
  type Page,
} from './app.fixture.ts'
import { findViolations } from './find-violations.ts'
import { chooseByKeys, pressByKeys, tabTo, typeByKeys } from './press-keys.ts'

const findRecords = (page: Page) => page.getByRole('region', { name: 'Records' })

/** An app of a test's own at the settings of the records, with a stick that is chosen once a folder is asked for. */
async function startWithStick(folder: string) {
  const { app, page } = await startNewApp(folder)
  const stick = join(folder, 'stick 1')
  mkdirSync(stick)
  await answerOpenDialog(app, stick)
  await page.keyboard.press('Control+,')
  return { app, page, records: findRecords(page), stick }
}

test('by keys alone: what is kept of the sheets is chosen in Settings, kept at once, and copied on demand', async ({
  folder,
}) => {
  const { app, page } = await startNewApp(folder)
  await page.keyboard.press('Control+,')
  const records = findRecords(page)
  await expect(records.getByText('Please switch on disk encryption on this computer')).toBeVisible()
  await typeByKeys(page, records.getByRole('textbox', { name: 'Who gives the sheets' }), 'AB')
  await page.keyboard.press('Enter')
  await expect(records.getByText('Saved.', { exact: true })).toBeVisible()
  const days = records.getByRole('textbox', { name: 'Names are kept for' })
  for (const wrong of ['0', '366', 'many', '1.5', '']) {
    await days.fill(wrong)
    await expect(records.getByText('Please type a number of days from 1 to 365.')).toBeVisible()
    await expect(records.getByRole('button', { name: 'Save: Names are kept for' })).toBeDisabled()
  }
  await typeByKeys(page, days, '365')
  await pressByKeys(page, records.getByRole('button', { name: 'Save: Names are kept for' }))
  await chooseByKeys(page, findChoice(page, 'Names lock after'), '15 minutes')
  await tabTo(page, records.getByRole('checkbox', { name: 'Keep a list of the sheets given' }))
  await page.keyboard.press('Space')
  await pressByKeys(page, records.getByRole('button', { name: 'Make a copy now' }))
  await expect(records.getByText('A copy was made.')).toBeVisible()
  await expect(records).toContainText(/The newest copy there is of \d{1,2} \p{Lu}\p{Ll}+ \d{4};/u)
  expect(await findViolations(page)).toEqual([])
  await page.reload()
  await page.getByRole('heading', { name: 'Tailor the advice' }).waitFor()
  await page.keyboard.press('Control+,')
  await expect(records.getByRole('textbox', { name: 'Who gives the sheets' })).toHaveValue('AB')
  await expect(days).toHaveValue('365')
  await expect(records.getByRole('button', { name: /Names lock after$/u })).toContainText('15 minutes')
  await expect(records.getByRole('checkbox', { name: 'Keep a list of the sheets given' })).not.toBeChecked()
  await app.close()
})

test('R7: by keys alone: a copy is restored by one button, once it was asked; what was there is kept beside it', async ({
  folder,
}) => {
  const { app, page } = await startNewApp(folder)
  await page.keyboard.press('Control+,')
  const phone = page.getByRole('textbox', { name: 'Phone' })
  await typeByKeys(page, phone, '555 0134')
  await page.keyboard.press('Control+s')
  await expect(page.getByRole('status').filter({ hasText: /^Saved/u })).toBeVisible()
  const records = findRecords(page)
  await pressByKeys(page, records.getByRole('button', { name: 'Make a copy now' }))
  await expect(records.getByText('A copy was made.')).toBeVisible()
  await typeByKeys(page, phone, '555 9999')
  await page.keyboard.press('Control+s')
  await expect(page.getByRole('status').filter({ hasText: /^Saved/u })).toBeVisible()
  const address = page.getByRole('textbox', { name: 'Address' })
  await typeByKeys(page, address, 'typed, and not saved')
  await pressByKeys(page, records.getByRole('button', { name: 'Restore…' }))
  await expect(page.getByRole('alertdialog')).toContainText('Restore the copy of')
  await page.keyboard.press('Escape')
  await expect(phone).toHaveValue('555 9999')
  await pressByKeys(page, records.getByRole('button', { name: 'Restore…' }))
  await pressByKeys(page, page.getByRole('button', { name: 'Restore', exact: true }))
  await expect(records.getByText('The copy was restored.')).toBeVisible()
  await expect(phone).toHaveValue('555 0134')
  await expect(address).toHaveValue('typed, and not saved')
  // What was told follows the language of the window, as a copy may bring another one.
  const language = page.getByRole('button', { name: /Language of the window$/u })
  await chooseByKeys(page, language, 'Español')
  await page.keyboard.press('Control+s')
  await expect(page.getByText('Se restauró la copia.')).toBeVisible()
  await page.keyboard.press('Control+1')
  await page.keyboard.press('Control+,')
  await expect(page.getByText('Se restauró la copia.')).toHaveCount(0)
  const data = join(folder, 'user data')
  expect(readdirSync(data).filter((name) => /^clinic-replaced-.*\.db$/u.test(name))).toHaveLength(1)
  await app.close()
  const again = await launchApp(folder)
  const next = await again.firstWindow()
  await findPreview(next).waitFor()
  await next.keyboard.press('Control+,')
  await expect(next.getByRole('textbox', { name: 'Teléfono' })).toHaveValue('555 0134')
  await again.close()
})

test('R7: copies of the folder before stay on offer, each with its place; one that was pulled out is told, and not offered any more', async ({
  folder,
}) => {
  const { app, page, records, stick } = await startWithStick(folder)
  const copyNow = async () => {
    await pressByKeys(page, records.getByRole('button', { name: 'Make a copy now' }))
    await expect(records.getByText('A copy was made.')).toBeVisible()
  }
  await copyNow()
  await pressByKeys(page, records.getByRole('button', { name: 'Choose a folder…' }))
  await expect(records.getByText('A copy was made.')).toBeVisible() // without a further button
  await expect(records).toContainText(`They go to ${stick}. The newest copy there is of`)
  const offered = records.getByRole('button', { name: /Restore the records of$/u })
  await expect(offered).toContainText(`in ${stick}`)
  await pressByKeys(page, offered)
  await expect(page.getByRole('option')).toHaveText([new RegExp(`in ${stick}$`, 'u'), /in the usual folder$/u])
  expect(await findViolations(page)).toEqual([])
  await page.keyboard.press('Escape')
  rmSync(stick, { recursive: true })
  await pressByKeys(page, records.getByRole('button', { name: 'Restore…' }))
  await expect(records.getByText(`This copy is no longer in ${stick}.`)).toBeVisible()
  await expect(page.getByRole('alertdialog')).toHaveCount(0)
  await expect(offered).not.toContainText('stick')
  mkdirSync(stick)
  await copyNow()
  await expect(offered).toContainText(stick)
  await page.keyboard.press('Control+1')
  rmSync(stick, { recursive: true })
  await page.keyboard.press('Control+,')
  await expect(offered).not.toContainText('stick')
  await app.close()
})

test('by keys alone: copies go to a folder that was chosen, and back; all records are saved as readable JSON', async ({
  folder,
}) => {
  const { app, page, records, stick } = await startWithStick(folder)
  await pressByKeys(page, records.getByRole('button', { name: 'Choose a folder…' }))
  await expect(records).toContainText(`They go to ${stick}.`)
  await expect(records.getByText('A copy was made.')).toBeVisible()
  expect(readdirSync(stick)).toHaveLength(1)
  await pressByKeys(page, records.getByRole('button', { name: 'Use the usual folder' }))
  await expect(records).toContainText(`They go to ${join(folder, 'user data', 'backups')}.`)
  await expect(records.getByRole('button', { name: 'Use the usual folder' })).toHaveCount(0)

  const file = join(folder, 'all.json')
  await answerSaveDialog(app, file)
  await expect(records.getByText('“Save all records…” leaves out the history with names.')).toBeVisible()
  await pressByKeys(page, records.getByRole('button', { name: 'Save all records…' }))
  await expect(records.getByText(`Saved to ${file}`)).toBeVisible()
  expect(JSON.parse(readFileSync(file, 'utf8'))).toMatchObject({ settings: { emergencyNumber: '112' } })
  await app.close()
})

test('R7: a copy that cannot be made is told over every view, stops nothing, and can be hidden until one was made', async ({
  folder,
}) => {
  const { app, page, records, stick } = await startWithStick(folder)
  const copyNow = () => pressByKeys(page, records.getByRole('button', { name: 'Make a copy now' }))
  const notice = page.locator('.copy-notice')
  await pressByKeys(page, records.getByRole('button', { name: 'Choose a folder…' }))
  await expect(records.getByText('A copy was made.')).toBeVisible()
  rmSync(stick, { recursive: true })
  await copyNow()
  await expect(notice).toContainText(`The copy of the records was not made. The folder ${stick} is not there.`)
  await page.keyboard.press('Control+1')
  await expect(notice).toBeVisible()
  expect(await findViolations(page)).toEqual([])
  await answerSaveDialog(app, join(folder, 'saved.pdf'))
  await page.keyboard.press('5')
  await page.keyboard.press('Control+s')
  await page.getByRole('status').filter({ hasText: 'Saved to' }).waitFor()
  await pressByKeys(page, notice.getByRole('button', { name: 'Open Settings' }))
  mkdirSync(stick)
  await copyNow()
  await expect(notice).toBeHidden()
  rmSync(stick, { recursive: true })
  await copyNow()
  await pressByKeys(page, notice.getByRole('button', { name: 'Hide the notice about the copies' }))
  await expect(notice).toBeHidden()
  await app.close()
})

const daysAgo = (days: number) => addDays(toLocalDate(new Date()), -days)

/** Starts the app again at the settings of the records. */
async function startAgain(folder: string) {
  const app = await launchApp(folder)
  const page = await app.firstWindow()
  await findPreview(page).waitFor()
  await page.keyboard.press('Control+,')
  return { app, page, records: findRecords(page) }
}

test('by keys alone: the sheets given before a day are taken out of the list, once it was asked how many; those of today stay', async ({
  folder,
}) => {
  const { app: first } = await startNewApp(folder)
  await first.close()
  const db = openClinicDatabase(join(folder, 'user data', 'clinic.db'))
  for (const [number, days] of [100, 100, 0].entries())
    addHandout(db, makeHandout(number + 1, { givenAt: `${daysAgo(days)}T12:00:00.000Z` }))
  db.close()
  const { app, page, records } = await startAgain(folder)
  const remove = records.getByRole('button', { name: 'Remove…' })
  await expect(remove).toBeDisabled()
  const typeDay = async (day: string) => {
    await tabTo(page, records.getByRole('spinbutton', { name: 'month, Take out sheets given before' }))
    await page.keyboard.type(`${day.slice(5, 7)}${day.slice(8)}${day.slice(0, 4)}`)
  }
  await typeDay(daysAgo(-1))
  await expect(records.getByText('Please choose today or an earlier day.')).toBeVisible()
  await expect(remove).toBeDisabled()
  expect(await findViolations(page)).toEqual([])
  await typeDay(daysAgo(100))
  await pressByKeys(page, remove)
  await expect(records.getByText('The list holds no sheet given before')).toBeVisible()
  await expect(page.getByRole('alertdialog')).toHaveCount(0)
  await typeDay(daysAgo(0))
  await pressByKeys(page, remove)
  await expect(page.getByRole('alertdialog')).toContainText('Take 2 sheets given before')
  await expect(page.getByRole('alertdialog')).toContainText('Sheets in the history with names stay.')
  await expect(page.getByRole('button', { name: 'Go back' })).toBeFocused()
  await pressByKeys(page, page.getByRole('button', { name: 'Remove', exact: true }))
  const told = records.getByText('2 sheets were taken out of the list.')
  await expect(told).toBeInViewport()
  const [line, names] = await Promise.all([told.boundingBox(), records.getByText('Patients’ names').boundingBox()])
  expect(line?.y).toBeLessThan(names?.y ?? 0) // beside its button, above what is of the names
  await page.keyboard.press('Control+3')
  await expect(page.getByRole('row')).toHaveCount(2) // the head, and the sheet of today
  await app.close()
})

test('by keys alone: fewer days remove no names before it was asked with how many; to go back leaves what was typed', async ({
  folder,
}) => {
  const { app: first, page: before } = await startNewApp(folder)
  await before.keyboard.press('Control+,')
  const daysOf = (page: Page) => findRecords(page).getByRole('textbox', { name: 'Names are kept for' })
  await typeByKeys(before, daysOf(before), '120')
  await before.keyboard.press('Enter')
  await expect(findRecords(before).getByText('Saved.', { exact: true })).toBeVisible() // there is none to be asked about
  await before.keyboard.press('Control+3')
  await before.getByRole('tab', { name: 'With names' }).click()
  await before.getByLabel('New passphrase').fill('four words are enough')
  await before.keyboard.press('Enter')
  await before.getByRole('button', { name: 'I have it on paper' }).click()
  await before.keyboard.press('Control+1')
  await answerSaveDialog(first, join(folder, 'saved.pdf'))
  await before.keyboard.press('5')
  await before.keyboard.press('Control+s')
  await before.getByRole('status').filter({ hasText: 'Saved to' }).waitFor()
  await first.close()
  const countNames = (change?: string) => {
    const db = new Database(join(folder, 'user data', 'history.db'))
    if (change !== undefined)
      db.prepare('UPDATE sealed SET given_on = ?, seen_on = ?').run(change, markDay(change, change))
    const count = db.prepare<[], number>('SELECT count(*) FROM sealed').pluck().get()
    db.close()
    return count
  }
  countNames(daysAgo(100))

  const { app, page, records } = await startAgain(folder)
  const days = daysOf(page)
  await typeByKeys(page, days, '12')
  await page.keyboard.press('Enter')
  const question = page.getByRole('alertdialog', { name: 'Keep names for 12 days only?' })
  await expect(question).toContainText('1 sheet with a name is older and will be removed for good')
  await expect(page.getByRole('button', { name: 'Go back' })).toBeFocused()
  expect(await findViolations(page)).toEqual([])
  await page.keyboard.press('Enter')
  await expect(question).toHaveCount(0)
  await expect(days).toHaveValue('12')
  await expect(days).toBeFocused()
  expect(countNames()).toBe(1)
  await page.keyboard.press('Enter')
  await page.keyboard.press('Escape')
  await expect(question).toHaveCount(0)
  await expect(records.getByText('Saved.', { exact: true })).toHaveCount(0)
  await typeByKeys(page, days, '110')
  await page.keyboard.press('Enter')
  await expect(records.getByText('Saved.', { exact: true })).toBeVisible()
  expect(countNames()).toBe(1)
  await typeByKeys(page, days, '12')
  await pressByKeys(page, records.getByRole('button', { name: 'Save: Names are kept for' }))
  await pressByKeys(page, question.getByRole('button', { name: 'Remove 1 sheet', exact: true }))
  await expect(records.getByText('Saved.', { exact: true })).toBeVisible()
  await expect(days).toHaveValue('12')
  expect(countNames()).toBe(0)
  await app.close()
})

test('R6: what is wrong with the records is told in Settings: a damaged file that was healed', async ({ folder }) => {
  const { app } = await startNewApp(folder)
  await app.close()
  const database = join(folder, 'user data', 'clinic.db')
  const bytes = readFileSync(database)
  writeFileSync(database, bytes.fill(0, 4096, 2 * 4096))
  const again = await launchApp(folder)
  const page = await again.firstWindow()
  await page
    .getByRole('button', { name: 'Settings', exact: true })
    .or(page.getByRole('button', { name: 'Skip' }))
    .waitFor()
  if (await page.getByRole('button', { name: 'Skip' }).isVisible()) {
    await page.getByRole('button', { name: 'Skip' }).click()
    await page.getByRole('textbox', { name: 'Emergency number' }).fill('112')
    await page.getByRole('button', { name: 'Next' }).click()
    await page.getByRole('button', { name: 'Skip' }).click()
  }
  await page.keyboard.press('Control+,')
  const told =
    /The file clinic.db was damaged\..*look at the phone and the emergency number.*is kept as clinic-damaged-/u
  await expect(findRecords(page).getByText(told)).toBeVisible()
  await pressByKeys(page, findRecords(page).getByRole('button', { name: 'Hide the notice about the records' }))
  await expect(page.getByText(told)).toHaveCount(0)
  await again.close()
})

test('R7: records that were lost are told before the first steps, then over every view and every start, until that is hidden', async ({
  folder,
}) => {
  const { app } = await startNewApp(folder)
  await app.close()
  rmSync(join(folder, 'user data', 'clinic.db'))
  rmSync(join(folder, 'user data', 'backups'), { recursive: true, force: true })
  const begun = await launchApp(folder)
  const first = await begun.firstWindow()
  const told = 'The records that were on this computer could not be found'
  await expect(first.locator('.first-run')).toContainText(told)
  await typeEmergencyNumber(begun)
  const notice = first.locator('.healed-notice')
  for (const view of ['1', '2', '3', ',']) {
    await first.keyboard.press(`Control+${view}`)
    await expect(notice).toContainText(told)
  }
  await first.getByRole('heading', { level: 1 }).waitFor()
  expect(await findViolations(first)).toEqual([])
  await begun.close()
  const again = await launchApp(folder)
  const page = await again.firstWindow()
  const next = page.locator('.healed-notice')
  await expect(next).toContainText(told)
  await pressByKeys(page, next.getByRole('button', { name: 'Open Records in Settings' }))
  await expect(page.getByRole('heading', { name: 'Records', exact: true })).toBeFocused()
  await pressByKeys(page, next.getByRole('button', { name: 'Hide the notice about the records' }))
  await expect(next).toBeHidden()
  await again.close()
  const last = await launchApp(folder)
  const calm = await last.firstWindow()
  await findPreview(calm).waitFor()
  await expect(calm.locator('.healed-notice')).toBeHidden()
  await last.close()
})
