import { expect, test } from 'vitest'
import { tell } from '../../src/domain/message.ts'
import type { PrintChoice } from '../../src/domain/print-choice.ts'
import { parseSelection } from '../../src/domain/selection.ts'
import { contract } from '../../src/ipc/contract.ts'
import { createHandlers } from '../../src/main/handlers.ts'
import type { KeptLog } from '../../src/main/keep-log.ts'
import type { PrintOrder } from '../../src/main/print-queue.ts'
import { makeRecord } from '../store/history/make-record.ts'
import { makeHandout } from '../store/make-handout.ts'
import { makeLibrary } from '../store/make-library.ts'
import { makeQueue, makeServices } from './make-services.ts'

const choice: PrintChoice = { printer: 'Front desk', copies: 3, sides: 'long-edge', tray: null }
const pdf = new TextEncoder().encode('%PDF as it was given')
const record = makeRecord(1, { paper: 'Letter', handout: makeHandout(1, { topic: 'tired-engine', pages: 4 }) })
const shown = { record, pdf, isOutdated: true }

function makeGiving() {
  const orders: PrintOrder[] = []
  const saved: [Uint8Array, string][] = []
  const logged: Parameters<KeptLog['addAgain']>[] = []
  const base = makeServices()
  const services = {
    ...base,
    history: { ...base.history, show: () => shown },
    log: { ...base.log, addAgain: (...again: Parameters<KeptLog['addAgain']>) => (logged.push(again), null) },
    printQueue: makeQueue(orders),
    saveSheet: async (bytes: Uint8Array, name: string) => (saved.push([bytes, name]), `/home/${name}`),
  }
  return { services, orders, saved, logged }
}

test('C4: a reprint is the very PDF that was given, on its paper, and is in the log once it is handed over', async () => {
  const { services, orders, logged } = makeGiving()
  const { handout } = await createHandlers(services)['history.reprint']({ record: record.handout.id, choice })
  expect(orders).toMatchObject([{ pages: 4, target: { ...choice, paper: 'Letter' } }])
  expect(orders[0]?.pdf).toBe(pdf)
  expect(logged).toEqual([])
  orders[0]?.onTaken()
  expect(logged).toEqual([[record.handout, { id: handout, way: 'printed', copies: 3 }]])
})

test('C4: so is a reprint of a sheet of the log', async () => {
  const { services, orders, logged } = makeGiving()
  const selection = parseSelection({ topic: 'tired-engine', language: 'en', causes: [{ id: 'rust' }], paper: 'Letter' })
  const sheet = { pdf, pages: 4, sheetId: record.handout.sheetId }
  const makeAgain = async () => ({
    handout: record.handout,
    selection,
    sheet,
    retestOn: '2026-12-07',
    isOutdated: true,
  })
  const handlers = createHandlers({ ...services, makeAgain })
  expect(await handlers['log.make-again']({ handout: record.handout.id })).toEqual({
    isOutdated: true,
    retestOn: '2026-12-07',
  })
  const { handout } = await handlers['log.reprint']({ handout: record.handout.id, choice })
  expect(orders).toMatchObject([{ pdf, pages: 4, target: { ...choice, paper: 'Letter' } }])
  orders[0]?.onTaken()
  expect(logged).toEqual([[record.handout, { id: handout, way: 'printed', copies: 3 }]])
})

test('D10: what holds names does not leave without a passphrase that seals it, nor with a short one or one that 7-Zip reads otherwise', () => {
  const records = [record.handout.id]
  for (const [channel, asked] of [
    ['follow-ups.export', {}],
    ['history.export-patient', { records }],
  ] as const) {
    const isAsked = (more: object) => contract[channel].input.safeParse({ ...asked, ...more }).success
    expect([isAsked({}), isAsked({ passphrase: 'eleven char' }), isAsked({ passphrase: 'cuatro años 词' })]).toEqual([
      false,
      false,
      false,
    ])
    expect(isAsked({ passphrase: 'twelve chars' })).toBe(true)
  }
})

test('a sheet saved again is the very PDF too, under a name without the patient', async () => {
  const { services, saved, logged } = makeGiving()
  const { path, handout } = await createHandlers(services)['history.save-again']({ record: record.handout.id })
  expect(path).toBe('/home/tired-engine-2026-11-22.pdf')
  expect(saved[0]?.[0]).toBe(pdf)
  expect(logged).toEqual([[record.handout, { id: handout, way: 'saved', copies: 1 }]])
})

test('C2: a sheet of a retired topic can be looked at, and does not leave again', async () => {
  const { services, orders, saved } = makeGiving()
  const library = makeLibrary()
  const topics = library.topics.map((entry) => ({ ...entry, topic: { ...entry.topic, status: 'retired' as const } }))
  const handlers = createHandlers({ ...services, openLibrary: () => ({ ...library, topics }) })
  const id = record.handout.id
  expect(await handlers['history.show']({ record: id })).toEqual(shown)
  // an answer may be a value or a promise of one
  await expect(async () => handlers['history.reprint']({ record: id, choice })).rejects.toThrow(/retired/u)
  await expect(async () => handlers['history.save-again']({ record: id })).rejects.toThrow(/retired/u)
  expect([orders, saved]).toEqual([[], []])
})

test('what keeps a sheet from the log and what keeps it from the history are both told', async () => {
  const base = makeServices()
  const first = tell('not-logged-fault')
  const second = tell('not-in-history', { why: tell('history-locked') })
  const selection = { topic: 'tired-engine', language: 'en', causes: [{ id: 'rust' }] }
  const saving = contract['sheet.save'].input.parse({ selection, withRecord: false })
  const save = async (log: typeof first | null, history: typeof second | null) => {
    const handlers = createHandlers({
      ...base,
      log: { ...base.log, add: () => log },
      history: { ...base.history, add: () => history },
    })
    return (await handlers['sheet.save'](saving)).notLogged
  }
  expect(await save(first, second)).toEqual(tell('two-sentences', { first, second }))
  expect(await save(null, second)).toEqual(second)
  expect(await save(first, null)).toEqual(first)
  expect(await save(null, null)).toBeNull()
  const third = tell('not-kept-with-names') // of a log that has it
  expect(await save(null, third)).toEqual(tell('two-sentences', { first: tell('logged-without-name'), second: third }))
  expect(await save(first, third)).toEqual(tell('two-sentences', { first, second: third }))
})

test('fewer days in the settings remove what is older at once', async () => {
  const base = makeServices()
  const done: string[] = []
  const handlers = createHandlers({
    ...base,
    records: { ...base.records, saveSettings: (change) => (done.push('saved'), base.records.saveSettings(change)) },
    history: { ...base.history, purgeOld: () => void done.push('purged') },
  })
  await handlers['records.save-settings']({ staffAlias: '', isLogKept: true, historyDays: 1, lockMinutes: 5 })
  expect(done).toEqual(['saved', 'purged'])
})

test('a sheet that is kept with names settles what was told of the same one when it was printed, and of no other', async () => {
  const base = makeServices()
  const orders: PrintOrder[] = []
  const settled: string[] = []
  const queue = { ...makeQueue(orders), settle: (mark: string) => void settled.push(mark) }
  const answers = [tell('not-kept-with-names'), tell('not-kept-with-names'), null]
  const handlers = createHandlers({
    ...base,
    printQueue: queue,
    history: { ...base.history, add: () => answers.shift() ?? null },
  })
  const selection = parseSelection({ topic: 'tired-engine', language: 'en', causes: [{ id: 'rust' }] })
  await handlers['sheet.print']({ selection, choice })
  orders[0]?.onTaken()
  await handlers['sheet.save']({ selection, withRecord: false })
  expect(settled).toEqual([]) // locked still
  await handlers['sheet.save']({ selection, withRecord: true })
  expect(settled).toEqual([orders[0]?.mark])
  await handlers['sheet.save']({ selection: { ...selection, note: 'changed' }, withRecord: false })
  expect([settled.length, settled[1] === settled[0]]).toEqual([2, false])
})
