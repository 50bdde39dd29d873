import { join } from 'node:path'
import { statSync } from 'node:fs'
import { choose, expect, findPreview, launchApp, seePreviewChange, startNewApp, test } from './app.fixture.ts'

test('clinic details are kept in the real database and stand there after a restart', async ({ folder }) => {
  const { app: first, page } = await startNewApp(folder)
  await page.getByRole('button', { name: 'Settings', exact: true }).click()
  await page.getByRole('textbox', { name: 'Clinic name' }).fill('Hill Clinic 😀')
  await page.getByRole('button', { name: 'Save settings' }).click()
  await expect(page.getByText(/"😀" cannot be printed/u)).toBeVisible()
  await page.getByRole('textbox', { name: 'Clinic name' }).fill('Hill Clinic')
  await page.getByRole('textbox', { name: 'Phone' }).fill('555 0134')
  await choose(page, 'Fill in the emergency number of', 'European Union · 112')
  await page.getByRole('button', { name: 'Save settings' }).click()
  await expect(page.getByRole('status').filter({ hasText: /saved/iu })).toBeVisible()
  await first.close()

  const second = await launchApp(folder)
  const again = await second.firstWindow()
  await findPreview(again).waitFor()
  await again.getByRole('button', { name: 'Settings', exact: true }).click()
  await expect(again.getByRole('textbox', { name: 'Clinic name' })).toHaveValue('Hill Clinic')
  await expect(again.getByRole('textbox', { name: 'Emergency number' })).toHaveValue('112')
  await second.close()

  const mode = (path: string) => statSync(path).mode & 0o777
  expect(mode(join(folder, 'user data')) & 0o077).toBe(0)
  expect(mode(join(folder, 'user data', 'clinic.db')) & 0o077).toBe(0)
})

test('without an emergency number nothing can be saved or printed, and the bar leads to where it is typed', async ({
  folder,
}) => {
  const { app, page } = await startNewApp(folder)
  await page.getByRole('button', { name: 'Settings', exact: true }).click()
  await page.getByRole('textbox', { name: 'Emergency number' }).fill('')
  await page.getByRole('button', { name: 'Save settings' }).click()
  await page.getByRole('button', { name: 'Sheet', exact: true }).click()
  const save = page.getByRole('button', { name: 'Save PDF' })
  await expect(save).toBeDisabled()
  await expect(page.getByRole('button', { name: /^Print\b/u })).toBeDisabled()
  await expect(save).toHaveAccessibleDescription(/emergency number is not set/u)
  await seePreviewChange(page, () => page.keyboard.press('5'))
  await page.keyboard.press('Control+p')
  await expect(page.locator('#issue-reason')).toBeFocused()
  await page.keyboard.press('Tab')
  await page.keyboard.press('Enter')
  await expect(page.getByRole('textbox', { name: 'Emergency number' })).toBeFocused()
  await page.keyboard.type('112')
  await page.getByRole('button', { name: 'Save settings' }).click()
  await page.getByRole('button', { name: 'Sheet', exact: true }).click()
  await expect(save).toBeEnabled()
  await app.close()
})

test('settings that are typed and not saved are told of before another view comes', async ({ folder }) => {
  const { app, page } = await startNewApp(folder)
  await page.keyboard.press('Control+,')
  const phone = page.getByRole('textbox', { name: 'Phone' })
  const dialog = page.getByRole('dialog', { name: 'The settings are not saved yet' })
  await phone.fill('555 0134')
  await page.keyboard.press('Control+1')
  await expect(dialog.getByRole('button', { name: 'Save settings' })).toBeFocused()
  await page.keyboard.press('Escape')
  await expect(phone).toBeFocused()
  await expect(phone).toHaveValue('555 0134')

  await page.keyboard.press('Control+1')
  await dialog.getByRole('button', { name: 'Do not save' }).press('Enter')
  await expect(page.getByRole('heading', { name: 'Tailor the advice' })).toBeVisible()
  await page.keyboard.press('Control+,')
  await expect(phone).toHaveValue('')

  await phone.fill('555 0134')
  await page.keyboard.press('Control+2')
  await page.keyboard.press('Enter')
  await expect(page.getByRole('button', { name: 'Start a sheet' })).toBeVisible()
  await page.keyboard.press('Control+,')
  await expect(phone).toHaveValue('555 0134')

  await page.getByRole('textbox', { name: 'Emergency number' }).fill('once')
  await page.keyboard.press('Control+1')
  await page.keyboard.press('Enter')
  await expect(page.getByText('please use digits')).toBeVisible()
  await expect(dialog).toHaveCount(0)
  await expect(page.getByRole('heading', { name: 'Settings', exact: true })).toBeVisible()
  await app.close()
})
