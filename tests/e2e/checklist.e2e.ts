import type { ElectronApplication } from '@playwright/test'
import { contract } from '../../src/ipc/contract.ts'
import { expect, test } from './app.fixture.ts'

// The items of Electron's security checklist by their numbers, in the running app; what only reading shows is in
// tests/security/checklist.test.ts.

/** How the window was made, as Electron sees it. */
async function readPreferences(app: ElectronApplication): Promise<Record<string, unknown>> {
  return app.evaluate(({ BrowserWindow }) => {
    // getLastWebPreferences is there, but not in Electron's types
    const contents = BrowserWindow.getAllWindows()[0]?.webContents as unknown as { getLastWebPreferences(): object }
    return { ...contents.getLastWebPreferences() }
  })
}

test('E1.1: all that the window loads comes from the app itself', async ({ page }) => {
  const loaded: string[] = []
  page.on('request', (request) => loaded.push(request.url()))
  await page.reload()
  await page.getByTestId('preview').and(page.locator('[data-version]')).waitFor()
  expect(loaded.length).toBeGreaterThan(3)
  expect(loaded.filter((url) => !/^(?:blob:)?app:\/\/ui\//u.test(url))).toEqual([])
})

test('E1.2: the page has nothing of Node', async ({ app, page }) => {
  expect(await readPreferences(app)).toMatchObject({ nodeIntegration: false })
  const seen = await page.evaluate(() =>
    ['require', 'process', 'module', 'Buffer', 'global', '__dirname', 'electron'].filter((name) => name in window),
  )
  expect(seen).toEqual([])
})

test('E1.3: what the page changes does not reach the bridge', async ({ app, page }) => {
  expect(await readPreferences(app)).toMatchObject({ contextIsolation: true })
  const answer = await page.evaluate(async () => {
    const keys = Object.keys
    Object.keys = () => ['taken over']
    const before = window.clinic['about.read']
    try {
      Reflect.set(window.clinic, 'about.read', () => 'taken over')
      Reflect.set(window, 'clinic', { 'about.read': () => 'taken over' })
    } finally {
      Object.keys = keys
    }
    return [window.clinic['about.read'] === before, (await window.clinic['about.read']({})).ok]
  })
  expect(answer).toEqual([true, true])
})

test('E1.4: the window is sandboxed', async ({ app }) => {
  expect(await readPreferences(app)).toMatchObject({ sandbox: true })
})

test('E1.5: no permission is granted', async ({ page }) => {
  const states = await page.evaluate(async () => {
    const names = ['geolocation', 'notifications', 'camera', 'microphone', 'midi', 'clipboard-read', 'storage-access']
    const query = async (name: string) =>
      (await navigator.permissions.query({ name: name as PermissionName }).catch(() => null))?.state ?? 'unknown'
    return [...(await Promise.all(names.map(query))), await Notification.requestPermission()]
  })
  expect(states).toContain('denied')
  expect(states).not.toContain('granted')
  expect(await page.evaluate(() => navigator.clipboard.readText().catch(() => 'refused'))).toBe('refused')
})

test('E1.6, E1.8, E1.9, E1.10: no guard of Chromium is taken down', async ({ app }) => {
  const preferences = await readPreferences(app)
  expect(preferences).toMatchObject({ webSecurity: true })
  expect(preferences['allowRunningInsecureContent'] ?? false).toBe(false)
  expect(preferences['experimentalFeatures'] ?? false).toBe(false)
  expect(preferences['enableBlinkFeatures'] ?? '').toBe('')
})

test('E1.7: no inline script, evaluated text or script from a blob runs', async ({ page }) => {
  const ran = await page.evaluate(async () => {
    const seen: string[] = []
    Reflect.set(window, 'note', (what: string) => seen.push(what))
    const tryIt = async (act: () => unknown) => {
      // In a turn of its own: what Playwright evaluates is above the page's rules, what the page does later is not.
      await new Promise((resolve) => setTimeout(resolve, 0))
      await Promise.resolve()
        .then(act)
        .catch(() => undefined)
    }
    const policy = Reflect.get(window, 'trustedTypes') as { createPolicy(name: string, rules: object): unknown }
    await tryIt(() => document.body.insertAdjacentHTML('beforeend', '<img src="x:" onerror="note(1)">'))
    await tryIt(() => {
      const script = document.createElement('script')
      script.append('note("inline")')
      document.body.append(script)
    })
    // oxlint-disable-next-line no-implied-eval, no-new-func -- evaluating is what must fail
    setTimeout(() => void tryIt(() => new Function('note("evaluated")')()), 0)
    await tryIt(() => new Worker(URL.createObjectURL(new Blob(['postMessage(1)']))))
    await tryIt(() => import(['data:text/javascript', 'note("imported")'].join(',')))
    await tryIt(() => policy.createPolicy('stranger', {}) && seen.push('policy'))
    await new Promise((resolve) => setTimeout(resolve, 300))
    return seen
  })
  expect(ran).toEqual([])
})

test('E1.11, E1.12: a webview in the page stays an empty element', async ({ app, page }) => {
  expect((await readPreferences(app))['webviewTag'] ?? false).toBe(false)
  const isInert = await page.evaluate(async () => {
    const view = document.createElement('webview')
    view.setAttribute('src', 'app://ui/index.html')
    view.setAttribute('allowpopups', '')
    document.body.append(view)
    await new Promise((resolve) => setTimeout(resolve, 200))
    return view instanceof HTMLUnknownElement || !('getURL' in view)
  })
  expect(isInert).toBe(true)
  expect(await app.evaluate(({ webContents }) => webContents.getAllWebContents().length)).toBe(1)
})

test('E1.13: neither link, address, form nor drop leads away', async ({ app, page }) => {
  const before = page.url()
  const ways: Record<string, () => void> = {
    link: () => {
      const link = document.createElement('a')
      link.href = 'https://example.org/'
      document.body.append(link)
      link.click()
    },
    address: () => location.assign('app://ui/other.html'),
    file: () => location.replace('file:///etc/passwd'),
    form: () => {
      const form = document.createElement('form')
      form.action = 'app://ui/other.html'
      document.body.append(form)
      form.submit()
    },
    drop: () => {
      const given = new DataTransfer()
      given.setData('text/uri-list', 'app://ui/other.html')
      document.body.dispatchEvent(new DragEvent('drop', { dataTransfer: given, bubbles: true, cancelable: true }))
    },
  }
  for (const [way, leave] of Object.entries(ways)) {
    await page.evaluate(leave).catch(() => undefined)
    await page.waitForTimeout(100)
    const shown = await app.evaluate(({ BrowserWindow }) => BrowserWindow.getAllWindows()[0]?.webContents.getURL())
    expect([way, page.url(), shown]).toEqual([way, before, before])
  }
})

test('E1.14: no second window opens, however it is asked for', async ({ app, page }) => {
  const opened = await page.evaluate(() => {
    const link = document.createElement('a')
    Object.assign(link, { href: 'app://ui/index.html', target: '_blank' })
    link.style.cssText = 'position: fixed; inset: 0 auto auto 0; width: 20px; height: 20px; z-index: 9'
    document.body.append(link)
    link.click()
    return ['app://ui/index.html', 'about:blank', '', 'https://example.org/'].filter((url) => window.open(url) !== null)
  })
  await page.mouse.click(9, 9, { button: 'middle' })
  await page.keyboard.down('Control')
  await page.mouse.click(9, 9)
  await page.keyboard.up('Control')
  await page.waitForTimeout(300)
  expect(opened).toEqual([])
  expect(await app.evaluate(({ BrowserWindow }) => BrowserWindow.getAllWindows().length)).toBe(1)
})

test('E1.18: the page is served by the app’s own protocol, and reads no file', async ({ page }) => {
  expect(new URL(page.url()).protocol).toBe('app:')
  const read = await page.evaluate(() =>
    Promise.all(
      ['file:///etc/passwd', 'app://ui/../package.json', 'app://other/index.html'].map((url) =>
        fetch(url).then(
          () => 'answered',
          () => 'refused',
        ),
      ),
    ),
  )
  expect(read).toEqual(['refused', 'refused', 'refused'])
})

test('E1.20: the bridge is one plain function a channel, and nothing of Electron', async ({ page }) => {
  const bridge = await page.evaluate(() => {
    const own = Object.entries(window.clinic)
    return { names: own.map(([name]) => name), kinds: [...new Set(own.map(([, part]) => typeof part))] }
  })
  expect(bridge.names.toSorted()).toEqual(Object.keys(contract).toSorted())
  expect(bridge.kinds).toEqual(['function'])
  expect(await page.evaluate(() => 'ipcRenderer' in window)).toBe(false)
})
