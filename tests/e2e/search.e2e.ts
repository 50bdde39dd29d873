import { expect, test, type Page } from './app.fixture.ts'
import { findViolations } from './find-violations.ts'

const status = (page: Page, text: string | RegExp) => page.getByRole('status').filter({ hasText: text })

test('the search opens, finds as one types, and Enter ticks the first that was found', async ({ page }) => {
  await page.keyboard.press('Control+k')
  await page.keyboard.type('fatty')
  await expect(page.getByRole('option').first()).toContainText('Fatty liver')
  expect(await findViolations(page)).toEqual([])
  await page.keyboard.press('Enter')
  await expect(page.getByRole('checkbox', { name: 'Fatty liver' })).toBeChecked()
  await expect(page.getByRole('checkbox', { name: 'Fatty liver' })).toBeFocused()
  await page.keyboard.press('Control+k')
  await page.keyboard.type('zzzz')
  await expect(page.getByRole('status').filter({ hasText: 'Nothing found for “zzzz”.' })).toBeVisible()
})

for (const [typed, found] of [
  ['K76.0', 'Fatty liver'],
  ['脂肪', 'Fatty liver'],
  ['zfg', 'Fatty liver'],
  ['hígado graso', 'Fatty liver'],
  ['1742-6', 'Raised liver enzymes'],
] as const)
  test(`${typed} leads to ${found}`, async ({ page }) => {
    await page.keyboard.press('Control+k')
    await page.keyboard.insertText(typed)
    await expect(page.getByRole('option').first()).toContainText(found)
  })

test('a typing mistake is forgiven, and the window says so', async ({ page }) => {
  await page.keyboard.press('Control+k')
  await page.keyboard.type('hepatitsi')
  await expect(page.getByRole('option').first()).toContainText('Hepatitis')
  await expect(page.getByText('Here is what was found for “hepatitis”.').first()).toBeVisible()
})

test('signs alone and far too long a text are answered in words, and the search goes on', async ({ page }) => {
  await page.keyboard.press('Control+k')
  await page.keyboard.type('*%?')
  await expect(status(page, 'Type letters or digits')).toBeVisible()
  await page.keyboard.press('Control+a')
  await page.keyboard.insertText('liver '.repeat(2000))
  await expect(status(page, 'Please search with fewer words.')).toBeVisible()
  await page.keyboard.press('Control+a')
  await page.keyboard.type('fatty')
  await expect(page.getByRole('option').first()).toContainText('Fatty liver')
})

test('a line that is chosen with the arrows is the one that Enter takes, however slowly one types', async ({
  page,
}) => {
  await page.keyboard.press('Control+k')
  await page.keyboard.type('hepatitis', { delay: 150 })
  await expect(page.getByRole('option').nth(1)).toContainText('Hepatitis C')
  await page.keyboard.press('ArrowDown')
  await page.keyboard.press('ArrowDown')
  const chosen = page.getByRole('option', { name: /^Hepatitis C/u })
  const id = (await chosen.getAttribute('id')) ?? 'none'
  await expect(page.getByRole('searchbox')).toHaveAttribute('aria-activedescendant', id)
  expect(await findViolations(page)).toEqual([])
  await page.keyboard.press('Enter')
  await expect(page.getByRole('checkbox', { name: 'Hepatitis C', exact: true })).toBeChecked()
})

test('a line says what it was found by, unless its name does', async ({ page }) => {
  await page.keyboard.press('Control+k')
  await page.keyboard.type('K76')
  await expect(page.getByRole('option').first()).toContainText('Fatty liver · K76.0')
  await page.keyboard.press('Control+a')
  await page.keyboard.type('statin')
  await expect(page.getByRole('option').first()).toContainText('statins')
  await expect(page.locator('.hit-by')).toHaveCount(0)
})
