import { execFileSync } from 'node:child_process'
import { readdirSync } from 'node:fs'
import { join } from 'node:path'
import PDFDocument from 'pdfkit'
import { expect, test } from 'vitest'
import { printPdf } from '../../src/main/print-pdf.ts'
import { findPrintSystem } from '../../src/main/find-print-system.ts'
import { runProgram } from '../../src/main/run-program.ts'
import { useTempFolder } from '../store/temp-folder.ts'

const temp = useTempFolder()
/** Only a printer that writes files is used: nobody's paper is spent on a test. */
const printer = await findVirtualPrinter()

async function findVirtualPrinter(): Promise<string | undefined> {
  const { stdout } = await runProgram('lpstat', ['-v'])
  return /^device for (\S+): cups-pdf:\//m.exec(stdout)?.[1]
}

async function makePdf(pages: number): Promise<Uint8Array> {
  const document = new PDFDocument({ size: 'A4', autoFirstPage: false })
  const chunks: Buffer[] = []
  document.on('data', (chunk: Buffer) => void chunks.push(chunk))
  const ended = new Promise((resolve) => document.on('end', resolve))
  for (let page = 1; page <= pages; page += 1) document.addPage().text(`Page ${page}`)
  document.end()
  await ended
  return Buffer.concat(chunks)
}

/** The newest job in the list of those that are done, as "PDF-7". */
function readLastJob(name: string): string | undefined {
  const done = execFileSync('lpstat', ['-W', 'completed', '-o', name], { encoding: 'utf8' })
  return /^(\S+-\d+)/.exec(done)?.[1]
}

test.skipIf(printer === undefined)(
  'a sheet is really printed (skipped unless CUPS runs here with a cups-pdf printer)',
  { timeout: 30_000 },
  async () => {
    const name = printer ?? ''
    const system = findPrintSystem(process.platform, runProgram)
    expect((await system.listPrinters()).map((each) => each.name)).toContain(name)
    const before = readLastJob(name)
    await printPdf(
      { pdf: await makePdf(2), printer: name, copies: 1, paper: 'A4' },
      { folder: join(temp(), 'printing'), system },
    )
    await expect.poll(() => readLastJob(name), { timeout: 20_000 }).not.toBe(before)
    expect(readdirSync(join(temp(), 'printing'))).toEqual([])
  },
)

test('a program that is not there is an outcome, not an error', async () => {
  expect(await runProgram('no-such-program-here', ['a'])).toEqual({ code: null, stdout: '', stderr: '' })
})

test('a program that fails gives its code and its words', async () => {
  expect(await runProgram(process.execPath, ['-e', 'console.error("no"); process.exit(3)'])).toEqual({
    code: 3,
    stdout: '',
    stderr: 'no\n',
  })
})
