import { rmSync } from 'node:fs'
import { join } from 'node:path'
import { catalogues } from '../../src/words/catalogues.ts'
import { expect, launchApp, startNewApp, test, typeEmergencyNumber } from './app.fixture.ts'
import { chooseByKeys, comeBack, doAll, pressByKeys, tabTo, typeByKeys, useDialog } from './press-keys.ts'
import { takeClock, waitByClock } from './wait-by-clock.ts'

test('search, views, topics and help are used with the keyboard alone, and the focus is there when one comes back', async ({
  page,
}) => {
  test.setTimeout(240_000)
  const box = (name: string) => page.getByRole('textbox', { name, exact: true })
  const tick = (name: string) => page.getByRole('checkbox', { name, exact: true })
  const button = (name: string | RegExp) => page.getByRole('button', { name, exact: typeof name === 'string' })
  const keys = page.keyboard
  const search = page.getByRole('searchbox')
  await keys.press('Control+n')

  await doAll(page, {
    'a search, by its keys': async () => {
      await keys.press('Control+k')
      await expect(search).toBeFocused()
      await keys.type('gym')
      await expect(page.locator('[data-found="gym"]')).toBeAttached()
    },
    'one of what was found': async () => {
      await keys.press('ArrowDown')
      await keys.press('Enter')
      await expect(tick('Hard exercise')).toBeChecked()
      await expect(tick('Hard exercise')).toBeFocused()
    },
    'a search, by Tab, and closed': async () => {
      await tabTo(page, search)
      await keys.type('fatty')
      await expect(page.getByRole('listbox')).toBeVisible()
      await keys.press('Escape')
      await expect(page.getByRole('listbox')).toHaveCount(0)
      await expect(search).toBeFocused()
    },
    'a view and back, by keys': async () => {
      await typeByKeys(page, box('Note to the patient'), 'Walk each day.')
      await keys.press('Control+2')
      await expect(button('Start a sheet')).toBeVisible()
      await keys.press('Control+1')
      await expect(box('Note to the patient')).toBeFocused()
      await keys.type(' Rest.')
      await expect(box('Note to the patient')).toHaveValue('Walk each day. Rest.')
    },
    'every view, by its button': async () => {
      for (const name of ['Topics', 'History', 'Settings', 'Sheet']) {
        await pressByKeys(page, button(name))
        await expect(button(name)).toHaveAttribute('aria-current', 'page')
        await expect(button(name)).toBeFocused()
      }
    },
    'a cause to read': async () => {
      await keys.press('Control+2')
      await tabTo(page, page.getByRole('option', { selected: true }))
      await keys.press('ArrowDown')
      await expect(page.getByRole('option', { selected: true })).toBeFocused()
      await expect(button('Tick this cause on the sheet')).toBeVisible()
    },
    'the language of what is read': async () => {
      await chooseByKeys(page, button(/Read in$/u), 'Español')
      await expect(page.getByRole('region', { name: 'The words of the topic' })).toContainText('hígado')
    },
    'a topic, onto the sheet': async () => {
      await pressByKeys(page, button('Tick this cause on the sheet'))
      await expect(page.getByRole('heading', { name: 'Tailor the advice' })).toBeVisible()
    },
    'the shortcuts, and About from there': async () => {
      await tabTo(page, button(/^Keyboard shortcuts/u))
      await comeBack(page, async () => {
        await keys.press('Enter')
        await pressByKeys(page, page.getByRole('dialog').getByRole('button', { name: 'About CareSheet' }))
        await expect(page.getByRole('dialog', { name: 'About CareSheet' })).toBeVisible()
        await pressByKeys(page, button('Close'))
        await expect(page.getByRole('dialog')).toHaveCount(0)
      })
    },
    'the shortcuts, by their key': () => useDialog(page, 'F1', 'Keyboard shortcuts', async () => undefined),
    'the shortcuts, closed with the button': () =>
      comeBack(page, async () => {
        await keys.press('F1')
        await pressByKeys(page, button('Close'))
        await expect(page.getByRole('dialog')).toHaveCount(0)
      }),
    'About, by its keys, and the parts by others': () =>
      useDialog(page, 'Shift+F1', 'About CareSheet', async () => {
        await pressByKeys(page, button(/parts by others/u))
        await expect(button(/parts by others/u)).toHaveAttribute('aria-expanded', 'true')
      }),
    'new patient, by its button': async () => {
      await pressByKeys(page, button(/^New patient/u))
      await expect(tick('Hard exercise')).not.toBeChecked()
      await expect(tick('Hard exercise')).toBeFocused()
    },
  })
})

test('a patient who is about to be cleared is kept, or cleared at once, with the keyboard alone', async ({ page }) => {
  await takeClock(page)
  const name = page.getByRole('textbox', { name: 'Patient name' })
  const warning = page.locator('.clear-warning')
  const button = (title: string) => page.getByRole('button', { name: title, exact: true })
  const wait = async () => {
    await waitByClock(page, 4, 35)
    await expect(warning).toBeVisible()
  }
  const goTo = async (title: string) => {
    await pressByKeys(page, button(title), 'Shift+Tab')
    await page.clock.runFor(100) // frames come with the clock
    await expect(warning).toBeHidden()
  }
  await doAll(page, {
    'a patient, begun': () => typeByKeys(page, name, 'Patient Name'),
    'the patient, kept, and the focus back on the sheet': async () => {
      await wait()
      await goTo('Keep this patient')
      await expect(page.locator('main:not([hidden]) :focus')).toBeAttached()
      await expect(name).toHaveValue('Patient Name')
    },
    'the patient, cleared at once': async () => {
      await wait()
      await goTo('Clear now')
      await expect(name).toHaveValue('')
      await expect(page.getByRole('checkbox', { name: 'Hard exercise', exact: true })).toBeFocused()
    },
  })
})

test('what is told over every view is gone to and hidden with the keyboard alone, and the focus is on the sheet again', async ({
  folder,
}) => {
  const { app: before } = await startNewApp(folder)
  await before.close()
  rmSync(join(folder, 'user data', 'clinic.db'))
  rmSync(join(folder, 'user data', 'backups'), { recursive: true, force: true })
  const app = await launchApp(folder)
  await typeEmergencyNumber(app)
  const page = await app.firstWindow()
  const { openRecords, hideHealed } = catalogues.en.window.frame
  const healed = page.locator('.healed-notice')
  const name = page.getByRole('textbox', { name: 'Patient name' })
  await doAll(page, {
    'the records, gone to': async () => {
      await pressByKeys(page, healed.getByRole('button', { name: openRecords }))
      await expect(page.getByRole('heading', { name: 'Records', exact: true })).toBeFocused()
    },
    'what was done to the records, hidden': async () => {
      await page.keyboard.press('Control+1')
      await typeByKeys(page, name, 'Patient Name')
      await pressByKeys(page, healed.getByRole('button', { name: hideHealed }), 'Shift+Tab')
      await expect(healed).toBeHidden()
      await expect(page.locator('main:not([hidden]) :focus')).toBeAttached() // on the sheet again, where Tab left it
    },
  })
  await app.close()
})
