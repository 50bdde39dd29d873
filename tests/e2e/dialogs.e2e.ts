import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, launchApp, startNewApp, test } from './app.fixture.ts'
import { findViolations } from './find-violations.ts'

test('F1 shows every shortcut, also from a text field, and gives the focus back', async ({ page }) => {
  const name = page.getByRole('textbox', { name: 'Patient name' })
  await name.focus()
  await page.keyboard.press('F1')
  const dialog = page.getByRole('dialog', { name: 'Keyboard shortcuts' })
  await expect(dialog.getByText('Ctrl P', { exact: true })).toBeVisible()
  expect(await findViolations(page)).toEqual([])
  await page.keyboard.press('Control+n') // its keys are its own
  await page.keyboard.press('Escape')
  await expect(dialog).toHaveCount(0)
  await expect(name).toBeFocused()
})

test('About tells the versions, that nothing is approved yet, and the licences', async ({ app, page }) => {
  await page.keyboard.press('Shift+F1')
  const dialog = page.getByRole('dialog', { name: 'About CareSheet' })
  const versions = await app.evaluate(({ app: running }) => [running.getVersion(), process.versions.electron])
  for (const version of versions) await expect(dialog).toContainText(version)
  await expect(dialog.getByRole('row', { name: /Raised liver enzymes/u })).toContainText('Not clinically approved')
  await dialog.getByRole('button', { name: /parts by others/u }).click()
  await expect(dialog.getByRole('row', { name: /^better-sqlite3/u })).toContainText('MIT')
  expect(await findViolations(page)).toEqual([])
  await dialog.getByRole('button', { name: 'Close' }).click()
  await expect(dialog).toHaveCount(0)
})

test('the menus press the keys of the window', async ({ app, page }) => {
  const choose = (id: string) =>
    app.evaluate(({ Menu }, label) => {
      const items = Menu.getApplicationMenu()?.items.flatMap((menu) => menu.submenu?.items ?? []) ?? []
      items.find((item) => item.label.replace('&', '') === label)?.click()
    }, id)
  await choose('Keyboard shortcuts')
  await expect(page.getByRole('dialog', { name: 'Keyboard shortcuts' })).toBeVisible()
  await page.keyboard.press('Escape')
  await choose('About CareSheet')
  await expect(page.getByRole('dialog', { name: 'About CareSheet' })).toBeVisible()
  await page.keyboard.press('Escape')
  await choose('Settings')
  await expect(page.getByRole('heading', { name: 'Settings' })).toBeVisible()
  await choose('Sheet')
  await expect(page.getByRole('heading', { name: 'Tailor the advice' })).toBeVisible()
})

test('the window opens where it stood last', async ({ folder }) => {
  const { app } = await startNewApp(folder)
  const place = { x: 40, y: 30, width: 1000, height: 690 }
  await app.evaluate(({ BrowserWindow }, bounds) => BrowserWindow.getAllWindows()[0]?.setBounds(bounds), place)
  const kept = () => JSON.parse(readFileSync(join(folder, 'user data', 'window.json'), 'utf8')) as unknown
  await expect
    .poll(() => {
      try {
        return kept()
      } catch {
        return null
      }
    })
    .toMatchObject(place)
  await app.close()
  const again = await launchApp(folder)
  await again.firstWindow()
  expect(await again.evaluate(({ BrowserWindow }) => BrowserWindow.getAllWindows()[0]?.getBounds())).toEqual(place)
  await again.close()
})
