import { inspect } from 'node:util'
import type { ElectronApplication } from '@playwright/test'
import { listMalformed } from '../ipc/malformed.ts'
import { channels, questions } from '../ipc/questions.ts'
import { expect, test } from './app.fixture.ts'

/** What Playwright cannot carry into the page as it is; the page makes some of it itself. */
const isCarried = (value: unknown) => !inspect(value).includes('Map(')

test('E4: from the page, no malformed question is accepted on any channel, and the app goes on', async ({ page }) => {
  const fire = channels.map((channel) => ({
    channel,
    asked: listMalformed(questions[channel], 60, 7).filter(isCarried),
  }))
  const { calls, unlike } = await page.evaluate(async (all) => {
    const circle: { self?: unknown } = {}
    circle.self = circle
    const onlyHere: unknown[] = [
      new Map(),
      new Map([['words', 'a']]),
      new Set([1]),
      new ArrayBuffer(8),
      new Error('a'),
      /a/u,
      circle,
      [circle],
      () => 1,
      Symbol('a'),
    ]
    const answered: { channel: string; reply: unknown }[] = []
    let count = 0
    for (const { channel, asked } of all)
      for (const question of [...asked, ...onlyHere]) {
        count += 1
        // What cannot be cloned never leaves the page.
        const ask = window.clinic[channel] as (given: unknown) => Promise<unknown>
        const reply = await Promise.resolve()
          .then(() => ask(question))
          .catch((error: unknown) => ({ ok: false, code: /clone/u.test(String(error)) ? 'bad-input' : String(error) }))
        if (typeof reply !== 'object' || reply === null || Reflect.get(reply, 'code') !== 'bad-input')
          answered.push({ channel, reply })
      }
    return { calls: count, unlike: answered }
  }, fire)
  expect(unlike).toEqual([])
  expect(calls).toBeGreaterThan(channels.length * 60)
  const about = await page.evaluate(() => window.clinic['about.read']({}))
  expect(about.ok).toBe(true)
})

/** Opens a page that has the app's own bridge, and gives what a script finds there. */
async function runInStranger(app: ElectronApplication, url: string, script: string): Promise<unknown> {
  return app.evaluate(
    async ({ app: running, BrowserWindow }, { address, code }) => {
      const stranger = new BrowserWindow({
        show: false,
        webPreferences: {
          preload: `${running.getAppPath()}/out/preload/index.cjs`,
          partition: 'caresheet', // as the window has it
          sandbox: true,
          nodeIntegrationInSubFrames: true,
        },
      })
      try {
        await stranger.loadURL(address)
        return await stranger.webContents.executeJavaScript(`(async () => {${code}})()`)
      } finally {
        stranger.destroy()
      }
    },
    { address: url, code: script },
  )
}

test('E5: a page of another origin, with the app’s own bridge, is refused on every channel', async ({ app, page }) => {
  const asked = JSON.stringify(channels.map((channel) => [channel, questions[channel]]))
  const codes = await runInStranger(
    app,
    'about:blank',
    `const codes = []
    for (const [channel, question] of ${asked})
      codes.push(await window.clinic[channel](question).then((reply) => reply.ok ? channel : reply.code))
    return codes`,
  )
  expect(codes).toEqual(channels.map(() => 'untrusted-sender'))
  await expect(page).toHaveTitle('CareSheet')
})

test('E5: our page opens in no frame, neither of ours nor of a stranger', async ({ app }) => {
  const frame = `const inner = document.createElement('iframe')
    inner.src = 'app://ui/index.html'
    document.body.append(inner)
    await new Promise((resolve) => setTimeout(resolve, 500))
    const refused = () => { try { return inner.contentWindow.location.href } catch { return 'refused' } }
    return [refused(), typeof inner.contentWindow.clinic === 'undefined']`
  const look = (url: string) => runInStranger(app, url, `try { ${frame} } catch { return ['refused', true] }`)
  expect([await look('app://ui/index.html'), await look('about:blank')]).toEqual([
    ['refused', true],
    ['about:blank', true],
  ])
})
