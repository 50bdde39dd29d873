import AxeBuilder from '@axe-core/playwright'
import { expect, findPreview, test, type Page } from './app.fixture.ts'

/** The patient's name typed in a window whose clock the test moves on. */
async function typeName(page: Page) {
  await page.clock.install()
  await page.reload()
  await findPreview(page).waitFor()
  const name = page.getByRole('textbox', { name: 'Patient name' })
  await name.fill('Patient Name')
  return name
}

const warning = (page: Page) => page.getByText('This patient will be cleared soon.')

test('a patient nobody works on is cleared after five minutes, with a warning before, and the window says so', async ({
  page,
}) => {
  const name = await typeName(page)
  await page.clock.runFor('04:00')
  await expect(warning(page)).toBeHidden()
  await page.clock.runFor('00:35')
  await expect(warning(page)).toBeVisible()
  expect((await new AxeBuilder({ page }).setLegacyMode().include('.clear-warning').analyze()).violations).toEqual([])
  await page.clock.runFor('00:30')
  await expect(name).toHaveValue('')
  await expect(warning(page)).toBeHidden()
  await expect(page.getByRole('status').filter({ hasText: 'Ready for a new patient.' })).toBeVisible()
  await expect(page.getByRole('button', { name: 'Undo' })).toHaveAttribute('aria-disabled', 'true')
})

test('the warning is put off with its button, reached by Tab, or by going on with the work', async ({ page }) => {
  const name = await typeName(page)
  await page.clock.runFor('04:40')
  await expect(warning(page)).toBeVisible()
  await page.keyboard.press('Tab') // on the way to the button
  await expect(warning(page)).toBeVisible()
  await page.getByRole('button', { name: 'Keep this patient' }).press('Enter')
  await expect(warning(page)).toBeHidden()
  await page.clock.runFor('04:40')
  await expect(warning(page)).toBeVisible()
  await name.press('End')
  await expect(warning(page)).toBeHidden()
  await page.clock.runFor('04:00')
  await expect(name).toHaveValue('Patient Name')
})

test('where nothing is typed or ticked, nothing is cleared', async ({ page }) => {
  await page.clock.install()
  await page.reload()
  await findPreview(page).waitFor()
  await page.clock.runFor('10:00')
  await expect(page.getByText('Ready for a new patient.')).toHaveCount(0)
})
