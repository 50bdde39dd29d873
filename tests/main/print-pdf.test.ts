import { existsSync, readdirSync, readFileSync, statSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { listLpArguments, makeCups, parseJobNumber, parsePrinters, toLpFailure } from '../../src/main/cups.ts'
import { printPdf, sweepPrintFolder } from '../../src/main/print-pdf.ts'
import { noReserve } from './no-reserve.ts'
import type { PrintTarget } from '../../src/main/print-system.ts'
import type { Outcome, RunProgram } from '../../src/main/run-program.ts'
import { canHaveSmallDisk, runOnSmallDisk } from '../store/small-disk.ts'
import { useTempFolder } from '../store/temp-folder.ts'

const temp = useTempFolder()
const folder = () => join(temp(), 'printing')
const pdf = new TextEncoder().encode('%PDF')
const target: PrintTarget = { printer: 'Front_desk', copies: 2, paper: 'A4', sides: null, tray: null }
const done: Outcome = { code: 0, stdout: '', stderr: '' }

const lpstatSays: Readonly<Record<string, string>> = {
  '-e': 'Back\nFront_desk\n',
  '-d': 'system default destination: Back\n',
  '-H': '/run/cups/cups.sock\n',
}

/** A print system with two printers whose `lp` ends as told; keeps how it was called and what it found. */
function recordCups(lp: Outcome = done) {
  const calls: { options: readonly string[]; content: string; mode: number }[] = []
  const run: RunProgram = async (program, options) => {
    if (program === 'lpstat') return { ...done, stdout: lpstatSays[options[0] ?? ''] ?? '' }
    if (program === 'lpoptions') return { ...done, stdout: 'Duplex/2-Sided: *None DuplexNoTumble\n' }
    const file = options.at(-1) ?? ''
    calls.push({ options, content: readFileSync(file, 'utf8'), mode: statSync(file).mode & 0o777 })
    return lp
  }
  return { run, calls }
}

const place = (run: RunProgram) => ({ folder: folder(), system: makeCups(run), reserve: noReserve })

test('lp is called with each value as an argument of its own', () => {
  const strange: PrintTarget = { printer: '-o x; rm', copies: 3, paper: 'Letter', sides: null, tray: null }
  const title = ['-t', 'CareSheet', '--', '/tmp/a b.pdf']
  const paper = ['-o', 'media=Letter', '-o', 'print-scaling=none', '-o', 'collate=true']
  expect(listLpArguments(strange, '/tmp/a b.pdf')).toEqual(['-d', '-o x; rm', '-n', '3', ...paper, ...title])
  const chosen: PrintTarget = { ...strange, sides: 'short-edge', tray: 'InputSlot=Tray2' }
  const options = ['-o', 'sides=two-sided-short-edge', '-o', 'InputSlot=Tray2']
  expect(listLpArguments(chosen, '/tmp/a b.pdf')).toEqual(['-d', '-o x; rm', '-n', '3', ...paper, ...options, ...title])
})

test.each([
  ['request id is Front_desk-7 (1 file(s))\n', 7],
  ['request id is A-1-22 (1 file(s))\n', 22],
  ['request id is 前台-3 (0 file(s))\n', 3],
  ['', null],
  ['request id is Front_desk (1 file(s))', null],
])('lp said %j, so the job is %j', (said, number) => {
  expect(parseJobNumber(said)).toBe(number)
})

test('what to ask with afterwards is the number, the printer and the server; without a number there is nothing', async () => {
  const { run } = recordCups({ ...done, stdout: 'request id is Front_desk-7 (1 file(s))\n' })
  const ticket = { printer: 'Front_desk', number: 7, server: '/run/cups/cups.sock' }
  expect(await printPdf(pdf, target, place(run))).toEqual(ticket)
  expect(await printPdf(pdf, target, place(recordCups().run))).toBeNull()
})

test('sides and trays the printer does not offer are never named to lp', async () => {
  const { run, calls } = recordCups()
  const changes = [
    { sides: 'short-edge', tray: null },
    { sides: null, tray: 'InputSlot=Tray9' },
    { sides: 'long-edge', tray: 'media=A5 -o x' },
  ] as const
  for (const change of changes)
    await expect(printPdf(pdf, { ...target, ...change }, place(run))).rejects.toThrow(
      /Front_desk no longer offers the/u,
    )
  expect(calls).toEqual([])
  await printPdf(pdf, { ...target, sides: 'long-edge' }, place(run))
  expect(calls).toHaveLength(1)
})

test('the sheet is handed over in a private file that is gone afterwards', async () => {
  const { run, calls } = recordCups()
  await printPdf(pdf, target, place(run))
  expect(calls).toHaveLength(1)
  expect(calls[0]).toMatchObject({ content: '%PDF', ...(process.platform === 'win32' ? {} : { mode: 0o600 }) })
  expect(readdirSync(folder())).toEqual([])
  if (process.platform !== 'win32') expect(statSync(folder()).mode & 0o777).toBe(0o700)
})

test('a failure of lp is a sentence, and leaves no file either', async () => {
  const { run } = recordCups({ code: 1, stdout: '', stderr: 'lp: Error - Out of ink.\n' })
  await expect(printPdf(pdf, target, place(run))).rejects.toMatchObject({
    code: 'printing-failed',
    message:
      'The sheet was not printed on Front_desk: Out of ink. Please check the printer, or save the PDF and print it from your PDF reader.',
  })
  expect(readdirSync(folder())).toEqual([])
})

test.skipIf(!canHaveSmallDisk)('a full disk: a sentence, nothing is handed over, and no stump stays', () => {
  const source = (name: string) => JSON.stringify(join(import.meta.dirname, '../../src/main', name))
  const said = runOnSmallDisk(`
    import { readdirSync } from 'node:fs'
    import { printPdf } from ${source('print-pdf.ts')}
    const calls = []
    const system = {
      listPrinters: async () => [{ name: 'Desk', isDefault: true }],
      send: async () => void calls.push('sent'),
    }
    const target = { printer: 'Desk', copies: 1, paper: 'A4', sides: null, tray: null }
    const reserve = { release: () => false, keep: () => undefined }
    const place = { folder: process.cwd() + '/printing', system, reserve }
    const reason = await printPdf(new Uint8Array(20_000), target, place).catch((error) => error.message)
    console.log(JSON.stringify({ reason, calls, files: readdirSync('printing') }))
  `)
  expect(JSON.parse(said ?? '')).toEqual({
    reason: 'The sheet was not printed. The disk is full. Please free some space, then try again.',
    calls: [],
    files: [],
  })
})

test('the room that printing gave up is taken again after each sheet, printed or not', async () => {
  const taken: string[] = []
  const reserve = { release: () => false, keep: () => void taken.push('kept') }
  const { run } = recordCups()
  await printPdf(pdf, target, { ...place(run), reserve })
  const killed = recordCups({ code: null, stdout: '', stderr: '' })
  await expect(printPdf(pdf, target, { ...place(killed.run), reserve })).rejects.toThrow('did not answer')
  expect(taken).toEqual(['kept', 'kept'])
})

test('an lp that was killed is told, and leaves no file either', async () => {
  const { run } = recordCups({ code: null, stdout: '', stderr: '' })
  await expect(printPdf(pdf, target, place(run))).rejects.toThrow(
    /^The print system of this computer did not answer\./u,
  )
  expect(readdirSync(folder())).toEqual([])
})

test('a printer that is not listed is never named to lp', async () => {
  const { run, calls } = recordCups()
  for (const printer of ['Gone', '', '-h evil', 'Front_desk\n', 'front_desk'])
    await expect(printPdf(pdf, { ...target, printer }, place(run))).rejects.toMatchObject({ code: 'printing-failed' })
  expect(calls).toEqual([])
})

test.each([
  [{ code: null, stdout: '', stderr: '' }, /^The print system of this computer did not answer\./],
  [{ code: 1, stdout: '', stderr: '' }, /it ended with code 1\./],
  [
    { code: 1, stdout: '', stderr: 'lp: Error - The printer or class does not exist.\n' },
    /^The printer Front_desk is not there any more\. Please choose/,
  ],
  [
    { code: 1, stdout: '', stderr: 'lp: Destination "Front_desk" is not accepting jobs.\n' },
    /it is set to take no print jobs at the moment\. Please/,
  ],
  [{ code: 1, stdout: '', stderr: 'lp: Unable to connect\n  to server\n' }, /: Unable to connect to server\. Please/],
])('%j is told in a sentence', (outcome, sentence) => {
  expect(toLpFailure(outcome, 'Front_desk').message).toMatch(sentence)
})

test('what a kill left behind is swept away', async () => {
  const { run } = recordCups()
  await printPdf(pdf, target, place(run))
  writeFileSync(join(folder(), 'left.pdf'), '%PDF')
  sweepPrintFolder(folder())
  sweepPrintFolder(folder())
  expect(existsSync(folder())).toBe(false)
})

test.each([
  ['', '', []],
  ['PDF\n', 'no system default destination\n', [{ name: 'PDF', isDefault: false }]],
  [
    'A\nB\n',
    'system default destination: B\n',
    [
      { name: 'B', isDefault: true },
      { name: 'A', isDefault: false },
    ],
  ],
  [
    'A\r\n\n B \n',
    'system default destination: A\r\n',
    [
      { name: 'A', isDefault: true },
      { name: 'B', isDefault: false },
    ],
  ],
  ['A\n', 'system default destination: Gone\n', [{ name: 'A', isDefault: false }]],
  ['前台\n', 'lpstat: error\nsystem default destination: 前台\n', [{ name: '前台', isDefault: true }]],
])('lpstat said %j and %j', (names, preferred, printers) => {
  expect(parsePrinters(names, preferred)).toEqual(printers)
})
