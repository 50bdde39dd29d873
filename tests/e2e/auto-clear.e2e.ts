import { existsSync } from 'node:fs'
import { join } from 'node:path'
import { addPrinter, cupsFolder } from '../own-cups.ts'
import { expect, findPreview, test, type Page } from './app.fixture.ts'
import { openTab, startWithNames } from './begin-names.ts'
import { findViolations } from './find-violations.ts'
import { resize } from './measure-boxes.ts'
import { chooseByKeys, pressByKeys } from './press-keys.ts'
import { hearMoves, startWaiting, takeClock, waitByClock } from './wait-by-clock.ts'

/** The patient's name typed in a window whose clock the test moves on. */
async function typeName(page: Page) {
  await takeClock(page)
  const name = page.getByRole('textbox', { name: 'Patient name' })
  await name.fill('Patient Name')
  return name
}

const warning = (page: Page) => page.getByText('This patient will be cleared soon.')

test('a patient nobody works on is cleared after five minutes, with a warning before, and the window says so', async ({
  page,
}) => {
  const name = await typeName(page)
  const waitUntil = await startWaiting(page)
  await waitUntil(4, 0)
  await expect(warning(page)).toBeHidden()
  await waitUntil(4, 35)
  await expect(warning(page)).toBeVisible()
  expect(await findViolations(page, '.clear-warning')).toEqual([])
  await page.clock.runFor('00:30')
  await expect(name).toHaveValue('')
  await expect(warning(page)).toBeHidden()
  await expect(page.getByRole('status').filter({ hasText: 'Ready for a new patient.' })).toBeVisible()
  await expect(page.getByRole('button', { name: 'Undo' })).toHaveAttribute('aria-disabled', 'true')
})

test('the warning is put off with its button, reached by Tab, or by going on with the work', async ({ page }) => {
  const name = await typeName(page)
  await waitByClock(page, 4, 35)
  await expect(warning(page)).toBeVisible()
  await page.keyboard.press('Tab') // on the way to the button
  await expect(warning(page)).toBeVisible()
  await page.getByRole('button', { name: 'Keep this patient' }).press('Enter')
  await expect(warning(page)).toBeHidden()
  await waitByClock(page, 4, 35)
  await expect(warning(page)).toBeVisible()
  await name.press('End')
  await expect(warning(page)).toBeHidden()
  await page.clock.runFor('04:00')
  await expect(name).toHaveValue('Patient Name')
})

test('where nothing is typed or ticked, nothing is cleared', async ({ page }) => {
  await takeClock(page)
  await page.clock.runFor('10:00')
  await expect(page.getByText('Ready for a new patient.')).toHaveCount(0)
})

const lockWarning = (page: Page) => page.getByText('The names will lock soon')

/** The window is loaded anew, with the names locked; what it draws by comes with the clock, which has no list of loads. */
async function seeCleared(page: Page, act: () => Promise<void>) {
  const cleared = page.waitForEvent('framenavigated')
  await act()
  await cleared
  const isLocked = page.getByText('The names are locked: this name is only printed.')
  for (let ticks = 0; ticks < 50 && !(await isLocked.isVisible()); ticks += 1) await page.clock.runFor(200)
  await expect(isLocked).toBeVisible()
}

/** A window of its own with the names open, whose clock the test moves on. */
async function openNames(folder: string) {
  const { app, page } = await startWithNames(folder)
  await takeClock(page)
  // The minutes run once the window knows that the names are open, and how long they may be.
  await expect(page.getByText('on paper, and sealed in the history with names')).toBeVisible()
  await page.evaluate(() => window.clinic['records.read-settings']({}))
  return { app, page }
}

test('D5: that the names are about to lock is said in every view, without a sheet too; it is put off, or done at once', async ({
  folder,
}) => {
  const { app, page } = await openNames(folder)
  await page.keyboard.press('Control+2')
  const waitUntil = await startWaiting(page)
  await waitUntil(4, 0)
  await expect(lockWarning(page)).toBeHidden()
  await waitUntil(4, 35)
  await expect(lockWarning(page)).toBeVisible()
  expect(await findViolations(page)).toEqual([])
  await pressByKeys(page, page.getByRole('button', { name: 'Go on working' }), 'Shift+Tab')
  await page.clock.runFor(100)
  await expect(lockWarning(page)).toBeHidden()
  await waitByClock(page, 4, 35)
  const lockNow = page.locator('.clear-warning').getByRole('button', { name: 'Lock now' })
  await seeCleared(page, () => pressByKeys(page, lockNow, 'Shift+Tab'))
  await app.close()
})

test('D5: the warning is seen in a small window that was scrolled, and over a dialog, where its buttons work too', async ({
  folder,
}) => {
  const { app, page } = await openNames(folder)
  await resize(app, 800, 600)
  await page.evaluate(() => window.scrollTo(0, 900))
  await waitByClock(page, 4, 35)
  await expect(lockWarning(page)).toBeInViewport()
  await page.keyboard.press('Control+b')
  const dialog = page.getByRole('dialog', { name: 'Bundles' })
  await expect(dialog).toBeVisible()
  await waitByClock(page, 4, 35)
  await page.getByRole('button', { name: 'Go on working' }).click()
  await page.clock.runFor(100)
  await expect(lockWarning(page)).toBeHidden()
  await expect(dialog).toBeVisible()
  await waitByClock(page, 4, 35)
  expect(await findViolations(page)).toEqual([])
  await seeCleared(page, () => page.getByRole('button', { name: 'Lock now' }).click())
  await app.close()
})

test('D5: a warning that only a mouse moves over ends with the names locked', async ({ folder }) => {
  const { app, page } = await openNames(folder)
  await waitByClock(page, 4, 35)
  await expect(lockWarning(page)).toBeVisible()
  await hearMoves(page)
  await page.mouse.move(300, 300)
  await page.mouse.move(400, 300)
  await expect(lockWarning(page)).toBeVisible()
  await seeCleared(page, () => page.clock.runFor('00:30'))
  await app.close()
})

test('D5: a sheet whose dialog stood open when the names locked is not saved, and that is said', async ({ folder }) => {
  const { app, page } = await startWithNames(folder)
  const file = join(folder, 'late.pdf')
  await app.evaluate(({ dialog }) => {
    dialog.showSaveDialog = () => new Promise((answer) => Object.assign(globalThis, { answer }))
    dialog.showMessageBox = async (...given: unknown[]) => {
      Object.assign(globalThis, { told: JSON.stringify(given.at(-1)) })
      return { response: 0, checkboxChecked: false }
    }
  })
  await page.keyboard.press('Control+s')
  await expect.poll(() => app.evaluate(() => 'answer' in globalThis)).toBe(true)
  const cleared = page.waitForEvent('framenavigated')
  await app.evaluate(({ powerMonitor }) => powerMonitor.emit('suspend'))
  await cleared
  await app.evaluate((_, filePath) => {
    const answer: unknown = Reflect.get(globalThis, 'answer')
    if (typeof answer === 'function') answer({ canceled: false, filePath })
  }, file)
  const readTold = () => app.evaluate(() => String(Reflect.get(globalThis, 'told')))
  await expect.poll(readTold).toContain('So nothing was saved.')
  expect(existsSync(file)).toBe(false)
  await findPreview(page).waitFor()
  await openTab(page, 'Sheets given')
  await expect(page.getByRole('row').filter({ hasText: 'saved as PDF' })).toHaveCount(1) // the one before
  await app.close()
})

test.describe('with a printer', () => {
  test.skip(cupsFolder === null, 'The test run could start no CUPS.')

  test('D5: a printed sheet is cleared after a minute, which does not put off that the names lock', async ({
    folder,
  }) => {
    const printer = addPrinter('Cleared')
    const { app, page } = await openNames(folder)
    await page.keyboard.press('5') // fatty liver
    await chooseByKeys(page, page.getByRole('button', { name: /Printer$/u }), printer.name)
    const waitUntil = await startWaiting(page)
    await page.keyboard.press('Control+p')
    await expect(page.getByRole('list', { name: 'Sheets being printed' })).toContainText('Printed, says the printer')
    await page.clock.runFor('01:05')
    await expect(page.getByRole('checkbox', { name: 'Fatty liver' })).not.toBeChecked()
    await waitUntil(4, 40)
    await expect(lockWarning(page)).toBeVisible()
    await app.close()
  })
})
