import { existsSync, lstatSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { inflateSync } from 'node:zlib'
import type { ElectronApplication } from '@playwright/test'
import { addPrinter, cupsFolder } from '../own-cups.ts'
import { answerSaveDialog, choose, expect, launchApp, startNewApp, test, type Page } from './app.fixture.ts'

/** Name, birth date, number, lab value and note of a patient, such as stand nowhere by chance. */
const canaries = ['Canary Qzxname', '1961-02-03', 'ID-47110815-QZX', '187.35', 'zinnoberrot']

/** What a text looks like in the writings a program might use. */
function listForms(text: string): Buffer[] {
  // where a text begins within base64 decides how it looks: three ways, less what its neighbours change
  const inBase64 = [0, 1, 2].map((before) => {
    const written = Buffer.concat([Buffer.alloc(before), Buffer.from(text)]).toString('base64')
    return Buffer.from(written.slice(before === 0 ? 0 : before + 1, -4))
  })
  const hex = Buffer.from(text).toString('hex')
  return [
    Buffer.from(text),
    Buffer.from(text, 'utf16le'),
    Buffer.from(text, 'utf16le').swap16(),
    Buffer.from(hex),
    Buffer.from(hex.toUpperCase()),
    ...inBase64,
  ]
}

/** The bytes of a file; none where it went since it was listed, as what Chromium writes and renames does. */
function readListed(path: string): Buffer {
  try {
    return readFileSync(path)
  } catch (error) {
    if (existsSync(path)) throw error
    return Buffer.alloc(0)
  }
}

/** The bytes of a file, and those of the streams of a PDF unpacked. */
function readUnpacked(path: string): Buffer {
  const bytes = readListed(path)
  const streams = [...bytes.toString('latin1').matchAll(/stream\r?\n([\s\S]*?)endstream/gu)].map(([, packed]) => {
    try {
      return inflateSync(Buffer.from(packed ?? '', 'latin1'))
    } catch {
      return Buffer.alloc(0)
    }
  })
  return Buffer.concat([bytes, ...streams])
}

function listFiles(folder: string): string[] {
  return readdirSync(folder, { recursive: true, withFileTypes: true }).flatMap((each) =>
    each.isFile() ? [join(each.parentPath, each.name)] : [],
  )
}

/** The canaries that stand in any file of the folders, with the file. */
function findCanaries(...folders: readonly string[]): string[] {
  return folders.flatMap(listFiles).flatMap((path) => {
    const bytes = readUnpacked(path)
    return canaries
      .filter((canary) => listForms(canary).some((form) => bytes.includes(form)))
      .map((canary) => `${canary} in ${path}`)
  })
}

/** Types everything of a patient. */
async function fillSheet(page: Page): Promise<void> {
  const [name = '', born = '', number = '', value = '', word = ''] = canaries
  await page.getByRole('checkbox', { name: 'Fatty liver' }).check()
  await page.getByRole('textbox', { name: 'Patient name' }).fill(name)
  await page.getByRole('textbox', { name: 'ALT', exact: true }).fill(value)
  await page.getByRole('textbox', { name: 'ALT normal to' }).fill('45')
  await page.getByRole('textbox', { name: /note/iu }).fill(`Born ${born}, ${number}, ${word}`)
}

/** A visit with everything typed, saved. */
async function visit(page: Page): Promise<void> {
  await fillSheet(page)
  await page.keyboard.press('Control+s')
  await page.getByRole('status').filter({ hasText: '.pdf' }).waitFor()
}

/** Ends the app as a person does, or as a crash does. */
async function end(app: ElectronApplication, how: 'quit' | 'killed'): Promise<void> {
  if (how === 'quit') return app.close()
  const ended = app.waitForEvent('close')
  app.process().kill('SIGKILL')
  await ended
}

test('D1: what the search for canaries would find', ({ folder }) => {
  for (const [canary = '', ...forms] of canaries.map((each) => [each, ...listForms(`say ${each}, then`)])) {
    for (const [index, form] of forms.entries()) writeFileSync(join(folder, `${index}`), form)
    const found = new Set(findCanaries(folder))
    expect(found.size, String(canary)).toBe(forms.length)
  }
})

const endings = ['it is quit', 'it is killed', 'its page dies'] as const

for (const ending of endings)
  test(`D1: nothing of a patient is in any file of the app or of the temporary folder, nor told, when ${ending}`, async ({
    folder,
  }) => {
    const [data, temp] = [join(folder, 'user data'), join(folder, 'temp')]
    mkdirSync(temp)
    const { app, page } = await startNewApp(folder, { TMPDIR: temp })
    let told = ''
    for (const stream of [app.process().stdout, app.process().stderr])
      stream?.on('data', (bytes: Buffer) => {
        told += bytes.toString()
      })
    await answerSaveDialog(app, join(folder, 'saved.pdf'))
    await visit(page)
    if (ending === 'its page dies') {
      await app.evaluate(({ BrowserWindow, dialog }) => {
        dialog.showMessageBox = async () => ({ response: 1, checkboxChecked: false })
        BrowserWindow.getAllWindows()[0]?.webContents.forcefullyCrashRenderer()
      })
      await app.waitForEvent('close')
    } else await end(app, ending === 'it is killed' ? 'killed' : 'quit')
    expect(listFiles(data).some((path) => readListed(path).includes('fatty-liver'))).toBe(true)
    expect(findCanaries(data, temp)).toEqual([])
    expect([data, temp].flatMap(listFiles).filter((path) => readListed(path).includes('%PDF'))).toEqual([])
    for (const canary of canaries) expect(told).not.toContain(canary)
  })

for (const how of ['quit', 'killed'] as const)
  test(`D2: with the history on, nothing of a patient is in clear in any file of the app or of the temporary folder once it is ${how}`, async ({
    folder,
  }) => {
    const [data, temp] = [join(folder, 'user data'), join(folder, 'temp')]
    mkdirSync(temp)
    const secret = 'four words are enough'
    const { app, page } = await startNewApp(folder, { TMPDIR: temp })
    await page.evaluate(
      async (passphrase) => window.clinic['history.switch-on']({ lock: { by: 'passphrase', passphrase } }),
      secret,
    )
    await answerSaveDialog(app, join(folder, 'saved.pdf'))
    await visit(page)
    await end(app, how)
    expect(findCanaries(data, temp)).toEqual([])

    // and once it was unlocked, looked at, and found by name
    const next = await launchApp(folder, { TMPDIR: temp })
    const again = await next.firstWindow()
    await again.getByRole('checkbox', { name: 'Fatty liver' }).waitFor()
    await again.keyboard.press('Control+3')
    await again.getByRole('tab', { name: 'With names' }).click()
    await again.getByLabel('Passphrase').fill(secret)
    await again.keyboard.press('Enter')
    await again.getByRole('textbox', { name: 'Find a patient' }).fill('qzxname')
    await again.getByRole('row', { name: /Canary Qzxname/u }).waitFor()
    await end(next, how)
    expect(findCanaries(data, temp)).toEqual([])
  })

test.describe('with a printer', () => {
  test.skip(cupsFolder === null, 'The test run could start no CUPS.')

  test('D9: nothing of a sheet is left in any file of the app or of the temporary folder 5 seconds after it was printed', async ({
    folder,
  }) => {
    const [data, temp] = [join(folder, 'user data'), join(folder, 'temp')]
    mkdirSync(temp)
    const printer = addPrinter('Canaries')
    const { app, page } = await startNewApp(folder, { TMPDIR: temp })
    await fillSheet(page)
    await choose(page, 'Printer', printer.name)
    await page.keyboard.press('Control+p')
    await expect(page.getByRole('list', { name: 'Sheets being printed' })).toContainText('Printed, says the printer')
    const listLeft = () => [
      ...findCanaries(data, temp),
      ...[data, temp]
        .flatMap(listFiles)
        .filter((path) => path.includes('printing/') || readListed(path).includes('%PDF')),
    ]
    await expect.poll(listLeft, { timeout: 5000 }).toEqual([])
    expect(readdirSync(data)).toContain('printing') // it did go through there
    await app.close()
  })

  test('D9: nothing of a sheet is left once the app was killed while it printed one, and is started again', async ({
    folder,
  }) => {
    const [data, temp, programs] = ['user data', 'temp', 'programs'].map((name) => join(folder, name)) as [
      string,
      string,
      string,
    ]
    for (const made of [temp, programs]) mkdirSync(made)
    const printer = addPrinter('CanariesKilled')
    writeFileSync(join(programs, 'lp'), '#!/bin/sh\nwhile kill -0 $PPID; do sleep 0.1; done\n', { mode: 0o755 }) // never answers
    const { app, page } = await startNewApp(folder, { TMPDIR: temp, PATH: `${programs}:${process.env['PATH']}` })
    await fillSheet(page)
    await choose(page, 'Printer', printer.name)
    await page.keyboard.press('Control+p')
    await expect.poll(() => listRests([data, temp])).toHaveLength(1)
    await end(app, 'killed')
    expect(await findRestsAgain(folder, [data, temp])).toEqual([])
  })
})

/** What is left of a sheet in the folders, but for a file that was saved whole. */
function listRests(folders: readonly string[], saved = ''): string[] {
  const files = folders.flatMap(listFiles).filter((path) => path !== saved)
  return files.filter((path) => /printing\/|\.part$/u.test(path) || readListed(path).includes('%PDF'))
}

test('D9: nothing of a sheet is left once the app was killed while it saved one, and is started again', async ({
  folder,
}) => {
  const [data, temp, chosen] = ['user data', 'temp', 'chosen'].map((name) => join(folder, name)) as [
    string,
    string,
    string,
  ]
  for (const made of [temp, chosen]) mkdirSync(made)
  const saved = join(chosen, 'saved.pdf')
  const { app, page } = await startNewApp(folder, { TMPDIR: temp })
  await answerSaveDialog(app, saved)
  await app.evaluate(() => {
    // a disk that never answers: the sheet lies there whole, under the name of a half one
    process.getBuiltinModule('node:fs/promises').rename = () => new Promise(() => undefined)
  })
  await fillSheet(page)
  await page.keyboard.press('Control+s')
  await expect.poll(() => listRests([data, temp, chosen], saved)).toHaveLength(1)
  await end(app, 'killed')
  expect(await findRestsAgain(folder, [data, temp, chosen], saved)).toEqual([])
})

/** Starts the app once more, and looks for rests of a sheet as soon as its window stands. */
async function findRestsAgain(folder: string, folders: readonly string[], saved = ''): Promise<string[]> {
  const app = await launchApp(folder, { TMPDIR: join(folder, 'temp') })
  await (await app.firstWindow()).getByRole('checkbox', { name: 'Fatty liver' }).waitFor()
  const found = [...listRests(folders, saved), ...findCanaries(...folders)]
  await app.close()
  return found
}

test('D9: every file and folder of the app is closed to other accounts, and nothing waits to be printed', async ({
  folder,
}) => {
  const { app, page } = await startNewApp(folder)
  await answerSaveDialog(app, join(folder, 'saved.pdf'))
  await visit(page)
  await app.close()
  const again = await launchApp(folder)
  await (await again.firstWindow()).getByRole('checkbox', { name: 'Fatty liver' }).waitFor()
  const data = join(folder, 'user data')
  const paths = ['', ...readdirSync(data, { recursive: true, encoding: 'utf8' })].map((name) => join(data, name))
  const open = paths.filter((path) => {
    const stat = lstatSync(path)
    return !stat.isSymbolicLink() && (stat.mode & 0o077) !== 0
  })
  expect(open).toEqual([])
  expect(paths.length).toBeGreaterThan(5)
  expect(paths.filter((path) => path.includes('printing/'))).toEqual([])
  await again.close()
})
