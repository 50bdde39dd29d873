import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync, statSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { afterAll, expect, test, vi } from 'vitest'
import { AppError } from '../../src/domain/app-error.ts'
import type { AuditEvent } from '../../src/domain/audit-event.ts'
import { tell } from '../../src/domain/message.ts'
import { contract } from '../../src/ipc/contract.ts'
import { drawCodePage } from '../../src/main/draw-code-page.ts'
import { findPrintSystem } from '../../src/main/find-print-system.ts'
import { preparePrintCode } from '../../src/main/print-code.ts'
import { makePrintQueue } from '../../src/main/print-queue.ts'
import type { PrintSystem, PrintTarget } from '../../src/main/print-system.ts'
import { runProgram } from '../../src/main/run-program.ts'
import { addPrinter, cupsFolder } from '../own-cups.ts'
import { readPdf } from '../read-pdf.ts'
import { aCode } from './make-services.ts'
import { noReserve } from './no-reserve.ts'

const root = mkdtempSync(path.join(tmpdir(), 'caresheet-test-'))
afterAll(() => rmSync(root, { recursive: true, force: true }))
const fonts = path.resolve(import.meta.dirname, '../../out/fonts')
const clinic = { name: 'A clinic', paper: 'Letter' } as const
const choice = { printer: 'Front desk', sides: null, tray: null }
/** On a busy computer handing over takes more than a moment. */
const slow = { timeout: 20_000, interval: 100 }

function preparePrinting(name: string, system: PrintSystem, isCode = () => true) {
  const events: AuditEvent[] = []
  const printQueue = makePrintQueue({ folder: path.join(root, name), system, reserve: noReserve })
  const printCode = preparePrintCode({
    history: { isCode },
    draw: async (code) => drawCodePage(code, { clinic, language: 'en', today: '2026-11-28', fonts }),
    readSettings: () => clinic,
    printQueue,
    record: (event) => void events.push(event),
  })
  return { printCode, printQueue, events }
}

/** A print system that looks at what it is handed, or fails. */
function makeSystem(fails = false) {
  const taken: { readonly target: PrintTarget; readonly bytes: Uint8Array; readonly mode: number; file: string }[] = []
  const system: PrintSystem = {
    listPrinters: async () => [{ name: 'Front desk', isDefault: true }],
    readOptions: async () => ({ sides: [], trays: [] }),
    send: async (file, target) => {
      if (fails) throw new Error('no printer')
      taken.push({ target, bytes: new Uint8Array(readFileSync(file)), mode: statSync(file).mode % 0o1000, file })
      return null
    },
    readJob: async () => null,
    cancel: async () => undefined,
  }
  return { system, taken }
}

test('D9: a recovery code is printed once, on the paper of the clinic, from a file of this account that is then gone', async () => {
  const { system, taken } = makeSystem()
  const { printCode, printQueue, events } = preparePrinting('once', system)
  const job = await printCode(aCode, choice)
  await vi.waitFor(
    async () => expect(await printQueue.list()).toMatchObject([{ id: job, state: { kind: 'untold' } }]),
    slow,
  )
  expect(taken).toMatchObject([{ target: { ...choice, copies: 1, paper: 'Letter' }, mode: 0o600 }])
  const { text, pages } = await readPdf(taken[0]?.bytes ?? new Uint8Array())
  expect([pages.length, text]).toEqual([1, expect.stringContaining('7F3A-91C2-0000-KMNP- QRST-VWXY-ZABC-DEFG')])
  expect([existsSync(taken[0]?.file ?? ''), readdirSync(path.join(root, 'once'))]).toEqual([false, []])
  expect(events).toEqual([{ kind: 'history-code-printed' }])
})

test('that a recovery code was printed is not written down where no printer took it, and no file stays', async () => {
  const error = vi.spyOn(console, 'error').mockImplementation(() => undefined)
  const { printCode, printQueue, events } = preparePrinting('fails', makeSystem(true).system)
  await printCode(aCode, choice)
  await vi.waitFor(async () => expect(await printQueue.list()).toMatchObject([{ state: { kind: 'failed' } }]), slow)
  expect([events, readdirSync(path.join(root, 'fails'))]).toEqual([[], []])
  expect(JSON.stringify(error.mock.calls)).not.toContain(aCode.slice(0, 9))
  error.mockRestore()
})

test('a code that does not unlock the names is not printed', async () => {
  const { printCode, printQueue } = preparePrinting('other', makeSystem().system, () => false)
  await expect(printCode(aCode, choice)).rejects.toThrow(/no longer unlocks the names/u)
  expect(await printQueue.list()).toEqual([])
})

test('a code whose names are locked while its page is drawn is not printed', async () => {
  let isLocked = false
  const { printCode, printQueue } = preparePrinting('locked', makeSystem().system, () => {
    if (isLocked) throw new AppError('not-available', tell('history-locked'))
    return true
  })
  const printing = printCode(aCode, choice)
  isLocked = true
  await expect(printing).rejects.toThrow(/are locked/u)
  expect(await printQueue.list()).toEqual([])
})

test('only a code as one is made is asked to be printed, and one copy', () => {
  const isAsked = (question: unknown) => contract['history.print-code'].input.safeParse(question).success
  expect(isAsked({ code: aCode, choice })).toBe(true)
  for (const code of [aCode.toLowerCase(), aCode.slice(5), `${aCode}-AAAA`, aCode.replace('7', 'O'), `${aCode}\n`])
    expect(isAsked({ code, choice })).toBe(false)
  expect(isAsked({ code: aCode, choice: { ...choice, copies: 2 } })).toBe(false)
})

test.skipIf(cupsFolder === null)(
  'a recovery code comes out of a real CUPS as one page, under a title that tells nothing',
  async () => {
    const printer = addPrinter('Codes')
    const { printCode, printQueue, events } = preparePrinting('cups', findPrintSystem(process.platform, runProgram))
    await printCode(aCode, { ...choice, printer: 'Codes' })
    const readKind = async () => (await printQueue.list())[0]?.state.kind
    await vi.waitFor(async () => expect(await readKind()).toBe('printed'), slow)
    const { stdout } = await runProgram('lpstat', ['-W', 'all', '-o', 'Codes'])
    const number = Math.max(...[...stdout.matchAll(/-(\d+) /g)].map(([, found]) => Number(found)))
    const { pages, text } = await readPdf(new Uint8Array(printer.readPdf(number) ?? []))
    expect([pages.length, text]).toEqual([1, expect.stringContaining('QRST-VWXY-ZABC-DEFG')])
    expect(printer.readOptions(number)).toContain('PageSize=Letter')
    expect(printer.readTitle(number)).toBe('CareSheet')
    expect([events, readdirSync(path.join(root, 'cups'))]).toEqual([[{ kind: 'history-code-printed' }], []])
  },
)
