import { readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { answerOpenDialog, answerSaveDialog, expect, launchApp, startNewApp, test, type Page } from './app.fixture.ts'
import { findViolations } from './find-violations.ts'

const dialogOf = (page: Page) => page.getByRole('dialog', { name: 'Bundles' })
const rowsOf = (page: Page) => dialogOf(page).getByRole('row')

/** Ticks causes by their keys and keeps them under a name, with the keyboard alone. */
async function keepBundle(page: Page, name: string, ...keys: string[]) {
  await page.keyboard.press('Control+n')
  for (const key of keys) await page.keyboard.press(key)
  await page.keyboard.press('Control+b')
  await dialogOf(page).getByRole('textbox').focus()
  await page.keyboard.type(name)
  await page.keyboard.press('Enter')
  await expect(dialogOf(page).getByRole('status')).toHaveText(`Saved “${name}”.`)
  await page.keyboard.press('Escape')
}

test('a bundle is kept, opened with three keys, put in order, and there after a restart, without the patient', async ({
  folder,
}) => {
  const { app, page } = await startNewApp(folder)
  await page.getByRole('textbox', { name: 'Patient name' }).fill('Patient Name')
  await keepBundle(page, 'After the gym', '1')
  await keepBundle(page, 'Statin check', '5', '6')

  await page.keyboard.press('Control+n')
  await page.getByRole('textbox', { name: 'Patient name' }).fill('Next Name')
  await page.keyboard.press('Control+b')
  await expect(rowsOf(page).first()).toBeFocused()
  await expect(rowsOf(page)).toContainText(['Statin check', 'After the gym'])
  expect(await findViolations(page)).toEqual([])
  await page.keyboard.press('ArrowDown')
  await page.keyboard.press('Enter')
  await expect(dialogOf(page)).toHaveCount(0)
  await expect(page.getByRole('checkbox', { name: 'Hard exercise', exact: true })).toBeChecked()
  await expect(page.getByRole('checkbox', { name: 'Fatty liver' })).not.toBeChecked()
  await expect(page.getByRole('textbox', { name: 'Patient name' })).toHaveValue('Next Name')
  await expect(page.getByRole('status').filter({ hasText: 'Opened “After the gym”.' })).toBeVisible()
  await page.keyboard.press('Control+z')
  await expect(page.getByRole('checkbox', { name: 'Hard exercise', exact: true })).not.toBeChecked()

  await page.keyboard.press('Control+b') // the one used last is first now
  await expect(rowsOf(page)).toContainText(['After the gym', 'Statin check'])
  await dialogOf(page).getByRole('button', { name: 'Down: After the gym' }).click()
  await expect(rowsOf(page)).toContainText(['Statin check', 'After the gym'])
  await app.close()
  expect(readFileSync(join(folder, 'user data', 'bundles.json'), 'utf8')).not.toMatch(/Patient Name|Next Name/u)

  const again = await launchApp(folder)
  const reopened = await again.firstWindow()
  await reopened.getByRole('button', { name: 'Bundles' }).click()
  await expect(rowsOf(reopened)).toContainText(['Statin check', 'After the gym'])
  await dialogOf(reopened).getByRole('button', { name: 'Remove After the gym' }).click()
  await expect(rowsOf(reopened)).toHaveCount(1)
  await again.close()
})

test('a file of bundles is saved and taken; a newer one, a strange one and unknown causes are told in words', async ({
  folder,
}) => {
  const { app, page } = await startNewApp(folder)
  const file = join(folder, 'ours.json')
  await keepBundle(page, 'After the gym', '1')
  await answerSaveDialog(app, file)
  await page.keyboard.press('Control+b')
  const dialog = dialogOf(page)
  await dialog.getByRole('button', { name: 'Save to a file' }).click()
  await expect(dialog.getByRole('status')).toHaveText(`Saved to ${file}.`)

  const saved = readFileSync(file, 'utf8')
  const take = async (text: string) => {
    writeFileSync(file, text)
    await answerOpenDialog(app, file)
    await dialog.getByRole('button', { name: 'Take from a file' }).click()
  }
  await take(saved.replace('"version": 1', '"version": 2'))
  await expect(dialog.getByRole('alert')).toContainText('written by a newer CareSheet')
  await take('Dear colleague')
  await expect(dialog.getByRole('alert')).toContainText('This is no file of bundles')
  await take(saved.replaceAll('intense-exercise', 'moon-dust').replace('After the gym', 'On the moon'))
  await expect(dialog.getByRole('alert')).toContainText(
    '“On the moon” was left out: this CareSheet does not know 1 of its causes.',
  )
  await take(saved.replace('After the gym', 'From a colleague'))
  await expect(dialog.getByRole('status')).toHaveText('1 bundle taken from the file.')
  await expect(rowsOf(page)).toContainText(['After the gym', 'From a colleague'])
  await app.close()
})

test('what is told and shown is of the last change, though the disk answers to the one before it later', async ({
  folder,
}) => {
  const { app, page } = await startNewApp(folder)
  await keepBundle(page, 'After the gym', '1')
  await keepBundle(page, 'Statin check', '5')
  const file = join(folder, 'ours.json')
  await answerSaveDialog(app, file)
  await page.keyboard.press('Control+b')
  await app.evaluate(({ ipcMain }) => {
    ipcMain.removeHandler('bundles.keep')
    let pause = 1000
    ipcMain.handle('bundles.keep', async (_event, asked: object) => {
      const own = (pause -= 400)
      await new Promise((done) => setTimeout(done, own))
      return { ok: true, value: { ...asked, told: [] } }
    })
  })
  await dialogOf(page).getByRole('button', { name: 'Up: After the gym' }).click()
  await dialogOf(page).getByRole('button', { name: 'Remove Statin check' }).click()
  await expect(dialogOf(page).getByRole('status')).toHaveText('Removed “Statin check”.')
  await dialogOf(page).getByRole('button', { name: 'Save to a file' }).click()
  await expect(dialogOf(page).getByRole('status')).toHaveText(`Saved to ${file}.`)
  await page.waitForTimeout(700) // the answer to the first change has come by now
  await expect(rowsOf(page)).toContainText(['After the gym'])
  await expect(rowsOf(page)).toHaveCount(1)
  await expect(dialogOf(page).getByRole('status')).toHaveText(`Saved to ${file}.`)
  await app.close()
})
