import { choose, expect, openView, test } from './app.fixture.ts'
import { findViolations } from './find-violations.ts'

test('a topic is read as the patient reads it, with how far it can be relied on, from the keyboard', async ({
  page,
}) => {
  await page.keyboard.press('Control+2')
  const text = page.getByRole('region', { name: 'The words of the topic' })
  await expect(text.getByRole('heading', { name: 'Your liver blood test is higher than usual' })).toBeVisible()
  await expect(text).toContainText('Not clinically approved')
  await expect(text.getByText(/^0\.1\.0, draft$/u)).toBeVisible()
  await expect(text.getByRole('heading', { name: 'Go to hospital now if' })).toBeVisible()

  await page.getByRole('option', { name: 'Raised liver enzymes' }).focus()
  await page.keyboard.press('ArrowDown')
  await expect(text.getByText('X50', { exact: false })).toBeVisible()
  await expect(text.getByText('Stop hard exercise', { exact: true })).toBeVisible()
  await expect(text.getByRole('heading', { name: 'Sources' })).toBeVisible()
  await choose(page, 'Read in', 'Español')
  await expect(text.getByRole('article')).toHaveAttribute('lang', 'es')

  await page.getByRole('button', { name: 'Tick this cause on the sheet' }).click()
  await expect(page.getByRole('checkbox', { name: 'Hard exercise', exact: true })).toBeChecked()
})

for (const media of [
  { colorScheme: 'light' },
  { colorScheme: 'dark' },
  { forcedColors: 'active' },
  { contrast: 'more' },
] as const)
  test(`axe finds nothing to mend in the topics, ${Object.values(media).join()}`, async ({ page }) => {
    await page.emulateMedia(media)
    await openView(page, 'Control+2')
    expect(await findViolations(page)).toEqual([])
    await page.emulateMedia({ colorScheme: null, forcedColors: null, contrast: null })
  })
