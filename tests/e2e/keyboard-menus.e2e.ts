import type { ElectronApplication } from '@playwright/test'
import { expect, startNewApp, test } from './app.fixture.ts'

/*
 * A test cannot open the menus as Alt or F10 do: the keys it presses go to the page and not to the window's frame. So it sees
 * that each menu and item has a letter that Alt reaches, that no two of a menu share one, and what each item does.
 */

type Item = { readonly menu: string; readonly label: string; readonly role: string; readonly keys: string }

const listItems = (app: ElectronApplication): Promise<Item[]> =>
  app.evaluate(({ Menu }) =>
    (Menu.getApplicationMenu()?.items ?? []).flatMap((menu) =>
      (menu.submenu?.items ?? [])
        .filter(({ type }) => type !== 'separator')
        .map((item) => ({
          menu: menu.label,
          label: item.label,
          role: item.role ?? '',
          keys: item.accelerator ?? '',
        })),
    ),
  )

/** Chooses an item as Enter does in an open menu. */
const chooseItem = (app: ElectronApplication, label: string) =>
  app.evaluate(({ BrowserWindow, Menu }, wanted) => {
    const window = BrowserWindow.getAllWindows()[0]
    const items = (Menu.getApplicationMenu()?.items ?? []).flatMap((menu) => menu.submenu?.items ?? [])
    items.find((item) => item.label === wanted)?.click({}, window, window?.webContents)
  }, label)

const readLetter = (label: string) => /&(\p{L})/u.exec(label)?.[1]?.toLowerCase() ?? ''

test('each menu and item has a letter of its own for Alt, and each item that does something in the window names its key', async ({
  app,
}) => {
  const items = await listItems(app)
  const menus = [...new Set(items.map(({ menu }) => menu))]
  expect(menus).toHaveLength(5)
  for (const group of [
    menus,
    ...menus.map((menu) => items.filter((each) => each.menu === menu).map(({ label }) => label)),
  ]) {
    const letters = group.map(readLetter)
    expect(letters, group.join()).not.toContain('')
    expect(new Set(letters).size, group.join()).toBe(letters.length)
  }
  const keyless = items.filter(({ keys, role }) => keys === '' && role === '').map(({ label }) => label)
  expect(keyless).toEqual([])
})

test('each item of the menus does what it says', async ({ folder }) => {
  const { app, page } = await startNewApp(folder)
  const note = page.getByRole('textbox', { name: 'Note to the patient' })
  const cause = page.getByRole('checkbox', { name: 'Fatty liver', exact: true })
  const isDialog = async (name: string) => {
    await expect(page.getByRole('dialog', { name })).toBeVisible()
    await page.keyboard.press('Escape')
    await expect(page.getByRole('dialog')).toHaveCount(0)
  }
  const isView = (name: string) =>
    expect(page.getByRole('button', { name, exact: true })).toHaveAttribute('aria-current', 'page')
  const readZoom = () =>
    app.evaluate(({ BrowserWindow }) => BrowserWindow.getAllWindows()[0]?.webContents.getZoomLevel() ?? 0)
  let zoom = 0
  /** Each item but those that end or hide the window, with what comes of it. */
  const deeds: Readonly<Record<string, () => Promise<void>>> = {
    '&New patient': () => expect(page.getByText('Ready for a new patient.').first()).toBeVisible(),
    '&Bundles…': () => isDialog('Bundles'),
    '&Save PDF…': () => expect(page.getByRole('status').filter({ hasText: 'Not saved.' })).toBeVisible(),
    '&Print': () => expect(page.locator('#issue-reason, .print-jobs').first()).toBeAttached(),
    '&Undo': () => expect(cause).not.toBeChecked(),
    '&Redo': () => expect(cause).toBeChecked(),
    'Select &all': () =>
      expect.poll(() => note.evaluate((area) => (area as HTMLTextAreaElement).selectionEnd)).toBe('Walk.'.length),
    '&Copy': () => expect(note).toHaveValue('Walk.'),
    'Cu&t': () => expect(note).toHaveValue(''),
    '&Paste': () => expect(note).toHaveValue('Walk.'),
    '&Find…': () => expect(page.getByRole('searchbox')).toBeFocused(),
    '&Topics': () => isView('Topics'),
    '&History': () => isView('History'),
    'S&ettings': () => isView('Settings'),
    '&Sheet': () => isView('Sheet'),
    'Zoom &in': async () => {
      await expect.poll(readZoom).toBeGreaterThan(0)
      zoom = await readZoom()
    },
    'Zoom &out': () => expect.poll(readZoom).toBeLessThan(zoom),
    '&Actual size': () => expect.poll(readZoom).toBe(0),
    '&Keyboard shortcuts': () => isDialog('Keyboard shortcuts'),
    '&About CareSheet': () => isDialog('About CareSheet'),
  }
  await app.evaluate(({ dialog }) => {
    dialog.showSaveDialog = async () => ({ canceled: true, filePath: '' })
  })
  const labels = (await listItems(app)).filter(({ role }) => !/quit|close|minimize|fullscreen/iu.test(role))
  expect(labels.map(({ label }) => label).toSorted()).toEqual(Object.keys(deeds).toSorted())
  for (const [label, see] of Object.entries(deeds))
    await test.step(label, async () => {
      if (label === '&Undo') {
        await cause.focus()
        await page.keyboard.press('Space')
      }
      if (label === 'Select &all') {
        await note.focus()
        await page.keyboard.type('Walk.')
      }
      await chooseItem(app, label)
      await see()
    })
  await app.close()
})
