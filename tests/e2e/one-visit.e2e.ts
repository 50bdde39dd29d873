import { readFileSync, readdirSync } from 'node:fs'
import { join, resolve } from 'node:path'
import { readContent } from '../../src/content/read-content.ts'
import { toLocalDate } from '../../src/domain/calendar.ts'
import { Clinic } from '../../src/domain/clinic.ts'
import { composeSheet } from '../../src/domain/compose-sheet.ts'
import { parseSelection } from '../../src/domain/selection.ts'
import { listSheetText } from '../../src/domain/sheet.ts'
import { hashText } from '../../src/pdf/render-selection.ts'
import { readPdf } from '../read-pdf.ts'
import {
  answerSaveDialog,
  choose,
  emergencyNumber,
  expect,
  findPreview,
  seePreviewChange,
  test,
} from './app.fixture.ts'

const contentFolder = resolve(import.meta.dirname, '../../content')

test('tick two causes, take an item out, type results, and save: the PDF says what the sheet says', async ({
  app,
  page,
  folder,
}) => {
  const today = toLocalDate(new Date())
  await seePreviewChange(page, () => page.getByRole('checkbox', { name: 'Fatty liver' }).check())
  await seePreviewChange(page, () => page.keyboard.press('6'))
  await expect(page.getByRole('checkbox', { name: 'Medicine-related liver injury' })).toBeChecked()
  await seePreviewChange(page, () => page.getByRole('checkbox', { name: /sweet drinks/u }).uncheck())
  await page.getByRole('textbox', { name: 'ALT', exact: true }).fill('96')
  await seePreviewChange(page, () => page.getByRole('textbox', { name: 'ALT normal to' }).fill('45'))
  await expect(page.getByLabel('ALT times the upper limit')).toHaveText('2.1×')
  await seePreviewChange(page, () => page.getByRole('textbox', { name: 'ALT last time' }).fill('130,5'))
  await seePreviewChange(page, () => page.getByRole('textbox', { name: 'Patient name' }).fill('Patient Name'))
  await expect(findPreview(page)).toHaveAttribute('data-pages', '2')

  const path = join(folder, 'saved sheet.pdf')
  await answerSaveDialog(app, path)
  await page.keyboard.press('Control+s')
  await expect(page.getByRole('status').filter({ hasText: 'Saved' })).toContainText('saved sheet.pdf')

  const sheet = composeSheet({
    library: readContent(contentFolder, today),
    selection: parseSelection({
      topic: 'raised-liver-enzymes',
      language: 'en',
      causes: [{ id: 'fatty-liver' }, { id: 'drug-injury' }],
      dropped: ['less-sugar'],
      results: [{ analyte: 'ALT', value: 96, upperLimit: 45, unit: 'U/L', previous: 130.5 }],
      patientName: 'Patient Name',
    }),
    clinic: Clinic.parse({ emergencyNumber }),
    today,
    hash: hashText,
  })
  const words = (said: string) => said.split(/\s+/u)
  const { text } = await readPdf(new Uint8Array(readFileSync(path)))
  expect(words(text)).toEqual(words(listSheetText(sheet).join(' ')))
  expect(readdirSync(folder).toSorted()).toEqual(['saved sheet.pdf'])
})

test('a note that may be misread is told of beside its field, and can be saved as it is', async ({
  app,
  page,
  folder,
}) => {
  await page.keyboard.press('1')
  const card = page.getByRole('region', { name: 'Note to the patient' })
  const typeNote = (note: string) => card.getByRole('textbox').fill(note)
  await typeNote('Take 1.0 mg qd with inflammation > 3 days @ home & call: statin, utilize.')
  await expect(card.getByRole('status').getByRole('listitem')).toHaveText([
    /1\.0.*Write 1 without/u,
    /qd.*once a day/u,
    /> 3/u,
    /@/u,
    /&/u,
    'and 3 more',
  ])
  await answerSaveDialog(app, join(folder, 'note.pdf'))
  await page.keyboard.press('Control+s')
  await expect(page.getByRole('status').filter({ hasText: 'Saved' })).toContainText('note.pdf')
  await seePreviewChange(page, () => typeNote(''))
  await expect(card.getByRole('listitem')).toHaveCount(0)
})

test('with the keyboard alone: a key for the cause, and the sheet can be saved', async ({ app, page, folder }) => {
  await seePreviewChange(page, () => page.keyboard.press('1'))
  await answerSaveDialog(app, join(folder, 'quick.pdf'))
  await page.keyboard.press('Control+s')
  await expect(page.getByRole('status').filter({ hasText: 'Saved' })).toBeVisible()
  expect((await readPdf(new Uint8Array(readFileSync(join(folder, 'quick.pdf'))))).text).toContain('Hard exercise')
})

test('a cause is put first with the keyboard, and stands first on paper, until the next patient', async ({ page }) => {
  const listCards = () => page.locator('[data-cause] h3').allTextContents()
  const listPrinted = async () => {
    const said = await findPreview(page).getByRole('heading').allTextContents()
    return said.flatMap((line) => /^(?:Fat in the liver|A medicine that may hurt the liver)/u.exec(line)?.[0] ?? [])
  }
  await seePreviewChange(page, () => page.keyboard.press('5'))
  await expect(page.getByRole('button', { name: /on the sheet:/u })).toHaveCount(0)
  await seePreviewChange(page, () => page.keyboard.press('6'))
  await expect.poll(listPrinted).toEqual(['Fat in the liver', 'A medicine that may hurt the liver'])

  const earlier = page.getByRole('button', { name: 'Earlier on the sheet: Medicine-related liver injury' })
  await earlier.focus()
  await seePreviewChange(page, () => page.keyboard.press('Enter'))
  expect(await listCards()).toEqual(['Medicine-related liver injury', 'Fatty liver'])
  await expect.poll(listPrinted).toEqual(['A medicine that may hurt the liver', 'Fat in the liver'])
  await expect(page.getByRole('status').filter({ hasText: 'is now 1 of 2' })).toBeAttached()
  await expect(earlier).toBeFocused()
  await expect(earlier).toBeInViewport()
  await page.keyboard.press('Enter')
  expect(await listCards()).toEqual(['Medicine-related liver injury', 'Fatty liver'])

  await page.keyboard.press('Control+n')
  await page.keyboard.press('6')
  await page.keyboard.press('5')
  await expect.poll(listCards).toEqual(['Fatty liver', 'Medicine-related liver injury'])
})

test('a very high result warns the clinician, and a new medicine field takes what is typed next', async ({ page }) => {
  await page.keyboard.press('6')
  await page.getByRole('textbox', { name: 'ALT', exact: true }).fill('410')
  await page.getByRole('textbox', { name: 'ALT normal to' }).fill('40')
  await expect(page.getByText(/full work-up within days/u)).toBeVisible()
  await expect(page.getByLabel('Date of the next blood test')).toContainText('must not wait')
  await page.getByRole('textbox', { name: 'Medicine to stop 1' }).fill('One')
  await page.getByRole('button', { name: 'Add another medicine' }).click()
  await page.keyboard.type('vitamin B5')
  await expect(page.getByRole('textbox', { name: 'Medicine to stop 2' })).toHaveValue('vitamin B5')
  await page.keyboard.press('Enter')
  await page.keyboard.type('kava, aloe')
  await expect(page.getByRole('textbox', { name: 'Medicine to stop 3' })).toHaveValue('kava')
  await expect(page.getByRole('textbox', { name: 'Medicine to stop 4' })).toHaveValue('aloe')
  await expect(page.getByRole('checkbox', { name: 'Fatty liver' })).not.toBeChecked()
})

test('the next patient starts empty', async ({ page }) => {
  await page.keyboard.press('4')
  await page.keyboard.press('5')
  await page.getByRole('textbox', { name: 'Patient name' }).fill('Patient Name')
  await page.getByRole('textbox', { name: 'ALT', exact: true }).fill('96')
  await page.keyboard.press('Control+n')
  await expect(page.getByRole('textbox', { name: 'Patient name' })).toHaveValue('')
  await expect(page.getByRole('textbox', { name: 'ALT', exact: true })).toHaveValue('')
  await expect(page.getByRole('checkbox', { name: 'Fatty liver' })).not.toBeChecked()
})

test('what cannot be printed is said at its field, and the rest of the entry is kept', async ({ page }) => {
  await seePreviewChange(page, () => page.keyboard.press('5'))
  const result = page.getByRole('textbox', { name: 'ALT', exact: true })
  await result.fill('abc')
  await expect(result).toHaveAttribute('aria-invalid', 'true')
  await expect(
    page.locator('.field-problem', { hasText: 'The result must be a number, for example 96 or 1.5.' }),
  ).toBeVisible()
  await expect(page.getByRole('button', { name: 'Save PDF' })).toBeDisabled()
  await expect(result).toHaveValue('abc')
  await expect(page.getByRole('checkbox', { name: 'Fatty liver' })).toBeChecked()

  const name = page.getByRole('textbox', { name: 'Patient name' })
  await name.fill('Patient 😀')
  await expect(page.getByText('2 fields need your attention.')).toBeVisible()
  await result.fill('')
  await expect(page.getByText('One field needs your attention.')).toBeVisible()
  await expect(page.getByText(/"😀" cannot be printed/u).first()).toBeVisible()
  await expect(name).toHaveValue('Patient 😀')
  await seePreviewChange(page, () => name.fill('患者姓名'))
  await expect(page.getByRole('button', { name: 'Save PDF' })).toBeEnabled()
})

test('that the safety questions are not answered is told until one is ticked, or that none is true', async ({
  page,
}) => {
  const told = page.getByText('The safety questions are not answered yet.')
  const none = page.getByRole('checkbox', { name: 'None of these' })
  const confused = page.getByRole('checkbox', { name: 'Confused or very sleepy' })
  await page.keyboard.press('5')
  await page.getByRole('button', { name: 'Look at them' }).click()
  await expect(none).toBeVisible()
  await expect(told).toBeVisible() // to have seen them is no answer
  await none.check()
  await expect(told).toHaveCount(0)
  await confused.check()
  await expect(none).toBeDisabled()
  await confused.uncheck()
  await expect(none).not.toBeChecked() // it was taken back, and is not said again by itself
  await expect(told).toBeVisible()
  await none.check()
  await page.keyboard.press('Control+n')
  await page.keyboard.press('5')
  await expect(told).toBeVisible()
})

test('where a sheet alone is not safe, nothing leaves until the clinician types why', async ({ app, page, folder }) => {
  const save = page.getByRole('button', { name: 'Save PDF' })
  await seePreviewChange(page, () => page.keyboard.press('5'))
  await expect(save).toBeEnabled()
  await page.locator('.safety .fold-title').click()
  await page.getByRole('checkbox', { name: 'Confused or very sleepy' }).check()
  await expect(page.getByRole('alert').filter({ hasText: 'possible acute liver failure' })).toBeVisible()
  await save.click()
  const dialog = page.getByRole('alertdialog', { name: 'Stop: a sheet alone is not safe here' })
  await expect(dialog).toContainText('possible acute liver failure')
  await expect(dialog.getByRole('button', { name: 'Go back' })).toBeFocused()
  await expect(dialog.getByRole('button', { name: 'Save all the same' })).toBeDisabled()
  await page.keyboard.press('Escape')
  await expect(save).toBeFocused()
  await save.click()
  await expect(dialog.getByText('It is kept in the list of sheets: please type no name.')).toBeVisible()
  await dialog.getByRole('textbox', { name: 'Why the sheet is given all the same' }).fill('Ambulance called.')
  await expect(dialog.getByText('It is kept in the list of sheets: please type no name.')).toBeVisible()
  await expect(dialog.getByRole('button', { name: 'Save all the same' })).toBeEnabled()
  await page.keyboard.press('Escape')
  await page.getByRole('textbox', { name: 'ALT', exact: true }).fill('abc')
  await expect(page.getByRole('alert').filter({ hasText: 'possible acute liver failure' })).toBeVisible()
  await page.getByRole('textbox', { name: 'ALT', exact: true }).fill('900')
  await page.getByRole('textbox', { name: 'ALT normal to' }).fill('40')
  await expect(page.getByText('A new stop came after the reason was typed.')).toBeVisible()
  await answerSaveDialog(app, join(folder, 'explained.pdf'))
  await save.click()
  await dialog.getByRole('textbox').fill('Ambulance called. Told them.')
  await page.keyboard.press('Enter')
  await expect(page.getByRole('status').filter({ hasText: 'Saved' })).toBeVisible()
  const { text } = await readPdf(new Uint8Array(readFileSync(join(folder, 'explained.pdf'))))
  expect(text).not.toContain('Ambulance called')
})

test('the next patient never sees the sheet of the one before, even while no new one can be made', async ({ page }) => {
  await seePreviewChange(page, () => page.getByRole('textbox', { name: 'Patient name' }).fill('Patient Name'))
  expect(await page.getByTestId('preview').locator('canvas').count()).toBeGreaterThan(0)
  const pages = await page.evaluate(async () => {
    // In the very turn of the key, long before another sheet can be drawn.
    window.dispatchEvent(new KeyboardEvent('keydown', { key: 'n', ctrlKey: true, bubbles: true }))
    await new Promise((done) => setTimeout(done, 20))
    return document.querySelectorAll('[data-testid="preview"] canvas').length
  })
  expect(pages).toBe(0)
  await expect(page.getByRole('textbox', { name: 'Patient name' })).toHaveValue('')
})

test('the window tells the sources of the sheet in full', async ({ page }) => {
  await seePreviewChange(page, () => page.keyboard.press('5'))
  const source = page.getByText('AASLD, practice guidance on nonalcoholic fatty liver disease, 2023')
  await expect(source).toBeHidden()
  await page.getByText('the sources in full').click()
  await expect(source).toBeVisible()
})

test('a card to cut out is offered where the next test has a day, and goes with the patient', async ({ page }) => {
  const card = page.getByRole('checkbox', { name: 'Add a card to cut out' })
  await expect(card).toHaveCount(0)
  await seePreviewChange(page, () => page.getByRole('checkbox', { name: 'Fatty liver' }).check())
  await seePreviewChange(page, () => card.check())
  await choose(page, 'Next blood test', 'not on this sheet')
  await expect(card).toHaveCount(0)
  await page.keyboard.press('Control+n')
  await seePreviewChange(page, () => page.getByRole('checkbox', { name: 'Fatty liver' }).check())
  await expect(card).not.toBeChecked()
})

test('one sheet after another, faster than they are drawn, leaves the window whole', async ({ page }) => {
  const result = page.getByRole('textbox', { name: 'ALT', exact: true })
  for (let visit = 0; visit < 10; visit += 1) {
    await page.keyboard.press('6')
    await result.fill('410')
    await page.getByRole('textbox', { name: 'ALT normal to' }).fill('40')
    await page.keyboard.press('Control+n')
  }
  await expect(result).toHaveValue('')
  await seePreviewChange(page, () => result.fill('50'))
})

test('a sheet that cannot be drawn on the screen is told of, and can still be saved', async ({ page }) => {
  await page.evaluate(() => {
    HTMLCanvasElement.prototype.getContext = () => null
  })
  await page.keyboard.press('5')
  const told = page.getByRole('status').filter({ hasText: 'The preview could not be drawn.' })
  await expect(told).toBeVisible()
  await expect(page.getByRole('button', { name: 'Save PDF' })).toBeEnabled()
})
