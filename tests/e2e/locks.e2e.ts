import { expect, launchApp, test } from './app.fixture.ts'

test('the session refuses a request by itself, before any other lock is asked', async ({ app }) => {
  const reason = await app.evaluate(async ({ BrowserWindow }) => {
    const session = BrowserWindow.getAllWindows()[0]?.webContents.session
    return session?.fetch('http://127.0.0.1:9/').then(
      () => 'answered',
      (error: unknown) => String(error),
    )
  })
  expect(reason).toContain('ERR_BLOCKED_BY_CLIENT')
})

test('every layer of the network lock is in place, and nothing of the page reaches the disk', async ({ app, page }) => {
  const seen = await app.evaluate(({ app: running, BrowserWindow }) => {
    const session = BrowserWindow.getAllWindows()[0]?.webContents.session
    return {
      resolver: running.commandLine.getSwitchValue('host-resolver-rules'),
      webrtc: running.commandLine.getSwitchValue('force-webrtc-ip-handling-policy'),
      dictionaries: session?.getSpellCheckerLanguages(),
      storage: session?.getStoragePath(),
      umask: process.umask(0o077), // sets what is there already, and gives it back
    }
  })
  expect(seen).toEqual({
    resolver: 'MAP * ~NOTFOUND',
    webrtc: 'disable_non_proxied_udp',
    dictionaries: [],
    storage: null,
    umask: 0o077,
  })
  expect(page.url()).toMatch(/^app:/u)
})

test('normal use breaks none of its own content security rules', async ({ app, page }) => {
  const complaints: string[] = []
  page.on('console', (message) => {
    if (message.type() === 'error' || message.type() === 'warning') complaints.push(message.text())
  })
  await page.reload()
  await page.getByTestId('preview').waitFor()
  await page.keyboard.press('4')
  await page.waitForTimeout(500)
  expect(complaints).toEqual([])
  expect(app.windows()).toHaveLength(1)
})

test('a second start hands over to the first and ends', async ({ app, page, data }) => {
  await expect(page).toHaveTitle('CareSheet')
  const second = await launchApp(data).catch(() => null)
  if (second !== null) await second.waitForEvent('close', { timeout: 5000 }).catch(() => undefined)
  expect(second === null || second.windows().length === 0).toBe(true)
  expect(app.windows()).toHaveLength(1)
})
