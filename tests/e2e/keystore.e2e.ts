import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import type { ClinicApi } from '../../src/ipc/contract.ts'
import { expect, findPreview, launchApp, startNewApp, test, type Page } from './app.fixture.ts'
import { pressKey, tabTo, typeInto } from './by-keyboard.ts'
import { startOwnKeyring } from './own-keyring.ts'

/** How the history stands, as the window hears it. */
function readStatus(page: Page) {
  return page.evaluate(async () => {
    const { clinic } = globalThis as unknown as { clinic: ClinicApi } // the preload puts it there
    const reply = await clinic['history.status']({})
    return reply.ok ? reply.value : null
  })
}

async function openNames(page: Page): Promise<void> {
  await page.keyboard.press('Control+3')
  await tabTo(page, page.getByRole('tab', { selected: true }))
  await page.keyboard.press('ArrowRight')
}

test('D4: a real GNOME Keyring keeps the key: a PIN unlocks the names after the next start; without the keyring the code does', async ({
  folder,
}) => {
  test.skip(process.platform !== 'linux', 'GNOME Keyring is of Linux.')
  const keyring = await startOwnKeyring(folder)
  try {
    const { app, page } = await startNewApp(folder, keyring.variables)
    expect(await readStatus(page)).toMatchObject({ state: 'off', keystoreRefusal: null })
    await openNames(page)
    await typeInto(page, page.getByLabel('New PIN'), '2580')
    await page.keyboard.press('Enter')
    const code = (await page.locator('.recovery-code').textContent()) ?? ''
    await pressKey(page, page.getByRole('button', { name: 'I have written it down' }))
    expect(await readStatus(page)).toMatchObject({ state: 'open', by: 'keystore' })
    await app.close()
    const file = readFileSync(join(folder, 'user data', 'history.db'))
    expect(file.includes('2580')).toBe(false)

    const again = await launchApp(folder, keyring.variables)
    const next = await again.firstWindow()
    await findPreview(next).waitFor()
    await openNames(next)
    await typeInto(next, next.getByLabel('PIN'), '2580')
    await next.keyboard.press('Enter')
    await expect(next.getByRole('button', { name: 'Lock now' })).toBeVisible()
    await again.close()

    const without = await launchApp(folder)
    const last = await without.firstWindow()
    await findPreview(last).waitFor()
    await openNames(last)
    await typeInto(last, last.getByLabel('PIN'), '2580')
    await last.keyboard.press('Enter')
    await expect(last.getByText(/keystore.*(recovery code|passphrase)/u).first()).toBeVisible()
    await pressKey(last, last.getByRole('button', { name: 'PIN or passphrase forgotten?' }))
    await typeInto(last, last.getByRole('textbox', { name: 'Recovery code' }), code)
    await typeInto(last, last.getByLabel('New passphrase'), 'four words are enough')
    await last.keyboard.press('Enter')
    await expect(last.getByRole('button', { name: 'Lock now' })).toBeVisible()
    expect(await readStatus(last)).toMatchObject({ state: 'open', by: 'passphrase' })
    await without.close()
  } finally {
    keyring.stop()
  }
})
