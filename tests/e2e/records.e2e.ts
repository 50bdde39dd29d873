import { spawnSync } from 'node:child_process'
import { createHash } from 'node:crypto'
import { lstatSync, readdirSync, readFileSync } from 'node:fs'
import { join, relative } from 'node:path'
import type { ClinicApi } from '../../src/ipc/contract.ts'
import {
  answerSaveDialog,
  emergencyNumber,
  expect,
  launchApp,
  launchArguments,
  startNewApp,
  test,
  type Page,
} from './app.fixture.ts'

/** Asks the main process what the window may ask. */
function listHistory(page: Page) {
  return page.evaluate(async () => {
    const { clinic } = globalThis as unknown as { clinic: ClinicApi } // the preload puts it there
    const reply = await clinic['log.list']({ filter: {}, before: null, limit: 10 })
    return reply.ok ? reply.value.handouts : []
  })
}

test('a saved sheet is in the log, without the patient, after the next start too', async ({ folder }) => {
  const { app, page } = await startNewApp(folder)
  await page.getByRole('checkbox', { name: 'Fatty liver' }).check()
  await page.getByRole('textbox', { name: 'Patient name' }).fill('Patient Name')
  const path = join(folder, 'saved.pdf')
  await answerSaveDialog(app, path)
  await page.keyboard.press('Control+s')
  await page.getByRole('status').filter({ hasText: 'saved.pdf' }).waitFor()
  const logged = await listHistory(page)
  expect(logged).toMatchObject([
    { way: 'saved', audience: 'patient', languages: ['en'], causes: [{ id: 'fatty-liver' }], teachBack: null },
  ])
  await app.close()
  const again = await launchApp(folder)
  expect(await listHistory(await again.firstWindow())).toEqual(logged)
  await again.close()
  const database = readFileSync(join(folder, 'user data', 'clinic.db'))
  expect([database.includes('fatty-liver'), database.includes('Patient Name')]).toEqual([true, false])
})

test('R7: the thread of the built app copies the records, and the copy is restored', async ({ folder }) => {
  const { app, page } = await startNewApp(folder)
  const done = await page.evaluate(async () => {
    const { clinic } = globalThis as unknown as { clinic: ClinicApi } // as above
    const made = await clinic['records.back-up']({})
    const { file, folder: of } = (made.ok ? made.value.backups[0] : undefined) ?? { file: '', folder: '' }
    const restored = await clinic['records.restore']({ file, folder: of })
    return { made, restored, settings: await clinic['settings.read']({}) }
  })
  expect(done).toMatchObject({
    made: { ok: true, value: { backups: { length: 1 }, notices: [] } },
    restored: { ok: true, value: { notices: [] } },
    settings: { ok: true, value: { emergencyNumber } },
  })
  await app.close()
})

/** Milliseconds until a second start has ended. */
function timeSecondStart(folder: string): number {
  const { executable, args, env } = launchArguments(folder)
  const begun = performance.now()
  const { status } = spawnSync(executable, ['--no-sandbox', ...args], { env, timeout: 20_000 }) // as Playwright starts the first
  expect(status).toBe(0)
  return performance.now() - begun
}

/** Every file and folder of the data: its name, when it was last written, and what it holds. */
function listWritten(data: string): string[] {
  return readdirSync(data, { recursive: true, withFileTypes: true })
    .map((each) => {
      const path = join(each.parentPath, each.name)
      const hash = each.isFile() ? createHash('sha256').update(readFileSync(path)).digest('hex') : ''
      return `${relative(data, path)} ${lstatSync(path, { bigint: true }).mtimeNs} ${hash}`
    })
    .toSorted()
}

/** Waits until the first app has written nothing by itself for 12 s: Chromium saves what changed after 10. */
async function waitForRest(data: string): Promise<void> {
  let [last, since] = ['', Date.now()]
  const isAtRest = () => {
    const now = listWritten(data).join('\n')
    if (now !== last) [last, since] = [now, Date.now()]
    return Date.now() - since > 12_000
  }
  await expect.poll(isAtRest, { timeout: 60_000, intervals: [500] }).toBe(true)
}

test('R8: a second start brings the first to the front, ends by itself within 2 s and writes nothing; the first goes on', async ({
  folder,
}) => {
  const { app, page } = await startNewApp(folder)
  const data = join(folder, 'user data')
  await waitForRest(data)
  const before = listWritten(data)
  expect(before).toContainEqual(expect.stringMatching(/^clinic\.db-wal /u))
  await app.evaluate(({ BrowserWindow }) => BrowserWindow.getAllWindows()[0]?.minimize())
  const took = [0, 1, 2].map(() => timeSecondStart(folder)) // the soonest is the app's, the others may be the computer's
  test.info().annotations.push({ type: 'milliseconds of a second start', description: took.map(Math.round).join(', ') })
  expect(Math.min(...took)).toBeLessThan(2000)
  expect(listWritten(data)).toEqual(before)
  const isThere = () =>
    app.evaluate(({ BrowserWindow }) => {
      const [window] = BrowserWindow.getAllWindows()
      return window !== undefined && !window.isMinimized() && window.isVisible()
    })
  await expect.poll(isThere).toBe(true)
  await expect(page.getByRole('checkbox', { name: 'Fatty liver' })).toBeVisible()
  await app.close()
})
