import { spawnSync } from 'node:child_process'
import { mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import type { ElectronApplication } from '@playwright/test'
import Database from 'better-sqlite3'
import { canShare, mountShare } from '../own-share.ts'
import {
  answerSaveDialog,
  expect,
  findPreview,
  launchApp,
  startNewApp,
  test,
  typeEmergencyNumber,
  type Page,
} from './app.fixture.ts'

/** Ticks a cause and saves the sheet. */
async function saveSheet(page: Page): Promise<void> {
  await page.getByRole('checkbox', { name: 'Fatty liver' }).check()
  await findPreview(page).and(page.locator('[data-version]')).waitFor() // what saves it is drawn after the causes
  await page.keyboard.press('Control+s')
  await page.getByRole('status').filter({ hasText: '.pdf' }).waitFor()
}

/** Starts the app as a clinic does that has no settings, saves a sheet, and closes it. @param homeless an environment without a home @returns the path of the sheet */
async function startAndSave(folder: string, homeless?: Readonly<Record<string, string>>): Promise<string> {
  const app = await launchApp(homeless ? null : folder, homeless)
  await typeEmergencyNumber(app)
  return saveAndClose(app, folder)
}

async function saveAndClose(app: ElectronApplication, folder: string): Promise<string> {
  const path = join(folder, 'saved.pdf')
  await answerSaveDialog(app, path)
  await saveSheet(await app.firstWindow())
  await app.close()
  return path
}

const isPdf = (path: string) => readFileSync(path).subarray(0, 5).toString() === '%PDF-'

test('R10: a folder with spaces, quotes, Chinese and an emoji holds the data and the sheet', async ({ folder }) => {
  const odd = join(folder, `it's "the" 诊所 📁 $HOME`)
  mkdirSync(odd)
  const { app, page } = await startNewApp(odd)
  const path = join(odd, '告知单 "1".pdf')
  await answerSaveDialog(app, path)
  await saveSheet(page)
  await app.close()
  expect(isPdf(path)).toBe(true)
  expect(readdirSync(join(odd, 'user data'))).toContain('clinic.db')
})

test('R10: without a home sheets are saved all the same, it is told, and nothing stays', async ({ folder }) => {
  const temp = join(folder, 'temp')
  mkdirSync(temp)
  writeFileSync(join(folder, 'home'), 'a file where the home should be')
  const path = await startAndSave(folder, { TMPDIR: temp, HOME: join(folder, 'home'), XDG_CONFIG_HOME: '' })
  expect(isPdf(path)).toBe(true)
  expect(readFileSync(join(folder, 'home'), 'utf8')).toBe('a file where the home should be')
  expect(readdirSync(temp).filter((name) => name.startsWith('caresheet-'))).toEqual([])
})

const canMount = spawnSync('mount', ['--version']).status === 0 && process.getuid?.() === 0

test('R10: on a read-only disk too', async ({ folder }) => {
  test.skip(!canMount, 'Only root can make a read-only disk.')
  const data = join(folder, 'user data')
  mkdirSync(data)
  spawnSync('mount', ['-t', 'tmpfs', '-o', 'ro,size=1m', 'tmpfs', data])
  try {
    const path = await startAndSave(folder)
    expect(isPdf(path)).toBe(true)
    expect(readdirSync(data)).toEqual([])
  } finally {
    spawnSync('umount', [data])
  }
})

test('R10: half a clinic.db that was copied in is kept aside, its settings hold, and sheets are saved', async ({
  folder,
}) => {
  const first = await startNewApp(folder)
  await first.app.close()
  const database = join(folder, 'user data', 'clinic.db')
  const whole = readFileSync(database)
  writeFileSync(database, whole.subarray(0, Math.floor(whole.length / 8192) * 4096))
  const path = await saveAndClose(await launchApp(folder), folder) // which asks for no emergency number: it was saved
  expect(isPdf(path)).toBe(true)
  expect(readdirSync(join(folder, 'user data')).filter((name) => /^clinic-damaged-.*\.db$/u.test(name))).toHaveLength(1)
})

test('R10: junk in the place of clinic.db is kept as it was, and sheets are saved', async ({ folder }) => {
  const data = join(folder, 'user data')
  mkdirSync(data)
  const junk = 'no database at all\n'.repeat(1000)
  writeFileSync(join(data, 'clinic.db'), junk)
  const path = await startAndSave(folder)
  expect(isPdf(path)).toBe(true)
  const aside = readdirSync(data).find((name) => /^clinic-damaged-.*\.db$/u.test(name))
  expect(readFileSync(join(data, aside ?? 'none'), 'utf8')).toBe(junk)
})

test('R10: with its data on a network share it starts, and settings and log are there after the next start', async ({
  folder,
}) => {
  test.skip(!canShare, 'This computer can mount no share.')
  const { share, server, unmount } = mountShare(folder, 'cached')
  try {
    const { app, page } = await startNewApp(share)
    await answerSaveDialog(app, join(folder, 'saved.pdf'))
    await saveSheet(page)
    await app.close()
    const again = await launchApp(share)
    const next = await again.firstWindow()
    await next.getByRole('checkbox', { name: 'Fatty liver' }).waitFor() // the settings are known: no first steps
    await next.keyboard.press('Control+3')
    await expect(next.getByRole('row').filter({ hasText: 'Fatty liver' })).toHaveCount(1)
    await again.close()
    expect(readdirSync(join(server, 'user data'))).toContain('clinic.db')
  } finally {
    unmount()
  }
})

test('R10: on a share where nothing can be kept safe that is told, sheets are saved, and nothing there is overwritten', async ({
  folder,
}) => {
  test.skip(!canShare, 'This computer can mount no share.')
  const { share, server, unmount } = mountShare(folder, 'strict')
  try {
    mkdirSync(join(server, 'user data'))
    writeFileSync(join(server, 'user data', 'clinic.db'), 'what was there before')
    const app = await launchApp(share)
    await typeEmergencyNumber(app)
    const page = await app.firstWindow()
    const path = join(folder, 'saved.pdf')
    await answerSaveDialog(app, path)
    await page.getByRole('checkbox', { name: 'Fatty liver' }).check()
    await page.keyboard.press('Control+s')
    await expect(page.getByRole('status').filter({ hasText: '.pdf' })).toContainText(
      'The sheet is not in the list of sheets given.',
    )
    expect(isPdf(path)).toBe(true)
    await page.keyboard.press('Control+,')
    await expect(page.getByRole('region', { name: 'Records' })).toContainText('Sheets print all the same.')
    await app.close()
    const left = readdirSync(join(server, 'user data')).filter((name) => /^clinic.*\.db$/u.test(name))
    expect(left.map((name) => readFileSync(join(server, 'user data', name), 'utf8'))).toEqual(['what was there before'])
  } finally {
    unmount()
  }
})

test('R10: junk in every file of settings: it starts, sheets are saved, and the junk is not overwritten unasked', async ({
  folder,
}) => {
  const first = await startNewApp(folder)
  await first.app.close()
  const data = join(folder, 'user data')
  const db = new Database(join(data, 'clinic.db'))
  db.exec(`UPDATE settings SET value = '{"no": [json'`)
  db.close()
  for (const name of ['window.json', 'bundles.json', 'library.db', 'history.db'])
    writeFileSync(join(data, name), 'junk \u0000 {]')
  const path = await startAndSave(folder)
  expect(isPdf(path)).toBe(true)
  expect(readFileSync(join(data, 'history.db'), 'utf8')).toBe('junk \u0000 {]')
  const kept = readdirSync(data, { withFileTypes: true })
    .filter((each) => each.isFile())
    .map(({ name }) => [name, readFileSync(join(data, name), 'latin1').slice(0, 99999)] as const)
  expect(kept.some(([name, text]) => name.startsWith('clinic-damaged') && text.includes('{"no": [json'))).toBe(true)
  expect(kept.some(([name, text]) => name.startsWith('bundles') && text.includes('junk'))).toBe(true)
})
