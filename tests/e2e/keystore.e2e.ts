import { spawn } from 'node:child_process'
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { chromium } from '@playwright/test'
import type { ClinicApi } from '../../src/ipc/contract.ts'
import { emergencyNumber, expect, findPreview, launchArguments, test, type Page } from './app.fixture.ts'
import { pressByKeys, tabTo, typeByKeys } from './press-keys.ts'
import { startOwnKeyring } from './own-keyring.ts'

/**
 * Starts the app as a desktop does: Playwright's own way tells Chromium to use no keystore. Its window is reached through
 * the port that Chromium names.
 */
async function startPlainly(folder: string, variables: Readonly<Record<string, string>>) {
  const { executable, args, env } = launchArguments(folder, variables)
  const app = spawn(
    executable,
    [...(env['NO_SANDBOX'] ? ['--no-sandbox'] : []), '--remote-debugging-port=0', ...args],
    {
      env,
      stdio: ['ignore', 'ignore', 'pipe'],
    },
  )
  const ended = new Promise<void>((resolve) => app.once('exit', () => resolve()))
  let told = ''
  const address = await new Promise<string>((resolve, reject) => {
    app.once('exit', () => reject(new Error(told)))
    app.stderr.on('data', (bytes: Buffer) => {
      told += bytes.toString()
      const found = /DevTools listening on (ws:\S+)/u.exec(told)?.[1]
      if (found !== undefined) resolve(found)
    })
  })
  const browser = await chromium.connectOverCDP(address)
  const context = browser.contexts()[0]
  const page = context?.pages()[0] ?? (await context?.waitForEvent('page'))
  if (page === undefined) throw new Error('The app has no window.')
  const close = async () => {
    await browser.close() // lets go of the port; a browser that ends under Playwright breaks its trace
    app.kill('SIGTERM')
    await ended
  }
  return { page, close }
}

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
    const { page, close } = await startPlainly(folder, keyring.variables)
    await page.getByRole('button', { name: 'Skip' }).click()
    await page.getByRole('textbox', { name: 'Emergency number' }).fill(emergencyNumber)
    await page.getByRole('button', { name: 'Next' }).click()
    await page.getByRole('button', { name: 'Skip' }).click()
    await page.getByRole('button', { name: /^New patient/u }).click()
    await findPreview(page).waitFor()
    expect(await readStatus(page)).toMatchObject({ state: 'off', keystoreRefusal: null })
    await openNames(page)
    await pressByKeys(page, page.getByRole('button', { name: 'Use a passphrase instead' }))
    await expect(page.getByLabel('New passphrase')).toBeVisible()
    await pressByKeys(page, page.getByRole('button', { name: 'Use a PIN instead' }))
    await typeByKeys(page, page.getByLabel('New PIN'), '2580')
    await page.keyboard.press('Enter')
    const code = (await page.locator('.recovery-code').textContent()) ?? ''
    await pressByKeys(page, page.getByRole('button', { name: 'I have it on paper' }))
    expect(await readStatus(page)).toMatchObject({ state: 'open', by: 'keystore' })
    await close()
    const file = readFileSync(join(folder, 'user data', 'history.db'))
    expect(file.includes('2580')).toBe(false)

    const again = await startPlainly(folder, keyring.variables)
    const next = again.page
    await findPreview(next).waitFor()
    await openNames(next)
    await typeByKeys(next, next.getByLabel('PIN'), '2580')
    await next.keyboard.press('Enter')
    await expect(next.getByRole('button', { name: 'Lock now' })).toBeVisible()
    await again.close()

    const without = await startPlainly(folder, {})
    const last = without.page
    await findPreview(last).waitFor()
    await openNames(last)
    await typeByKeys(last, last.getByLabel('PIN'), '2580')
    await last.keyboard.press('Enter')
    await expect(last.getByText(/keystore.*(recovery code|passphrase)/u).first()).toBeVisible()
    await pressByKeys(last, last.getByRole('button', { name: 'PIN forgotten?' }))
    await typeByKeys(last, last.getByRole('textbox', { name: 'Recovery code' }), code)
    await typeByKeys(last, last.getByLabel('New passphrase'), 'four words are enough')
    await last.keyboard.press('Enter')
    await expect(last.getByRole('button', { name: 'Lock now' })).toBeVisible()
    expect(await readStatus(last)).toMatchObject({ state: 'open', by: 'passphrase' })
    await without.close()
  } finally {
    keyring.stop()
  }
})
