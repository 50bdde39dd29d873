import { existsSync, readdirSync, readFileSync, statSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { listLpArguments, makeCups, parsePrinters, toLpFailure } from '../../src/main/cups.ts'
import { printPdf, sweepPrintFolder, type PrintJob } from '../../src/main/print-pdf.ts'
import type { Outcome, RunProgram } from '../../src/main/run-program.ts'
import { useTempFolder } from '../store/temp-folder.ts'

const temp = useTempFolder()
const folder = () => join(temp(), 'printing')
const job: PrintJob = { pdf: new TextEncoder().encode('%PDF'), printer: 'Front_desk', copies: 2, paper: 'A4' }
const done: Outcome = { code: 0, stdout: '', stderr: '' }

/** A print system with two printers whose `lp` ends as told; keeps how it was called and what it found. */
function recordCups(lp: Outcome = done) {
  const calls: { options: readonly string[]; content: string; mode: number }[] = []
  const run: RunProgram = async (program, options) => {
    if (program === 'lpstat')
      return { ...done, stdout: options[0] === '-e' ? 'Back\nFront_desk\n' : 'system default destination: Back\n' }
    const file = options.at(-1) ?? ''
    calls.push({ options, content: readFileSync(file, 'utf8'), mode: statSync(file).mode & 0o777 })
    return lp
  }
  return { run, calls }
}

const place = (run: RunProgram) => ({ folder: folder(), system: makeCups(run) })

test('lp is called with each value as an argument of its own', () => {
  expect(listLpArguments({ printer: '-o x; rm', copies: 3, paper: 'Letter' }, '/tmp/a b.pdf')).toEqual([
    '-d',
    '-o x; rm',
    '-n',
    '3',
    '-o',
    'media=Letter',
    '-t',
    'CareSheet',
    '--',
    '/tmp/a b.pdf',
  ])
})

test('the sheet is handed over in a private file that is gone afterwards', async () => {
  const { run, calls } = recordCups()
  await printPdf(job, place(run))
  expect(calls).toHaveLength(1)
  expect(calls[0]).toMatchObject({ content: '%PDF', ...(process.platform === 'win32' ? {} : { mode: 0o600 }) })
  expect(readdirSync(folder())).toEqual([])
  if (process.platform !== 'win32') expect(statSync(folder()).mode & 0o777).toBe(0o700)
})

test('a failure of lp is a sentence, and leaves no file either', async () => {
  const { run } = recordCups({ code: 1, stdout: '', stderr: 'lp: Error - Out of ink.\n' })
  await expect(printPdf(job, place(run))).rejects.toMatchObject({
    code: 'printing-failed',
    message:
      'The sheet was not printed on Front_desk: Out of ink. Please check the printer, or save the PDF and print it from your PDF reader.',
  })
  expect(readdirSync(folder())).toEqual([])
})

test('a printer that is not listed is never named to lp', async () => {
  const { run, calls } = recordCups()
  for (const printer of ['Gone', '', '-h evil', 'Front_desk\n', 'front_desk'])
    await expect(printPdf({ ...job, printer }, place(run))).rejects.toMatchObject({ code: 'printing-failed' })
  expect(calls).toEqual([])
})

test.each([
  [{ code: null, stdout: '', stderr: '' }, /^The print system of this computer did not answer\./],
  [{ code: 1, stdout: '', stderr: '' }, /it ended with code 1\./],
  [
    { code: 1, stdout: '', stderr: 'lp: Error - The printer or class does not exist.\n' },
    /: The printer or class does not exist\. Please/,
  ],
  [{ code: 1, stdout: '', stderr: 'lp: Unable to connect\n  to server\n' }, /: Unable to connect to server\. Please/],
])('%j is told in a sentence', (outcome, sentence) => {
  expect(toLpFailure(outcome, 'Front_desk').message).toMatch(sentence)
})

test('what a kill left behind is swept away', async () => {
  const { run } = recordCups()
  await printPdf(job, place(run))
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
