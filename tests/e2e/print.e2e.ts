import { addPrinter, cupsFolder } from '../own-cups.ts'
import {
  choose,
  expect,
  findChoice,
  findPreview,
  launchApp,
  seePreviewChange,
  startNewApp,
  test,
  type Page,
} from './app.fixture.ts'
import { findViolations } from './find-violations.ts'
import { startWaiting, takeClock } from './wait-by-clock.ts'

const listOf = (page: Page) => page.getByRole('list', { name: 'Sheets being printed' })
const choosePrinter = (page: Page, name: string) => choose(page, 'Printer', name)

test.describe('with printers', () => {
  test.skip(cupsFolder === null, 'The test run could start no CUPS.')

  test('prints copies on both sides, and says what the printer says', async ({ page }) => {
    const printer = addPrinter('Window_copies')
    await page.reload()
    await findPreview(page).and(page.locator('[data-version]')).waitFor()
    await seePreviewChange(page, () => page.keyboard.press('5'))
    await choosePrinter(page, printer.name)
    await page.getByRole('textbox', { name: 'Copies' }).fill('2')
    await page.getByText('Printer options').click()
    await choose(page, 'Sides', 'Both sides, turn like a book')
    await choose(page, 'Tray', 'Tray 2')
    await page.keyboard.press('Control+p')
    await expect(listOf(page)).toContainText('Printed, says the printer: 2 copies of 2 pages on Window_copies')
  })

  test('that a sheet was printed goes with its patient; one that is still on its way stays, as another sheet', async ({
    page,
  }) => {
    const [printer, empty] = [addPrinter('Window_before'), addPrinter('Window_before_empty')]
    empty.behave('empty')
    await page.reload()
    await findPreview(page).and(page.locator('[data-version]')).waitFor()
    await seePreviewChange(page, () => page.keyboard.press('5'))
    await choosePrinter(page, printer.name)
    await page.keyboard.press('Control+p')
    await expect(listOf(page)).toContainText('Printed, says the printer')
    await page.keyboard.press('Control+n')
    await expect(listOf(page)).toBeHidden()
    await seePreviewChange(page, () => page.keyboard.press('5'))
    await choosePrinter(page, empty.name)
    await page.keyboard.press('Control+p')
    await expect(listOf(page)).toContainText('It is out of paper.')
    await page.keyboard.press('Control+n')
    await expect(listOf(page)).toContainText(/Another sheet \(\d+, \d{1,2}:\d\d/u)
    await expect(listOf(page)).not.toContainText('The sheet is still on the screen.')
    await listOf(page)
      .getByRole('button', { name: /^Cancel sheet/u })
      .click()
    await expect(listOf(page)).toBeHidden()
  })

  test('once the sheet is printed, the patient is cleared after a minute without work', async ({ page }) => {
    const printer = addPrinter('Window_clears')
    await takeClock(page)
    await page.getByRole('textbox', { name: 'Patient name' }).fill('Patient Name')
    await choosePrinter(page, printer.name)
    await page.getByRole('textbox', { name: 'Copies' }).fill('1')
    await page.keyboard.press('Control+p')
    const readJobs = async () => {
      await page.clock.runFor(1000) // the window asks again each second
      return listOf(page).textContent()
    }
    await expect.poll(readJobs).toContain('Printed, says the printer')
    await page.getByRole('textbox', { name: 'Copies' }).press('End')
    const waitUntil = await startWaiting(page)
    await waitUntil(0, 20)
    const warning = page.getByText('The sheet is printed. This patient will be cleared soon.')
    await expect(warning).toBeHidden()
    await waitUntil(0, 35)
    await expect(warning).toBeVisible()
    await page.clock.runFor('00:30')
    await expect(page.getByRole('textbox', { name: 'Patient name' })).toHaveValue('')
  })

  test('a sheet that is out of paper says so, can be cancelled, and is still on the screen', async ({ page }) => {
    const printer = addPrinter('Window_empty')
    printer.behave('empty')
    await page.reload()
    await findPreview(page).and(page.locator('[data-version]')).waitFor()
    await seePreviewChange(page, () => page.keyboard.press('5'))
    await choosePrinter(page, printer.name)
    await page.getByRole('textbox', { name: 'Copies' }).fill('1') // another test may have asked for more
    await page.keyboard.press('Control+p')
    const list = listOf(page)
    await expect(list).toContainText('Not printed yet on Window_empty. It is out of paper. Please fill the tray.')
    await expect(list).toContainText('The sheet is still on the screen.')
    await page.keyboard.press('Control+p')
    await expect(list.getByRole('listitem')).toHaveCount(2)
    await list
      .getByRole('button', { name: /^Cancel/u })
      .first()
      .click()
    await expect(list).toContainText('Cancelled: 2 pages on Window_empty')
    await page.keyboard.press('6')
    await expect(list).not.toContainText('still on the screen')
    printer.behave('works')
    await expect(list.getByRole('listitem')).toHaveCount(1)
  })

  test('a printer that was removed, or takes no jobs, is told, and the sheet is still on the screen', async ({
    folder,
  }) => {
    const [gone, closed] = [addPrinter('Window_gone'), addPrinter('Window_closed')]
    const { app, page } = await startNewApp(folder) // of its own, for failures stay in the list
    await seePreviewChange(page, () => page.keyboard.press('5'))
    const version = await findPreview(page).getAttribute('data-version')
    const list = listOf(page)
    await choosePrinter(page, gone.name)
    gone.remove()
    await page.keyboard.press('Control+p')
    await expect(list).toContainText('The printer Window_gone is not there any more. Please choose another one.')
    await expect(list).toContainText('The sheet is still on the screen.')
    await choosePrinter(page, closed.name)
    closed.reject()
    await page.keyboard.press('Control+p')
    await expect(list).toContainText('The sheet was not printed on Window_closed: it is set to take no print jobs')
    await expect(findPreview(page)).toHaveAttribute('data-version', version ?? '')
    await app.close()
  })

  test('the print bar fits a small window, and axe finds nothing to mend', async ({ app, page }) => {
    const printer = addPrinter('Window_with_a_printer_of_a_long_name')
    printer.behave('broken')
    await app.evaluate(({ BrowserWindow }) => BrowserWindow.getAllWindows()[0]?.setContentSize(1024, 700))
    await page.reload()
    await seePreviewChange(page, () => page.keyboard.press('5'))
    await choosePrinter(page, printer.name)
    await page.getByRole('textbox', { name: 'Copies' }).fill('100')
    await expect(page.getByText('Copies must be a number from 1 to 99.')).toBeVisible()
    await expect(page.getByRole('button', { name: /^Print\b/u })).toBeDisabled()
    await page.getByRole('textbox', { name: 'Copies' }).fill('1')
    await page.keyboard.press('Control+p')
    await expect(listOf(page)).toContainText('It says: "The fuser is too hot."')
    // by keyboard alone: from the print button to the options, and into them
    await page.getByRole('button', { name: /^Print\b/u }).focus()
    await page.keyboard.press('Tab')
    await page.keyboard.press('Enter')
    await page.keyboard.press('Tab')
    await expect(findChoice(page, 'Sides')).toBeFocused()
    expect(await findViolations(page)).toEqual([])
    const tooWide = await page.evaluate(() =>
      [...document.querySelectorAll('.issue-bar *')].filter((each) => each.getBoundingClientRect().right > innerWidth),
    )
    expect(tooWide).toEqual([])
    await page.getByRole('button', { name: /^Cancel sheet/u }).click()
  })

  test('printer, copies, sides and tray are remembered on this computer', async ({ folder }) => {
    addPrinter('Window_remembers')
    const first = await startNewApp(folder)
    await choosePrinter(first.page, 'Window_remembers')
    await first.page.getByRole('textbox', { name: 'Copies' }).fill('3')
    await first.page.getByText('Printer options').click()
    await choose(first.page, 'Sides', 'Both sides, turn like a pad')
    await first.page.keyboard.press('Control+p')
    await expect(listOf(first.page)).toContainText('Printed')
    await first.app.close()
    const again = await launchApp(folder)
    const page = await again.firstWindow()
    await expect(findChoice(page, 'Printer')).toHaveText('Window_remembers')
    await expect(page.getByRole('textbox', { name: 'Copies' })).toHaveValue('3')
    await expect(page.getByText('Printer options (Both sides, turn like a pad)')).toBeVisible()
    await again.close()
  })
})

test('without a printer, printing says why and saving stays open', async ({ folder }) => {
  const { app, page } = await startNewApp(folder, { PATH: '/nonexistent' }) // no lpstat, no printers
  await expect(page.getByRole('button', { name: /^Print\b/u })).toBeDisabled()
  await expect(
    page.getByText(
      'No printer was found. Connect one and switch it on, or save the PDF (Ctrl S) and print it elsewhere.',
    ),
  ).toBeVisible()
  await expect(page.getByRole('button', { name: 'Save PDF' })).toBeEnabled()
  await app.close()
})
