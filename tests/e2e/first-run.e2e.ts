import { catalogues } from '../../src/words/catalogues.ts'
import { choose, expect, findChoice, findPreview, launchApp, test } from './app.fixture.ts'
import { findViolations } from './find-violations.ts'

test('a newcomer goes through three short steps with the keyboard, sees a sample, and starts', async ({ folder }) => {
  const app = await launchApp(folder)
  const page = await app.firstWindow()

  await expect(page.getByRole('heading', { name: 'Your clinic' })).toBeFocused()
  expect(await findViolations(page)).toEqual([])
  await page.keyboard.press('Tab')
  await expect(findChoice(page, 'Language of the window')).toBeFocused()
  await page.keyboard.press('Tab')
  await page.keyboard.type('Hill Clinic')
  await page.keyboard.press('Tab')
  await page.keyboard.type('555 0134')
  await page.keyboard.press('Enter')

  await expect(page.getByRole('heading', { name: 'Emergency number' })).toBeFocused()
  await expect(page.getByRole('button', { name: 'Skip' })).toHaveCount(0) // every sheet tells it
  await page.getByRole('button', { name: 'Next' }).press('Enter')
  await expect(page.getByText('Type the number to call in an emergency, or choose a place.')).toBeVisible()
  await page.getByRole('textbox', { name: 'Emergency number' }).fill('twelve')
  await page.keyboard.press('Enter')
  await expect(page.locator('.field-problem').filter({ hasText: 'Emergency number' })).toBeVisible()
  await page.getByRole('textbox', { name: 'Emergency number' }).fill('112')
  await page.keyboard.press('Enter')

  await expect(page.getByRole('heading', { name: 'Paper and language' })).toBeFocused()
  await expect(page.getByText('Please switch on disk encryption on this computer')).toBeVisible()
  expect(await findViolations(page)).toEqual([])
  await page.getByRole('button', { name: 'Back' }).click()
  await expect(page.getByRole('textbox', { name: 'Emergency number' })).toHaveValue('112')
  await page.getByRole('textbox', { name: 'Emergency number' }).press('Enter')
  await page.getByRole('button', { name: 'Show a sample sheet' }).click()

  await expect(findPreview(page)).toContainText('SAMPLE')
  await expect(findPreview(page)).toContainText('Hill Clinic')
  await expect(page.getByRole('status').filter({ hasText: 'This is a sample' })).toBeVisible()
  await page.keyboard.press('Control+n')
  await expect(page.getByRole('textbox', { name: 'Patient name' })).toHaveValue('')
  await app.close()

  const again = await launchApp(folder)
  const reopened = await again.firstWindow()
  await expect(findPreview(reopened)).toContainText('112')
  await expect(findPreview(reopened)).not.toContainText('SAMPLE')
  await again.close()
})

test('the window speaks the language chosen in the first step at once, and still does after a restart', async ({
  folder,
}) => {
  const words = catalogues.es.window
  const app = await launchApp(folder)
  const page = await app.firstWindow()
  await page.getByRole('textbox', { name: 'Clinic name' }).fill('Hill Clinic')
  await choose(page, 'Language of the window', 'Español')
  await expect(page.getByRole('heading', { name: words.start.clinic })).toBeVisible()
  await expect(page.getByRole('textbox', { name: words.settings.name })).toHaveValue('Hill Clinic')
  await page.getByRole('button', { name: words.start.skip }).click()
  await expect(page.getByRole('heading', { name: words.start.emergency })).toBeFocused()
  await app.close()

  const again = await launchApp(folder)
  const next = await again.firstWindow()
  await expect(next.getByRole('heading', { name: words.start.clinic })).toBeVisible()
  await next.getByRole('button', { name: words.start.skip }).click()
  await next.getByRole('textbox', { name: words.settings.emergencyNumber }).fill('112')
  await next.keyboard.press('Enter')
  await expect(findChoice(next, words.settings.language)).toContainText('Español') // offered for the sheets too
  await again.close()
})
