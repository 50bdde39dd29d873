import { contract } from '../../src/ipc/contract.ts'
import { expect, launchApp, test } from './app.fixture.ts'

test('the window is sandboxed, isolated, and has nothing but the contract', async ({ app, page }) => {
  const preferences = await app.evaluate(({ BrowserWindow }) => {
    // getLastWebPreferences is there, but not in Electron's types
    const contents = BrowserWindow.getAllWindows()[0]?.webContents as unknown as { getLastWebPreferences(): object }
    return contents.getLastWebPreferences()
  })
  expect(preferences).toMatchObject({
    sandbox: true,
    contextIsolation: true,
    nodeIntegration: false,
    webSecurity: true,
  })
  const seen = await page.evaluate(() => ({
    url: location.href,
    node: [typeof Reflect.get(window, 'require'), typeof Reflect.get(window, 'process')],
    api: Object.keys(window.clinic),
  }))
  expect(seen.url).toMatch(/^app:\/\/ui\//u)
  expect(seen.node).toEqual(['undefined', 'undefined'])
  expect(seen.api.toSorted()).toEqual(Object.keys(contract).toSorted())
})

test('no request leaves, no code is evaluated, no window opens, no page is left', async ({ app, page }) => {
  const tried = await page.evaluate(async () => {
    const fails = async (act: () => unknown) => {
      try {
        await act()
        return false
      } catch {
        return true
      }
    }
    return {
      fetch: await fails(() => fetch('http://127.0.0.1:9/')),
      file: await fails(() => fetch('file:///etc/passwd')),
      // In a turn of its own: what Playwright evaluates is above the page's rules, what the page does later is not.
      eval: await new Promise((resolve) => {
        // oxlint-disable-next-line no-implied-eval, no-new-func -- evaluating is what must fail
        setTimeout(() => resolve(fails(() => new Function('return 1')())), 0)
      }),
      notification: await Notification.requestPermission(),
      opened: window.open('app://ui/index.html') === null,
    }
  })
  expect(tried).toEqual({ fetch: true, file: true, eval: true, notification: 'denied', opened: true })
  const before = page.url()
  await page.evaluate(() => {
    location.href = 'https://example.org/'
  })
  await page.waitForTimeout(300)
  expect(page.url()).toBe(before)
  expect(await app.evaluate(({ BrowserWindow }) => BrowserWindow.getAllWindows().length)).toBe(1)
})

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
