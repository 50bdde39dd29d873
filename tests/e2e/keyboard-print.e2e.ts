import { existsSync } from 'node:fs'
import { join } from 'node:path'
import { addPrinter, cupsFolder } from '../own-cups.ts'
import { answerSaveDialog, expect, findChoice, startNewApp, test } from './app.fixture.ts'
import { chooseByKeys, doAll, pressByKeys, switchByKeys, tabTo, typeByKeys } from './press-keys.ts'

test.skip(cupsFolder === null, 'The test run could start no CUPS.')

test('the sheet is looked at, saved and printed with the keyboard alone', async ({ folder }) => {
  test.setTimeout(240_000)
  const printer = addPrinter('Keyboard_prints')
  const { app, page } = await startNewApp(folder)
  const box = (name: string) => page.getByRole('textbox', { name, exact: true })
  const tick = (name: string) => page.getByRole('checkbox', { name, exact: true })
  const button = (name: string | RegExp) => page.getByRole('button', { name, exact: typeof name === 'string' })
  const list = page.getByRole('list', { name: 'Sheets being printed' })
  const saved = page.getByRole('status').filter({ hasText: 'Saved to' })
  const preview = page.getByRole('region', { name: 'Preview of the sheet' })
  const keys = page.keyboard
  const percent = () => page.locator('.percent').textContent()
  const file = join(folder, 'sheet.pdf')
  await answerSaveDialog(app, file)
  await keys.press('5')

  await doAll(page, {
    'larger pages': async () => {
      await pressByKeys(page, button('Larger'))
      await expect(button('Larger')).toBeFocused()
      const before = await percent()
      await keys.press('Enter')
      await expect.poll(percent).not.toBe(before)
    },
    'smaller pages': async () => {
      const before = await percent()
      await pressByKeys(page, button('Smaller'), 'Shift+Tab')
      await expect.poll(percent).not.toBe(before)
    },
    'pages as wide as they fit': async () => {
      const fit = page.locator('.percent')
      await tabTo(page, fit)
      await keys.press('Space')
      await expect(fit).toHaveAttribute('aria-pressed', 'true')
    },
    'the pages, scrolled': async () => {
      await tabTo(page, preview)
      await keys.press('End')
      await expect.poll(() => preview.evaluate((pages) => pages.scrollTop)).toBeGreaterThan(100)
    },
    'the way to the safety questions': async () => {
      await pressByKeys(page, button('Look at them'))
      await expect(button(/^Safety questions/u)).toBeFocused()
      await switchByKeys(page, tick('None of these'), true)
    },
    'the printer': async () => {
      await chooseByKeys(page, findChoice(page, 'Printer'), printer.name)
      await expect(findChoice(page, 'Printer')).toBeFocused()
    },
    copies: () => typeByKeys(page, box('Copies'), '2'),
    'save, with its button': async () => {
      await pressByKeys(page, button('Save PDF'))
      await expect(saved).toBeVisible()
      expect(existsSync(file)).toBe(true)
      await expect(button('Save PDF')).toBeFocused()
    },
    'print, with its button': async () => {
      await pressByKeys(page, button(/^Print\b/u))
      await expect(list).toContainText('Printed, says the printer: 2 copies')
      await expect(button(/^Print\b/u)).toBeFocused()
    },
    'both sides': async () => {
      await pressByKeys(page, button(/^Printer options/u))
      await chooseByKeys(page, findChoice(page, 'Sides'), 'Both sides, turn like a book')
    },
    'the tray': async () => {
      await chooseByKeys(page, findChoice(page, 'Tray'), 'Tray 2')
    },
    'the record for the chart': async () => {
      await pressByKeys(page, button('PDF options'))
      await switchByKeys(page, tick('Save with the record for the chart (FHIR)'), true)
    },
    'save, with its keys': async () => {
      await keys.press('Control+s')
      await expect(saved).toBeVisible()
      await expect(tick('Save with the record for the chart (FHIR)')).toBeFocused()
    },
    'print, with its keys': async () => {
      printer.behave('empty')
      await keys.press('Control+p')
      await expect(list).toContainText('It is out of paper.')
      await expect(tick('Save with the record for the chart (FHIR)')).toBeFocused()
    },
    'a sheet that prints, cancelled': async () => {
      const cancel = button(/^Cancel sheet/u)
      await pressByKeys(page, cancel, 'Shift+Tab')
      await expect(list).toContainText('Cancelled')
      printer.behave('works')
    },
    'what became of it, hidden': async () => {
      await pressByKeys(page, button(/^Hide sheet/u).first(), 'Shift+Tab')
      await expect(list).toBeHidden()
    },
    'a stop, gone back from': async () => {
      await keys.press('Control+n')
      await keys.press('5')
      await pressByKeys(page, button(/^Safety questions/u))
      await switchByKeys(page, tick('Confused or very sleepy'), true)
      await keys.press('Control+s')
      await expect(page.getByRole('alertdialog').getByRole('button', { name: 'Go back' })).toBeFocused()
      await keys.press('Escape')
      await expect(tick('Confused or very sleepy')).toBeFocused()
    },
    'a stop, with the reason': async () => {
      await keys.press('Control+s')
      await tabTo(page, page.getByRole('alertdialog').getByRole('textbox'), 'Shift+Tab')
      await keys.type('Goes to hospital with this sheet')
      await pressByKeys(page, button('Save all the same'))
      await expect(saved).toBeVisible()
      await expect(tick('Confused or very sleepy')).toBeFocused()
    },
    'another reason, typed beside the sheet': async () => {
      const reason = page.locator('.safety-banner').getByRole('textbox')
      await typeByKeys(page, reason, 'Is on the way to hospital')
      await keys.press('Control+s')
      await expect(saved).toBeVisible()
      await expect(reason).toBeFocused()
    },
    'a field that keeps the sheet from printing': async () => {
      await typeByKeys(page, box('Copies'), '100')
      await keys.press('Control+p')
      await expect(page.locator('#issue-reason')).toBeFocused()
      await typeByKeys(page, box('Copies'), '1')
    },
    'the way to a field with a mistake': async () => {
      await typeByKeys(page, box('ALT'), 'high')
      await pressByKeys(page, button('Show'))
      await expect(box('ALT')).toBeFocused()
    },
  })
  await app.close()
})
