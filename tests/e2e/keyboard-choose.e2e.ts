import { join } from 'node:path'
import {
  answerSaveDialog,
  choose,
  expect,
  findChoice,
  findPreview,
  openView,
  startNewApp,
  test,
} from './app.fixture.ts'
import { chooseByKeys, doAll, pressByKeys, switchByKeys, typeByKeys } from './press-keys.ts'

test('all that is known of a patient is told with the keyboard alone', async ({ page }) => {
  test.setTimeout(240_000)
  const box = (name: string) => page.getByRole('textbox', { name, exact: true })
  const tick = (name: string | RegExp) => page.getByRole('checkbox', { name, exact: typeof name === 'string' })
  const button = (name: string | RegExp) => page.getByRole('button', { name, exact: typeof name === 'string' })
  const take = async (label: string, option: string) => {
    await chooseByKeys(page, findChoice(page, label), option)
    await expect(findChoice(page, label)).toContainText(option)
  }
  const keys = page.keyboard
  await doAll(page, {
    'new patient': async () => {
      await keys.press('Control+n')
      await expect(tick('Hard exercise')).toBeFocused()
    },
    'a cause, by its number': async () => {
      await keys.press('5')
      await expect(tick('Fatty liver')).toBeChecked()
    },
    'a cause, by its tick': async () => {
      await switchByKeys(page, tick('Late nights and tiredness'), true)
      await switchByKeys(page, tick('Late nights and tiredness'), false)
    },
    'more causes, opened and closed': async () => {
      const more = button(/^Other causes/u)
      await pressByKeys(page, more)
      await expect(more).toHaveAttribute('aria-expanded', 'true')
      await keys.press('Space')
      await expect(more).toHaveAttribute('aria-expanded', 'false')
      await keys.press('Enter')
    },
    'a cause among the more ones': () => switchByKeys(page, tick('Hepatitis B'), true),
    'a result': () => typeByKeys(page, box('ALT'), '96'),
    'the upper limit of a result': () => typeByKeys(page, box('ALT normal to'), '45'),
    'the result of last time': async () => {
      await typeByKeys(page, box('ALT last time'), '130')
      await expect(findPreview(page)).toContainText('130')
    },
    'the unit of a result': async () => {
      await take('ALT unit', 'µkat/L')
      await take('ALT unit', 'U/L')
    },
    'the safety questions, opened': () => pressByKeys(page, button(/^Safety questions/u)),
    'none of the safety questions': () => switchByKeys(page, tick('None of these'), true),
    'a fact': async () => {
      await switchByKeys(page, tick(/^Pregnant/u), true)
      await expect(page.getByText('ALT and AST do not rise in a normal pregnancy').first()).toBeVisible()
      await keys.press('Space')
    },
    'a further blood test': () => typeByKeys(page, box('Bilirubin'), '1'),
    'the upper limit of a further blood test': () => typeByKeys(page, box('Bilirubin normal to'), '1.2'),
    'how the patient reads': () => take('Reading', 'Needs an interpreter'),
    'the name of the patient': async () => {
      await typeByKeys(page, box('Patient name'), 'Patient Name')
      await expect(findPreview(page)).toContainText('Patient Name')
    },
    'who takes the sheet home': async () => {
      await take('Goes home with', 'A carer')
      await expect(findPreview(page)).toContainText('carer of')
    },
    'the language of the sheet': async () => {
      await take('Language of the sheet', 'Español')
      await expect(findPreview(page)).toContainText('Para quien cuida')
    },
    'a second language': async () => {
      await take('Also in', '中文（简体）')
      await expect(findPreview(page)).toContainText('脂肪肝')
      await take('Also in', 'nothing else')
    },
    'the size of the letters': async () => {
      await take('Text size', 'Large')
      await take('Text size', 'Standard')
    },
    'a short sheet': () => take('Depth', 'Short sheet'),
    'another paper': async () => {
      await take('Paper', 'A5 (short)')
      await expect(page.getByText(/· A5$/u)).toBeVisible()
    },
  })
})

test('the limit of a lab is taken and forgotten with the keyboard alone, and the focus stays beside it', async ({
  folder,
}) => {
  const { app, page } = await startNewApp(folder)
  const box = (name: string) => page.getByRole('textbox', { name, exact: true })
  await openView(page, 'Control+,')
  await box('Name of your lab').fill('Town Lab')
  await page.getByRole('button', { name: 'Save: Name of your lab' }).click()
  await openView(page, 'Control+1')
  await page.keyboard.press('1')
  await box('ALT').fill('96')
  await box('ALT normal to').fill('45')
  await choose(page, 'ALT unit', 'U/L')
  await answerSaveDialog(app, join(folder, 'sheet.pdf'))
  await page.keyboard.press('Control+s')
  await expect(page.getByRole('status').filter({ hasText: 'Saved to' })).toBeVisible()
  await page.keyboard.press('Control+n')
  const forget = page.getByRole('button', { name: 'Forget the limits', exact: true })
  await doAll(page, {
    'a result': () => typeByKeys(page, box('ALT'), '97'),
    'the limit of the lab': async () => {
      await pressByKeys(page, page.getByRole('button', { name: 'ALT: use 45 U/L (Town Lab)' }))
      await expect(box('ALT normal to')).toHaveValue('45')
      await expect(page.getByRole('group', { name: 'ALT' }).locator(':focus')).toBeAttached()
    },
    'the limits of the lab, forgotten': async () => {
      await page.keyboard.press('Control+,')
      await pressByKeys(page, forget)
      await expect(forget).toHaveCount(0)
      await expect(page.getByRole('region', { name: 'Lab' }).locator(':focus')).toBeAttached()
      await page.keyboard.press('Control+n')
      await typeByKeys(page, box('ALT'), '98')
      await expect(page.getByRole('button', { name: /Town Lab/u })).toHaveCount(0)
    },
  })
  await app.close()
})
