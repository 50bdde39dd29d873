import { existsSync } from 'node:fs'
import { join } from 'node:path'
import { openClinicDatabase } from '../../src/store/clinic-database.ts'
import { addHandout } from '../../src/store/handout-store.ts'
import { makeHandout } from '../store/make-handout.ts'
import { answerSaveDialog, expect, findChoice, launchApp, startNewApp, test } from './app.fixture.ts'
import { lockByKeys, openTab } from './begin-names.ts'
import { chooseByKeys, doAll, pressByKeys, switchByKeys, tabTo, typeByKeys } from './press-keys.ts'

test('the sheets that were given are narrowed, noted and asked for again with the keyboard alone', async ({
  folder,
}) => {
  test.setTimeout(240_000)
  const { app, page } = await startNewApp(folder, { LANG: 'en_US.UTF-8', PATH: '/nonexistent' })
  const rows = page.getByRole('row')
  const keys = page.keyboard
  /** Narrows the list until nothing fits, and takes that back. */
  const narrow = async (label: string, to: string, any: string) => {
    await chooseByKeys(page, findChoice(page, label), to)
    await expect(rows).toHaveCount(0)
    await chooseByKeys(page, findChoice(page, label), any)
    await expect(rows).toHaveCount(2)
  }
  const typeDay = async (label: string, day: string, count: number) => {
    await tabTo(page, page.getByRole('spinbutton', { name: `month, ${label}` }), 'Shift+Tab')
    await keys.type(day)
    await expect(rows).toHaveCount(count)
  }
  await answerSaveDialog(app, join(folder, 'saved.pdf'))
  await keys.press('Control+,')
  await typeByKeys(page, page.getByRole('textbox', { name: 'Who gives the sheets' }), 'AB')
  await keys.press('Enter')
  await keys.press('Control+1')
  await expect(page.getByRole('checkbox', { name: 'Hard exercise', exact: true })).toBeFocused() // Settings can be left
  await keys.press('5')
  await keys.press('Control+s')
  await page.getByRole('status').filter({ hasText: 'Saved to' }).waitFor()

  await doAll(page, {
    'the list, opened': async () => {
      await keys.press('Control+3')
      await expect(rows).toHaveCount(2)
    },
    'one cause': () => narrow('Cause', 'Hepatitis C', 'any cause'),
    'one language': () => narrow('Language of the sheet', 'Español', 'any language'),
    'who gave it': async () => {
      await chooseByKeys(page, findChoice(page, 'Given by'), 'AB')
      await expect(rows).toHaveCount(2)
    },
    'how it was said back': () => narrow('Said back', 'declined', 'all sheets'),
    'those given for a reason': () => narrow('Safety stop', 'given for a reason', 'all sheets'),
    'until a day': async () => {
      await typeDay('Given until', '01012020', 0)
      await typeDay('Given until', '01012099', 2)
    },
    'from a day': async () => {
      await typeDay('Given from', '01012099', 0)
      await typeDay('Given from', '01012020', 2)
    },
    'all that was chosen, taken back': async () => {
      const clear = page.getByRole('button', { name: 'Clear filters' })
      await chooseByKeys(page, findChoice(page, 'Cause'), 'Hepatitis C', 'Shift+Tab')
      await typeDay('Given until', '01012020', 0)
      await expect(page.getByText('No sheet fits these choices.')).toBeVisible()
      await pressByKeys(page, clear)
      await expect(rows).toHaveCount(2)
      await expect(clear).toHaveCount(0)
      await expect(findChoice(page, 'Cause')).toContainText('any cause')
      await expect(page.getByRole('spinbutton', { name: 'year, Given until' })).toHaveText('yyyy')
    },
    'how it went, noted': () =>
      chooseByKeys(page, rows.getByRole('button', { name: /Said back, sheet of/u }), 'understood'),
    'a sheet asked for again, and not printed': async () => {
      const again = page.getByRole('button', { name: /^Print again: Fatty liver/u })
      await pressByKeys(page, again)
      await pressByKeys(page, page.getByRole('dialog').getByRole('button', { name: 'Go back' }))
      await expect(page.getByRole('dialog')).toHaveCount(0)
      await expect(again).toBeFocused()
    },
  })
  await app.close()
})

test('older sheets are shown with the keyboard alone', async ({ folder }) => {
  const { app: before } = await startNewApp(folder)
  await before.close()
  const db = openClinicDatabase(join(folder, 'user data', 'clinic.db'))
  for (let number = 0; number < 60; number += 1) addHandout(db, makeHandout(number))
  db.close()
  const app = await launchApp(folder)
  const page = await app.firstWindow()
  const rows = page.getByRole('row')
  await page.getByRole('checkbox', { name: 'Fatty liver' }).waitFor()
  await doAll(page, {
    'the older sheets': async () => {
      await page.keyboard.press('Control+3')
      await expect(rows).toHaveCount(51)
      await pressByKeys(page, page.getByRole('button', { name: 'Show more' }), 'Shift+Tab')
      await expect(rows).toHaveCount(61)
      await expect(page.getByRole('table').locator(':focus')).toBeAttached()
    },
  })
  await app.close()
})

test('the sheets with names are kept, found, saved and removed with the keyboard alone', async ({ folder }) => {
  test.setTimeout(240_000)
  const { app, page } = await startNewApp(folder, { LANG: 'en_US.UTF-8', PATH: '/nonexistent' })
  const button = (name: string | RegExp) => page.getByRole('button', { name, exact: typeof name === 'string' })
  const rows = page.getByRole('row')
  const dialog = page.getByRole('dialog', { name: 'All sheets of Patient Name' })
  const warning = page.getByRole('alertdialog')
  const keys = page.keyboard
  const openAll = async () => {
    await pressByKeys(page, button(/^All of this patient: Patient Name/u).first())
    await expect(dialog).toBeVisible()
  }
  const give = async (cause: string) => {
    await keys.press('Control+n')
    await keys.press(cause)
    await typeByKeys(page, page.getByRole('textbox', { name: 'Patient name' }), 'Patient Name')
    await keys.press('Control+s')
    await page.getByRole('status').filter({ hasText: 'Saved to' }).waitFor()
  }
  await answerSaveDialog(app, join(folder, 'saved.pdf'))
  await doAll(page, {
    'the names, switched on': async () => {
      await keys.press('Control+3')
      await tabTo(page, page.getByRole('tab', { selected: true }))
      await keys.press('ArrowRight')
      await typeByKeys(page, page.getByLabel('New passphrase'), 'four words are enough')
      await switchByKeys(page, page.getByRole('checkbox', { name: 'Show what I type' }), true)
      await expect(page.getByLabel('New passphrase')).toHaveAttribute('type', 'text')
      await pressByKeys(page, button('Switch on'))
      await pressByKeys(page, button('I have it on paper'))
    },
    'three sheets, given': async () => {
      for (const cause of ['1', '5', '6']) await give(cause)
      await keys.press('Control+3')
      await expect(rows).toHaveCount(4)
    },
    'the names, from a sheet of the list': async () => {
      await tabTo(page, page.getByRole('tab', { selected: true }))
      await keys.press('ArrowLeft')
      await pressByKeys(page, button(/^Print again/u).first())
      await pressByKeys(page, page.getByRole('dialog').getByRole('button', { name: 'Open “With names”' }))
      await expect(page.getByRole('tab', { name: 'With names' })).toHaveAttribute('aria-selected', 'true')
      await expect(rows).toHaveCount(4)
    },
    'a patient, looked for': async () => {
      await typeByKeys(page, page.getByRole('textbox', { name: 'Find a patient' }), 'nobody')
      await expect(rows).toHaveCount(0)
      await typeByKeys(page, page.getByRole('textbox', { name: 'Find a patient' }), 'patient')
      await expect(rows).toHaveCount(4)
    },
    'a sheet, saved again': async () => {
      const file = join(folder, 'again.pdf')
      await answerSaveDialog(app, file)
      await pressByKeys(page, button(/^Save again: Patient Name/u).first())
      await expect(page.getByText(`Saved to ${file}`)).toBeVisible()
      await expect(button(/^Save again: Patient Name/u).first()).toBeFocused()
    },
    'all of a patient, looked at': async () => {
      await openAll()
      await pressByKeys(page, dialog.getByRole('button', { name: 'Go back' }))
      await expect(dialog).toHaveCount(0)
      await expect(button(/^All of this patient: Patient Name/u).first()).toBeFocused()
    },
    'all of a patient, saved': async () => {
      const file = join(folder, 'patient.zip')
      await answerSaveDialog(app, file)
      await openAll()
      await switchByKeys(page, dialog.getByRole('checkbox').first(), false)
      await pressByKeys(page, button('Save 2 sheets…'))
      const sealing = page.getByRole('dialog', { name: 'Save what is held of Patient Name in a sealed file' })
      await expect(sealing.getByLabel('Passphrase for this file')).toBeFocused()
      await page.keyboard.type('one for this file')
      await pressByKeys(page, sealing.getByRole('button', { name: 'Save the file' }))
      await expect(page.getByText(`Saved to ${file}`)).toBeVisible()
      expect(existsSync(file)).toBe(true)
    },
    'one sheet, removed': async () => {
      await pressByKeys(page, button(/^Remove: Patient Name/u).first())
      await pressByKeys(page, warning.getByRole('button', { name: 'Remove' }))
      await expect(rows).toHaveCount(3)
    },
    'all of a patient, removed': async () => {
      await openAll()
      await pressByKeys(page, button('Remove 2 sheets…'))
      await pressByKeys(page, warning.getByRole('button', { name: 'Remove' }))
      await expect(page.getByText('2 sheets removed: Patient Name.')).toBeVisible()
      await expect(rows).toHaveCount(0)
    },
    'the code instead of the passphrase, gone back from': async () => {
      await lockByKeys(page, 'begun')
      await openTab(page, 'With names')
      await pressByKeys(page, button('Passphrase forgotten?'))
      await pressByKeys(page, button('Go back'))
      await expect(page.getByLabel('Passphrase')).toBeVisible()
    },
    'the names, unlocked with the button': async () => {
      await typeByKeys(page, page.getByLabel('Passphrase'), 'four words are enough')
      await pressByKeys(page, button('Unlock'))
      await expect(button('Lock now')).toBeVisible()
      await expect(page.getByRole('textbox', { name: 'Find a patient' })).toBeFocused()
    },
    'the names, unlocked with Enter': async () => {
      await lockByKeys(page, 'none')
      await openTab(page, 'With names')
      await typeByKeys(page, page.getByLabel('Passphrase'), 'four words are enough')
      await keys.press('Enter')
      await expect(page.getByRole('textbox', { name: 'Find a patient' })).toBeFocused()
    },
    'the tests to repeat, unlocked': async () => {
      await lockByKeys(page, 'none')
      await openTab(page, 'Tests to repeat')
      await typeByKeys(page, page.getByLabel('Passphrase'), 'four words are enough')
      await keys.press('Enter')
      await expect(findChoice(page, 'Show')).toBeFocused()
    },
  })
  await app.close()
})
