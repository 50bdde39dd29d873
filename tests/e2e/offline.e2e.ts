import { mkdirSync } from 'node:fs'
import { join } from 'node:path'
import { _electron, type ElectronApplication } from '@playwright/test'
import { canTrace, readTraces, writeTracer } from '../../scripts/checks/trace-network.ts'
import { answerSaveDialog, expect, findPreview, launchArguments, test, typeEmergencyNumber } from './app.fixture.ts'
import { hostileScript, probes } from './hostile/probes.ts'

// What the program and its children do on the network, by what the system sees of them, whatever the program says of itself.
test.skip(!canTrace(), 'strace is not there, or may not look into programs here.')

/** Starts the app under strace; the trace is whole once it is closed. */
async function launchTraced(folder: string): Promise<ElectronApplication> {
  mkdirSync(join(folder, 'traces'))
  const { executable, args, env } = launchArguments(folder)
  return _electron.launch({ executablePath: writeTracer(join(folder, 'traces'), executable), args, env })
}

/** Tries all probes in a window that has no content security policy, with the session of the app or another. */
async function probeWithoutPolicy(app: ElectronApplication, partition: string | undefined): Promise<unknown> {
  return app.evaluate(
    async ({ BrowserWindow }, { script, session }) => {
      const hostile = new BrowserWindow({ show: false, webPreferences: { sandbox: true, ...session } })
      try {
        await hostile.loadURL('about:blank')
        return await hostile.webContents.executeJavaScript(script, true)
      } finally {
        hostile.destroy()
      }
    },
    { script: hostileScript, session: partition === undefined ? {} : { partition } },
  )
}

test('E2: a hostile page sends nothing: not from our window, nor without its policy, nor in another session', async ({
  folder,
}) => {
  const count = Object.keys(probes).length
  expect(count).toBeGreaterThanOrEqual(24)
  const app = await launchTraced(folder)
  const page = await app.firstWindow()
  await page.waitForLoadState()
  const tried = [
    await probeWithoutPolicy(app, 'caresheet'),
    await probeWithoutPolicy(app, undefined),
    await probeWithoutPolicy(app, 'persist:another'),
    await page.evaluate(hostileScript),
  ]
  await app.close()
  expect(tried).toEqual([count, count, count, count])
  const { starts, calls, leaks } = readTraces(join(folder, 'traces'))
  expect(leaks).toEqual([])
  expect(starts).toBe(1)
  expect(calls).toBeGreaterThan(100) // the trace saw the program at work
})

test('E3: a visit, from the first start to the saved sheet, sends nothing', async ({ folder }) => {
  const app = await launchTraced(folder)
  await typeEmergencyNumber(app)
  const page = await app.firstWindow()
  await findPreview(page).and(page.locator('[data-version]')).waitFor()
  await answerSaveDialog(app, join(folder, 'saved.pdf'))
  await page.getByRole('checkbox', { name: 'Fatty liver' }).check()
  await page.keyboard.press('Control+s')
  await page.getByRole('status').filter({ hasText: '.pdf' }).waitFor()
  await app.close()
  const { starts, leaks } = readTraces(join(folder, 'traces'))
  expect([starts, leaks]).toEqual([1, []])
})
