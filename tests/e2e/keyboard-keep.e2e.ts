import { existsSync } from 'node:fs'
import { join } from 'node:path'
import { answerOpenDialog, answerSaveDialog, expect, openView, startNewApp, test } from './app.fixture.ts'
import { chooseByKeys, doAll, pressByKeys, typeByKeys } from './press-keys.ts'

test('bundles are kept, put in order, opened, removed, given and taken with the keyboard alone', async ({ folder }) => {
  test.setTimeout(240_000)
  const { app, page } = await startNewApp(folder)
  const dialog = page.getByRole('dialog', { name: 'Bundles' })
  const rows = dialog.getByRole('row')
  const button = (name: string) => dialog.getByRole('button', { name, exact: true })
  const cause = page.getByRole('checkbox', { name: 'Fatty liver', exact: true })
  const keys = page.keyboard
  const file = join(folder, 'bundles.json')
  await answerSaveDialog(app, file)
  await answerOpenDialog(app, file)
  const keep = async (name: string) => {
    await typeByKeys(page, dialog.getByRole('textbox'), name)
    await keys.press('Enter')
    await expect(dialog.getByRole('status')).toHaveText(`Saved “${name}”.`)
  }

  /** Goes to the list, and in it to a bundle with the arrows. */
  const goToRow = async (name: string) => {
    const row = rows.filter({ hasText: name })
    const isRow = () => page.evaluate(() => document.activeElement?.getAttribute('role') === 'row')
    for (let stop = 0; stop < 20 && !(await isRow()); stop += 1) await keys.press('Shift+Tab')
    await keys.press('Home')
    for (let step = 0; step < 5 && !(await row.evaluate((each) => each === document.activeElement)); step += 1)
      await keys.press('ArrowDown')
    await expect(row).toBeFocused()
  }

  await doAll(page, {
    'the bundles, opened with their button and closed': async () => {
      await keys.press('Control+n')
      const open = page.locator('.bundles-button')
      await pressByKeys(page, open)
      await expect(dialog).toBeVisible()
      await keys.press('Escape')
      await expect(dialog).toHaveCount(0)
      await expect(open).toBeFocused()
    },
    'the bundles, opened with their keys': async () => {
      await keys.press('Control+n')
      await keys.press('5')
      await keys.press('Control+b')
      await expect(dialog).toBeVisible()
    },
    'what is ticked, kept as a bundle': async () => {
      await keep('Statin check')
      await keep('After the gym')
      await expect(rows).toContainText(['After the gym', 'Statin check'])
    },
    'a bundle, put after another': async () => {
      await goToRow('After the gym')
      await pressByKeys(page, button('Down: After the gym'))
      await expect(rows).toContainText(['Statin check', 'After the gym'])
      await expect(button('Down: After the gym')).toBeFocused()
    },
    'a bundle, put before another': async () => {
      await pressByKeys(page, button('Up: After the gym'), 'Shift+Tab')
      await expect(rows).toContainText(['After the gym', 'Statin check'])
      await expect(button('Up: After the gym')).toBeFocused()
    },
    'the bundles, saved to a file': async () => {
      await pressByKeys(page, button('Save to a file…'))
      await expect(dialog.getByRole('status')).toHaveText(`Saved to ${file}.`)
      expect(existsSync(file)).toBe(true)
      await expect(button('Save to a file…')).toBeFocused()
    },
    'a bundle, removed': async () => {
      await goToRow('Statin check')
      await pressByKeys(page, button('Remove Statin check'))
      await expect(rows).toHaveCount(1)
      await expect(dialog.locator(':focus')).toBeAttached()
    },
    'the last bundle, removed': async () => {
      await goToRow('After the gym')
      await pressByKeys(page, button('Remove After the gym'))
      await expect(rows).toHaveCount(0)
      await expect(dialog.locator(':focus')).toBeAttached()
    },
    'bundles, taken from a file': async () => {
      await pressByKeys(page, button('Take from a file…'))
      await expect(dialog.getByRole('status')).toHaveText('2 bundles taken from the file.')
      await expect(rows.first()).toBeFocused() // the list, which is there again
    },
    'the bundles, closed with the button': async () => {
      await pressByKeys(page, button('Close'))
      await expect(dialog).toHaveCount(0)
      await expect(page.getByRole('checkbox', { name: 'Hard exercise', exact: true })).toBeFocused()
    },
    'a bundle, opened': async () => {
      await keys.press('Control+n')
      await expect(cause).not.toBeChecked()
      await keys.press('Control+b')
      await expect(rows.first()).toBeFocused()
      await keys.press('ArrowDown')
      await keys.press('Enter')
      await expect(cause).toBeChecked()
    },
  })
  await app.close()
})

test('snippets and the lab are kept, changed, removed, given and taken with the keyboard alone', async ({ folder }) => {
  test.setTimeout(240_000)
  const { app, page } = await startNewApp(folder)
  const box = (name: string) => page.getByRole('textbox', { name, exact: true })
  const button = (name: string) => page.getByRole('button', { name, exact: true })
  const snippets = page.getByRole('region', { name: 'Snippets for notes' })
  const keys = page.keyboard
  const file = join(folder, 'snippets.json')
  await answerSaveDialog(app, file)
  await answerOpenDialog(app, file)
  await openView(page, 'Control+,')

  await doAll(page, {
    'a snippet, added': async () => {
      await typeByKeys(page, box('Short name'), 'walk')
      await typeByKeys(page, box('Text'), 'Walk each day.')
      await pressByKeys(page, button('Add snippet'))
      await expect(page.getByText('Saved “.walk”.')).toBeVisible()
    },
    'the language of a snippet': async () => {
      const language = page.getByRole('button', { name: /For sheets in$/u })
      await chooseByKeys(page, language, 'Español', 'Shift+Tab')
      await chooseByKeys(page, language, 'English')
    },
    'snippets, saved to a file': async () => {
      await pressByKeys(page, snippets.getByRole('button', { name: 'Save to a file…' }))
      await expect(page.getByText(`Saved to ${file}`)).toBeVisible()
    },
    'a snippet, changed': async () => {
      await pressByKeys(page, button('Change .walk'), 'Shift+Tab')
      await expect(box('Text')).toBeFocused()
      await typeOver('Walk twice a day.')
      await pressByKeys(page, button('Save the change'))
      await expect(snippets.getByText('Walk twice a day.')).toBeVisible()
    },
    'a change of a snippet, left': async () => {
      await pressByKeys(page, button('Change .walk'), 'Shift+Tab')
      await pressByKeys(page, button('Leave it as it was'))
      await expect(button('Add snippet')).toBeVisible()
    },
    'a snippet, removed': async () => {
      await pressByKeys(page, button('Remove .walk'), 'Shift+Tab')
      await expect(page.getByText('Removed “.walk”.')).toBeVisible()
      await expect(snippets.locator(':focus')).toBeAttached()
    },
    'snippets, taken from a file': async () => {
      await pressByKeys(page, snippets.getByRole('button', { name: 'Take from a file…' }))
      await expect(page.getByText('1 snippet taken from the file.')).toBeVisible()
    },
    'the name of the lab': async () => {
      await typeByKeys(page, box('Name of your lab'), 'Town Lab')
      await pressByKeys(page, button('Save: Name of your lab'))
      await expect(page.getByRole('region', { name: 'Lab' }).getByRole('status')).toHaveText('Saved.')
    },
  })
  await app.close()

  async function typeOver(text: string) {
    await keys.press('Control+a')
    await keys.type(text)
  }
})
