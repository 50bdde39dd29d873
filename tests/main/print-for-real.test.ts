import { mkdtempSync, readdirSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import PDFDocument from 'pdfkit'
import { afterAll, describe, expect, test, vi } from 'vitest'
import type { PrintState } from '../../src/ipc/printing.ts'
import { findPrintSystem } from '../../src/main/find-print-system.ts'
import { noReserve } from './no-reserve.ts'
import { makePrintQueue, type PrintQueue } from '../../src/main/print-queue.ts'
import type { PrintTarget } from '../../src/main/print-system.ts'
import { runProgram } from '../../src/main/run-program.ts'
import { addPrinter, cupsFolder } from '../own-cups.ts'
import { readPdf } from '../read-pdf.ts'
import { sayState } from './say-state.ts'

const root = mkdtempSync(join(tmpdir(), 'caresheet-test-'))
afterAll(() => rmSync(root, { recursive: true, force: true }))
const system = findPrintSystem(process.platform, runProgram)
/** A queue with a folder of its own, for the tests go on side by side. */
const makeQueue = (name: string) => makePrintQueue({ folder: join(root, name), system, reserve: noReserve })

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

const target = (printer: string, more: Partial<PrintTarget> = {}): PrintTarget => ({
  printer,
  copies: 1,
  paper: 'A4',
  sides: null,
  tray: null,
  ...more,
})

async function add(queue: PrintQueue, printer: string, more: Partial<PrintTarget> = {}): Promise<number> {
  return queue.add({ pdf: await makePdf(2), pages: 2, target: target(printer, more), onTaken: () => null })
}

async function readState(queue: PrintQueue, job: number): Promise<PrintState | undefined> {
  const jobs = await queue.list()
  return jobs.find(({ id }) => id === job)?.state
}

/** Waits until a job has come to a state, and gives it. */
async function seeState(queue: PrintQueue, job: number, kind: PrintState['kind']): Promise<PrintState | undefined> {
  await vi.waitFor(async () => expect((await readState(queue, job))?.kind).toBe(kind), {
    timeout: 20_000,
    interval: 100,
  })
  return readState(queue, job)
}

/** The number CUPS gave to the newest job on a printer. */
async function readNumber(printer: string): Promise<number> {
  const { stdout } = await runProgram('lpstat', ['-W', 'all', '-o', printer])
  return Math.max(...[...stdout.matchAll(/-(\d+) /g)].map(([, number]) => Number(number)))
}

describe.skipIf(cupsFolder === null).concurrent('on a real CUPS (skipped where the test run could start none)', () => {
  test('every copy arrives, on both sides, from the tray, in full size, under a title that names nobody', async () => {
    const printer = addPrinter('Copies')
    const queue = makeQueue('Copies')
    expect((await system.listPrinters()).map(({ name }) => name)).toContain('Copies')
    const job = await add(queue, 'Copies', { copies: 2, sides: 'long-edge', tray: 'InputSlot=Tray2' })
    await seeState(queue, job, 'printed')
    const number = await readNumber('Copies')
    const { pages } = await readPdf(new Uint8Array(printer.readPdf(number) ?? []))
    expect(pages).toHaveLength(4)
    expect(printer.readOptions(number)).toEqual(
      expect.arrayContaining(['Duplex=DuplexNoTumble', 'InputSlot=Tray2', 'PageSize=A4', 'print-scaling=none']),
    )
    expect(printer.readTitle(number)).toBe('CareSheet')
    expect(readdirSync(join(root, 'Copies'))).toEqual([])
  })

  test.each([null, 'one-sided', 'long-edge', 'short-edge'] as const)(
    'copies come one after the other, so that a pile falls apart into whole sheets: sides %s',
    async (sides) => {
      const name = `Piles-${sides ?? 'any'}`
      const printer = addPrinter(name)
      const queue = makeQueue(name)
      const pdf = await makePdf(3)
      const job = queue.add({
        pdf,
        pages: 3,
        target: target(name, { copies: 2, sides }),
        onTaken: () => null,
      })
      await seeState(queue, job, 'printed')
      const { drawn } = await readPdf(new Uint8Array(printer.readPdf(await readNumber(name)) ?? []))
      expect(drawn.map(({ text }) => text)).toEqual(['Page 1', 'Page 2', 'Page 3', 'Page 1', 'Page 2', 'Page 3'])
    },
  )

  test('what the printer offers is read from CUPS', async () => {
    addPrinter('Offers')
    expect(await system.readOptions('Offers')).toEqual({
      sides: ['one-sided', 'long-edge', 'short-edge'],
      trays: [
        { id: 'InputSlot=Auto', name: 'Auto' },
        { id: 'InputSlot=Tray1', name: 'Tray 1' },
        { id: 'InputSlot=Tray2', name: 'Tray 2' },
      ],
    })
  })

  test('out of paper holds the sheet and says so; with paper it is printed', async () => {
    const printer = addPrinter('Empty')
    printer.behave('empty')
    const queue = makeQueue('Empty')
    const job = await add(queue, 'Empty')
    expect(sayState(await seeState(queue, job, 'held'))).toEqual({
      kind: 'held',
      message: 'It is out of paper. Please fill the tray. It says: "Load tray 2."',
    })
    printer.behave('works')
    await seeState(queue, job, 'printed')
  })

  test('a stopped printer holds the sheet and says what to do', async () => {
    const printer = addPrinter('Stopped')
    printer.disable()
    const queue = makeQueue('Stopped')
    const job = await add(queue, 'Stopped')
    expect(sayState(await seeState(queue, job, 'held'))).toEqual({
      kind: 'held',
      message:
        'It is stopped. Please start it again in the printer settings of this computer. It says: "Being mended."',
    })
    printer.enable()
    await seeState(queue, job, 'printed')
  })

  test('a printer that stops on a fault tells its reason', async () => {
    addPrinter('Broken').behave('broken')
    const queue = makeQueue('Broken')
    const job = await add(queue, 'Broken')
    expect(sayState(await seeState(queue, job, 'held'))).toMatchObject({
      message: expect.stringContaining('The fuser is too hot.'),
    })
  })

  test('a printer that gives up has failed, and is never said to have printed', async () => {
    addPrinter('Gives_up').behave('gives-up')
    const queue = makeQueue('Gives_up')
    const job = await add(queue, 'Gives_up')
    expect(sayState(await seeState(queue, job, 'failed'))).toMatchObject({
      message: expect.stringMatching(/^The sheet was not printed on Gives_up: The memory is full\. Please check/u),
    })
  })

  test('a printer that was removed, before or after, is told as gone', async () => {
    const printer = addPrinter('Vanishes')
    printer.disable()
    const queue = makeQueue('Vanishes')
    const job = await add(queue, 'Vanishes')
    await seeState(queue, job, 'held')
    printer.remove()
    const gone = { message: 'The printer Vanishes is not there any more. Please choose another one.' }
    expect(sayState(await seeState(queue, job, 'failed'))).toMatchObject(gone)
    expect(sayState(await seeState(queue, await add(queue, 'Vanishes'), 'failed'))).toMatchObject(gone)
  })

  test('a printer that takes no jobs is told in plain words, and leaves no file', async () => {
    addPrinter('Rejects').reject()
    const queue = makeQueue('Rejects')
    expect(sayState(await seeState(queue, await add(queue, 'Rejects'), 'failed'))).toMatchObject({
      message: expect.stringMatching(/^The sheet was not printed on Rejects: it is set to take no print jobs/u),
    })
    expect(readdirSync(join(root, 'Rejects'))).toEqual([])
  })

  test('a printer that is off is told so', async () => {
    addPrinter('Off', 'ipp://127.0.0.1:9/off')
    const queue = makeQueue('Off')
    const job = await add(queue, 'Off')
    expect(sayState(await seeState(queue, job, 'held'))).toMatchObject({
      message: expect.stringMatching(/^It does not answer\./u),
    })
    await queue.cancel(job)
    await seeState(queue, job, 'cancelled')
  })

  test('several sheets wait for one another, and a cancelled one never reaches the printer', async () => {
    const printer = addPrinter('Busy')
    printer.behave('slow')
    const queue = makeQueue('Busy')
    const first = await add(queue, 'Busy')
    await seeState(queue, first, 'printing')
    const second = await add(queue, 'Busy')
    const third = await add(queue, 'Busy')
    await seeState(queue, third, 'accepted')
    const number = await readNumber('Busy')
    await queue.cancel(second)
    await seeState(queue, second, 'cancelled')
    expect((await queue.list()).map(({ state }) => state.kind)).toEqual(['printing', 'cancelled', 'accepted'])
    printer.behave('works')
    await seeState(queue, third, 'printed')
    expect([printer.readPdf(number - 1), printer.readPdf(number) === null]).toEqual([null, false])
  })

  test('what is already on paper cannot be taken back, and that is no error', async () => {
    addPrinter('Done')
    const queue = makeQueue('Done')
    const job = await add(queue, 'Done')
    await seeState(queue, job, 'printed')
    await queue.cancel(job)
    expect(await readState(queue, job)).toEqual({ kind: 'printed' })
  })
})

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
