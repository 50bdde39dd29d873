import { expect, launchApp, test } from './app.fixture.ts'
import { findViolations, openTab, rowsOf, startWithNames } from './begin-names.ts'
import { pressByKeys, typeByKeys } from './press-keys.ts'

test('a new recovery code is made by keys, and after a restart it opens the names, and the old one does not', async ({
  folder,
}) => {
  test.setTimeout(240_000)
  const { app, page, code: old } = await startWithNames(folder)
  const button = (name: string) => page.getByRole('button', { name, exact: true })
  await openTab(page, 'With names')
  await pressByKeys(page, button('Recovery code'))
  await pressByKeys(page, button('New recovery code…'))
  const asked = page.getByRole('alertdialog', { name: 'Make a new recovery code?' })
  await expect(asked.getByRole('button', { name: 'Keep the old code' })).toBeFocused()
  await page.keyboard.press('Escape')
  await expect(button('New recovery code…')).toBeFocused()
  await expect(page.locator('.recovery-code')).toHaveCount(0)
  await page.keyboard.press('Enter')
  await pressByKeys(page, asked.getByRole('button', { name: 'Make a new code' }))
  const code = (await page.locator('.recovery-code').textContent()) ?? ''
  expect([code.length, code === old]).toEqual([39, false])
  await expect(page.getByRole('heading', { name: 'Write this code down now' })).toBeFocused()
  expect(await findViolations(page)).toEqual([])
  await pressByKeys(page, button('I have written it down'))
  await expect(rowsOf(page)).toHaveCount(1)
  await app.close()

  const again = await launchApp(folder)
  const next = await again.firstWindow()
  await next.getByRole('checkbox', { name: 'Fatty liver' }).waitFor()
  await openTab(next, 'With names')
  await pressByKeys(next, next.getByRole('button', { name: 'Passphrase forgotten?' }))
  const field = next.getByRole('textbox', { name: 'Recovery code' })
  await typeByKeys(next, field, old)
  await typeByKeys(next, next.getByLabel('New passphrase'), 'four other words now')
  await next.keyboard.press('Enter')
  await expect(next.getByText(/once a new code is made, an older one no longer works/u)).toBeVisible()
  await typeByKeys(next, field, code)
  await pressByKeys(next, next.getByRole('button', { name: 'Unlock' }))
  await expect(rowsOf(next)).toHaveCount(1)
  await again.close()
})
