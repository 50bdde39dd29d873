import { existsSync, readdirSync, statSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test, vi } from 'vitest'
import { tell, type Message } from '../../src/domain/message.ts'
import type { JobNews, PrintSystem } from '../../src/main/print-system.ts'
import { makePrintQueue, type PrintOrder } from '../../src/main/print-queue.ts'
import { refuseToPrint } from '../../src/main/print-failure.ts'
import { noReserve } from './no-reserve.ts'
import { useTempFolder } from '../store/temp-folder.ts'
import { sayState } from './say-state.ts'

const temp = useTempFolder()
const order = (copies = 1): PrintOrder => ({
  pdf: new TextEncoder().encode('%PDF'),
  pages: 2,
  target: { printer: 'Desk', copies, paper: 'A4', sides: null, tray: null },
  onTaken: () => null,
})

/** A print system that takes each sheet only when told, and says of every job what `news` says. */
function makeSystem(change: Partial<PrintSystem> = {}) {
  const taken: string[] = []
  const cancelled: number[] = []
  let news: JobNews | null = { kind: 'printing' }
  let takeNext: () => void = () => undefined
  const system: PrintSystem = {
    listPrinters: async () => [{ name: 'Desk', isDefault: true }],
    readOptions: async () => ({ sides: [], trays: [] }),
    send: async (file) => {
      taken.push(file)
      await new Promise<void>((resolve) => {
        takeNext = resolve
      })
      return { printer: 'Desk', number: taken.length, server: 'here' }
    },
    readJob: async () => news,
    cancel: async ({ number }) => void cancelled.push(number),
    ...change,
  }
  return { system, taken, cancelled, take: () => takeNext(), say: (next: JobNews | null) => (news = next) }
}

const kindsOf = async (queue: ReturnType<typeof makePrintQueue>) => {
  const jobs = await queue.list()
  return jobs.map(({ state }) => state.kind)
}

const at = '2026-11-22T10:00:00.000Z'

test('sheets are handed over one at a time, in order, and told from waiting to printed', async () => {
  const { system, taken, take, say } = makeSystem()
  const queue = makePrintQueue({ folder: join(temp(), 'printing'), system, reserve: noReserve }, () => Date.parse(at))
  expect([queue.add(order()), queue.add(order(2))]).toEqual([1, 2])
  await vi.waitFor(() => expect(taken).toHaveLength(1))
  expect(await kindsOf(queue)).toEqual(['sending', 'waiting'])
  take()
  await vi.waitFor(() => expect(taken).toHaveLength(2))
  expect(await kindsOf(queue)).toEqual(['printing', 'sending'])
  say({ kind: 'printed' })
  take()
  await vi.waitFor(async () => expect(await kindsOf(queue)).toEqual(['printed', 'printed']))
  expect(await queue.list()).toEqual([
    { id: 1, at, printer: 'Desk', copies: 1, pages: 2, state: { kind: 'printed' } },
    { id: 2, at, printer: 'Desk', copies: 2, pages: 2, state: { kind: 'printed' } },
  ])
})

test('the file lies private while it is handed over, and is gone afterwards', async () => {
  const { system, taken, take } = makeSystem()
  const folder = join(temp(), 'printing')
  const queue = makePrintQueue({ folder, system, reserve: noReserve })
  queue.add(order())
  await vi.waitFor(() => expect(taken).toHaveLength(1))
  const file = taken[0] ?? ''
  if (process.platform !== 'win32') {
    expect(statSync(file).mode & 0o777).toBe(0o600)
    expect(statSync(folder).mode & 0o777).toBe(0o700)
  }
  take()
  await vi.waitFor(() => expect(existsSync(file)).toBe(false))
})

test('a refused sheet says why and the next one is printed all the same; no file stays', async () => {
  const folder = join(temp(), 'printing')
  let tries = 0
  const send = async () => {
    tries += 1
    if (tries === 1) throw refuseToPrint('Desk', 'Out of ink')
    if (tries === 2) throw new TypeError('cannot print for Patient Name')
    return null
  }
  const queue = makePrintQueue({ folder, system: makeSystem({ send }).system, reserve: noReserve })
  for (let sheet = 1; sheet <= 3; sheet += 1) queue.add(order())
  await vi.waitFor(async () => expect(await kindsOf(queue)).toEqual(['failed', 'failed', 'untold']))
  const [first, second] = await queue.list()
  expect(sayState(first?.state)).toMatchObject({ message: expect.stringContaining('Desk: Out of ink.') })
  expect(sayState(second?.state)).toMatchObject({ message: expect.stringContaining('Please print it again') })
  expect(JSON.stringify(second)).not.toContain('Patient Name')
  expect(readdirSync(folder)).toEqual([])
})

test('a waiting sheet that is cancelled is never handed over; one that was handed over is taken back', async () => {
  const { system, taken, cancelled, take } = makeSystem()
  const queue = makePrintQueue({ folder: join(temp(), 'printing'), system, reserve: noReserve })
  const [first, second] = [queue.add(order()), queue.add(order())]
  await vi.waitFor(() => expect(taken).toHaveLength(1))
  await queue.cancel(second)
  const taking = queue.cancel(first)
  take()
  await taking
  expect(cancelled).toEqual([1])
  await queue.cancel(77)
  expect([taken.length, await kindsOf(queue)]).toEqual([1, ['printing', 'cancelled']])
})

test('a print system that does not answer leaves what was known; in the end someone is sent to look', async () => {
  let now = 0
  const { system, take, taken, say } = makeSystem()
  const queue = makePrintQueue({ folder: join(temp(), 'printing'), system, reserve: noReserve }, () => now)
  queue.add(order())
  await vi.waitFor(() => expect(taken).toHaveLength(1))
  take()
  await vi.waitFor(async () => expect(await kindsOf(queue)).toEqual(['printing']))
  say(null)
  now = 10 * 60_000
  expect(await kindsOf(queue)).toEqual(['printing'])
  now += 1
  expect(await kindsOf(queue)).toEqual(['untold'])
})

test('only the last sheets are remembered', async () => {
  const { system } = makeSystem({ send: async () => null })
  const queue = makePrintQueue({ folder: join(temp(), 'printing'), system, reserve: noReserve })
  for (let sheet = 1; sheet <= 60; sheet += 1) {
    queue.add(order())
    if (sheet % 10 === 0) await vi.waitFor(async () => expect((await kindsOf(queue)).at(-1)).toBe('untold'))
  }
  const ids = (await queue.list()).map(({ id }) => id)
  expect([ids.length, ids.at(-1)]).toEqual([50, 60])
})

test('a sheet that still waits is remembered, however many come after it', async () => {
  const { system } = makeSystem()
  const queue = makePrintQueue({ folder: join(temp(), 'printing'), system, reserve: noReserve })
  for (let sheet = 1; sheet <= 60; sheet += 1) queue.add(order())
  expect((await queue.list()).map(({ id }) => id)).toEqual(Array.from({ length: 60 }, (_, index) => index + 1))
})

test('a sheet is told to the log once the printer has it, not before and not when it was refused', async () => {
  const told: string[] = []
  const { system, take, taken } = makeSystem()
  const queue = makePrintQueue({ folder: join(temp(), 'printing'), system, reserve: noReserve })
  queue.add({ ...order(), onTaken: () => (told.push('first'), tell('why-disk-full')) })
  queue.add({ ...order(), onTaken: () => (told.push('second'), null) })
  await vi.waitFor(() => expect(taken).toHaveLength(1))
  await queue.cancel(2)
  expect(told).toEqual([])
  take()
  await vi.waitFor(async () => expect(await kindsOf(queue)).toEqual(['printing', 'cancelled']))
  expect(told).toEqual(['first'])
  const jobs = await queue.list()
  expect(jobs.map((job) => job.notLogged)).toEqual([tell('why-disk-full'), undefined])
})

test('a sheet that is kept with names later is no longer told as not kept; another one is, and so is what else is wrong', async () => {
  const { system, take } = makeSystem({ send: async () => null })
  take()
  const queue = makePrintQueue({ folder: join(temp(), 'printing'), system, reserve: noReserve }, () => Date.parse(at))
  const second = tell('not-kept-with-names')
  const give = (mark: string, told: Message) => queue.add({ ...order(), mark, onTaken: () => told })
  give('one', tell('two-sentences', { first: tell('logged-without-name'), second }))
  give('one', tell('two-sentences', { first: tell('not-logged-fault'), second }))
  give('other', second)
  await vi.waitFor(async () => expect((await queue.list()).every(({ notLogged }) => notLogged)).toBe(true))
  queue.settle('one')
  const left = (await queue.list()).map(({ notLogged }) => notLogged)
  expect(left).toEqual([undefined, tell('not-logged-fault'), second])
})
