import type { PrintOptions } from 'pdf-to-printer'
import library from 'pdf-to-printer'
import { expect, test } from 'vitest'
import { findPrintSystem } from '../../src/main/find-print-system.ts'
import { runProgram } from '../../src/main/run-program.ts'
import { makeWindowsPrinting } from '../../src/main/windows-printing.ts'

const target = { printer: 'Front desk', copies: 2, paper: 'Letter' } as const

test.each([
  ['A4', 'A4'],
  ['Letter', 'letter'],
  ['A5', 'A5'],
] as const)('the file, the printer, the copies and the paper %s reach Windows', async (paper, paperSize) => {
  const sent: unknown[] = []
  const print = async (file: string, options?: PrintOptions) => void sent.push([file, options])
  await makeWindowsPrinting(async () => ({ default: { ...library, print } })).send('C:\\sheet.pdf', {
    ...target,
    paper,
  })
  expect(sent).toEqual([['C:\\sheet.pdf', { printer: 'Front desk', copies: 2, paperSize, silent: true }]])
})

test('the printer Windows prefers comes first', async () => {
  const [desk, back] = ['Front desk', 'Back'].map((name) => ({ deviceId: name, name, paperSizes: [] }))
  const printers = {
    getPrinters: async () => [desk, back].flatMap((each) => each ?? []),
    getDefaultPrinter: async () => back ?? null,
  }
  const system = makeWindowsPrinting(async () => ({ default: { ...library, ...printers } }))
  expect(await system.listPrinters()).toEqual([
    { name: 'Back', isDefault: true },
    { name: 'Front desk', isDefault: false },
  ])
})

test('a command that failed without a word is not told by its command line', async () => {
  const print = async () => {
    throw Object.assign(new Error('Command failed: SumatraPDF.exe -silent'), { stderr: '' })
  }
  const system = makeWindowsPrinting(async () => ({ default: { ...library, print } }))
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
