import type { PrintOptions } from 'pdf-to-printer'
import library from 'pdf-to-printer'
import { expect, test } from 'vitest'
import { findPrintSystem } from '../../src/main/find-print-system.ts'
import { runProgram, type RunProgram } from '../../src/main/run-program.ts'
import { parseWindowsOptions } from '../../src/main/windows-options.ts'
import { makeWindowsPrinting } from '../../src/main/windows-printing.ts'

const target = { printer: 'Front desk', copies: 2, paper: 'Letter', sides: null, tray: null } as const
const runNothing: RunProgram = async () => ({ code: null, stdout: '', stderr: '' })

test('the file and all that was chosen reach Windows, unscaled', async () => {
  const sent: unknown[] = []
  const print = async (file: string, options?: PrintOptions) => void sent.push([file, options])
  const system = makeWindowsPrinting(async () => ({ default: { ...library, print } }), runNothing)
  const plain = { printer: 'Front desk', copies: 2, paperSize: 'letter', scale: 'noscale', silent: true }
  expect(await system.send('C:\\sheet.pdf', target)).toBeNull()
  await system.send('C:\\sheet.pdf', { ...target, sides: 'long-edge', tray: 'Tray 2' })
  await system.send('C:\\sheet.pdf', { ...target, sides: 'one-sided' })
  await system.send('C:\\sheet.pdf', { ...target, sides: 'short-edge' })
  await system.send('C:\\sheet.pdf', { ...target, paper: 'A5' })
  expect(sent).toEqual([
    ['C:\\sheet.pdf', plain],
    ['C:\\sheet.pdf', { ...plain, side: 'duplexlong', bin: 'Tray 2' }],
    ['C:\\sheet.pdf', { ...plain, side: 'simplex' }],
    ['C:\\sheet.pdf', { ...plain, side: 'duplexshort' }],
    ['C:\\sheet.pdf', { ...plain, paperSize: 'A5' }],
  ])
})

const said = JSON.stringify([
  { name: 'Back', canDuplex: false, trays: ['Auto'] },
  { name: 'Front desk', canDuplex: true, trays: ['Auto', 'Tray 2', 'Tray 2', 'Letter, headed', ''] },
])

test('what a printer offers is read from what Windows says of all', async () => {
  const run: RunProgram = async () => ({ code: 0, stdout: said, stderr: '' })
  const system = makeWindowsPrinting(async () => ({ default: library }), run)
  expect(await system.readOptions('Front desk')).toEqual({
    sides: ['one-sided', 'long-edge', 'short-edge'],
    trays: [
      { id: 'Auto', name: 'Auto' },
      { id: 'Tray 2', name: 'Tray 2' },
    ],
  })
})

test.each([
  [said, 'Back'],
  [said, 'Gone'],
  ['', 'Back'],
  ['not JSON', 'Back'],
  ['[{"name":"Back","canDuplex":"yes","trays":[]}]', 'Back'],
  ['{"name":"Back"}', 'Back'],
])('%s leaves no choice for %s', (text, printer) => {
  expect(parseWindowsOptions(text, printer)).toEqual({ sides: [], trays: [] })
})

test('the printer Windows prefers comes first', async () => {
  const [desk, back] = ['Front desk', 'Back'].map((name) => ({ deviceId: name, name, paperSizes: [] }))
  const printers = {
    getPrinters: async () => [desk, back].flatMap((each) => each ?? []),
    getDefaultPrinter: async () => back ?? null,
  }
  const system = makeWindowsPrinting(async () => ({ default: { ...library, ...printers } }), runNothing)
  expect(await system.listPrinters()).toEqual([
    { name: 'Back', isDefault: true },
    { name: 'Front desk', isDefault: false },
  ])
})

test('a command that failed without a word is not told by its command line', async () => {
  const print = async () => {
    throw Object.assign(new Error('Command failed: SumatraPDF.exe -silent'), { stderr: '' })
  }
  const system = makeWindowsPrinting(async () => ({ default: { ...library, print } }), runNothing)
  await expect(system.send('C:\\sheet.pdf', target)).rejects.toThrow(
    'The sheet was not printed on Front desk: Windows gave no reason.',
  )
})

test.skipIf(process.platform === 'win32')('what the package says when it cannot print becomes a sentence', async () => {
  await expect(findPrintSystem('win32', runProgram).send(import.meta.filename, target)).rejects.toMatchObject({
    code: 'printing-failed',
    message:
      'The sheet was not printed on Front desk: Operating System not supported. Please check the printer, or save the PDF and print it from your PDF reader.',
  })
})
