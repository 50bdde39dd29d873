import { expect, test } from 'vitest'
import { AppError } from '../../src/domain/app-error.ts'
import type { Channel } from '../../src/ipc/channels.ts'
import { contract, type Reply } from '../../src/ipc/contract.ts'
import { createHandlers } from '../../src/main/handlers.ts'
import type { Services } from '../../src/main/services.ts'
import { serve, type Door } from '../../src/main/serve.ts'
import type { Sender } from '../../src/main/trusted-sender.ts'
import { makeServices } from './make-services.ts'

type Answer = Parameters<Door['handle']>[1]

const channels = Object.keys(contract) as Channel[]
const ours: Sender = { senderFrame: { origin: 'app://ui', parent: null } }
const canary = 'Patient Name'

function open(change: Partial<Services> = {}) {
  const answers = new Map<string, Answer>()
  const logged: string[] = []
  const door: Door = { handle: (channel, answer) => void answers.set(channel, answer) }
  const logFailure = (channel: string, error: unknown) =>
    void logged.push(`${channel} ${error instanceof Error ? error.name : ''}`)
  serve(door, createHandlers(makeServices(change)), { origins: ['app://ui'], logFailure })
  const ask = async (channel: Channel, input: unknown, event: Sender = ours): Promise<Reply<unknown>> => {
    const answer = answers.get(channel)
    if (!answer) throw new Error(`${channel} is not served.`)
    return answer(event, input)
  }
  return { ask, answers, logged }
}

const aSelection = { topic: 'tired-engine', language: 'en', causes: [{ id: 'rust' }], patientName: canary }
const inputs: Record<Channel, unknown> = {
  'library.open': {},
  'library.search': { words: 'rust', language: 'en' },
  'about.read': {},
  'bundles.list': {},
  'bundles.keep': { bundles: [] },
  'bundles.import': {},
  'bundles.export': {},
  'habits.read': {},
  'habits.save': {},
  'snippets.import': {},
  'snippets.export': {},
  'settings.read': {},
  'settings.save': { name: 'A clinic' },
  'sheet.render': aSelection,
  'logo.read': {},
  'logo.choose': {},
  'logo.remove': {},
  'sheet.save': { selection: aSelection, withRecord: true },
  'sheet.print': { selection: aSelection, choice: { printer: 'PDF', copies: 1, sides: null, tray: null } },
  'printers.list': {},
  'printers.options': { printer: 'PDF' },
  'printers.last': {},
  'jobs.list': {},
  'log.list': { filter: {}, before: null, limit: 50 },
  'log.record-teach-back': { handout: '0c6f2f0e-6f0a-4c6e-9a55-3d2f7a1b0c11', outcome: 'understood' },
  'log.purge': { before: '2026-01-01' },
  'history.status': {},
  'history.switch-on': { lock: { by: 'keystore', pin: '1234' } },
  'history.unlock': { secret: '1234' },
  'history.recover': { code: 'CODE', lock: { by: 'passphrase', passphrase: 'four words are enough' } },
  'history.lock': {},
  'history.erase': {},
  'history.list': { filter: { words: 'name' }, before: null, limit: 50 },
  'history.show': { record: '0c6f2f0e-6f0a-4c6e-9a55-3d2f7a1b0c11' },
  'history.reprint': {
    record: '0c6f2f0e-6f0a-4c6e-9a55-3d2f7a1b0c11',
    choice: { printer: 'PDF', copies: 1, sides: null, tray: null },
  },
  'history.save-again': { record: '0c6f2f0e-6f0a-4c6e-9a55-3d2f7a1b0c11' },
  'history.remove': { record: '0c6f2f0e-6f0a-4c6e-9a55-3d2f7a1b0c11' },
  'history.purge': { before: '2026-01-01' },
  'follow-ups.list': {},
  'follow-ups.record-done': { record: '0c6f2f0e-6f0a-4c6e-9a55-3d2f7a1b0c11', doneOn: '2026-11-22' },
  'follow-ups.export': {},
  'records.status': {},
  'records.back-up': {},
  'records.restore': { file: 'caresheet-2026-11-22.db' },
  'records.export': {},
  'records.choose-folder': {},
  'records.use-own-folder': {},
  'records.read-settings': {},
  'records.save-settings': { staffAlias: '', isLogKept: true, historyDays: 30, lockMinutes: 5 },
  'jobs.cancel': { job: 1 },
}

test('every channel of the contract is served, and no other', () => {
  expect([...open().answers.keys()].toSorted()).toEqual(channels.toSorted())
})

test.each(channels)('%s answers our page', async (channel) => {
  expect(await open().ask(channel, inputs[channel])).toMatchObject({ ok: true })
})

const strangers: Record<string, Sender> = {
  'a frame that is gone': { senderFrame: null },
  'a frame within our page': { senderFrame: { origin: 'app://ui', parent: { origin: 'app://ui' } } },
  'a web page': { senderFrame: { origin: 'https://example.org', parent: null } },
  'another host of our scheme': { senderFrame: { origin: 'app://other', parent: null } },
  'a longer host': { senderFrame: { origin: 'app://ui.example.org', parent: null } },
  'a file': { senderFrame: { origin: 'file://', parent: null } },
  'an opaque origin': { senderFrame: { origin: 'null', parent: null } },
  'an empty origin': { senderFrame: { origin: '', parent: null } },
  'the development server': { senderFrame: { origin: 'http://localhost:5173', parent: null } },
}

test.each(channels.flatMap((channel) => Object.keys(strangers).map((who) => [channel, who] as const)))(
  '%s refuses %s, without calling anyone',
  async (channel, who) => {
    const forbidden = (): never => {
      throw new Error('called')
    }
    const all = Object.fromEntries(Object.keys(makeServices()).map((name) => [name, forbidden]))
    const { ask, logged } = open(all)
    expect(await ask(channel, inputs[channel], strangers[who])).toMatchObject({ ok: false, code: 'untrusted-sender' })
    expect(logged).toEqual([])
  },
)

const junk: unknown[] = [
  undefined,
  null,
  0,
  1n,
  '',
  'x',
  true,
  [],
  [{}],
  () => 1,
  Symbol('s'),
  { extra: 1 },
  { __proto__: null, words: 7 },
  JSON.parse('{"__proto__": {"words": "a"}, "x": 1}'),
  { words: 'a'.repeat(201) },
  { selection: null, printer: '', copies: 99 },
]

test.each(channels)('%s refuses what does not fit the contract', async (channel) => {
  const { ask, logged } = open()
  for (const input of junk) {
    const reply = await ask(channel, input)
    expect(reply).toMatchObject({ ok: false, code: 'bad-input' })
    if (!reply.ok) expect(reply.problems.length).toBeGreaterThan(0)
  }
  expect(logged).toEqual([])
})

test('a problem says which field it is about', async () => {
  const reply = await open().ask('sheet.render', { ...aSelection, patientName: 'a\u0000b' })
  expect(reply).toMatchObject({ ok: false, code: 'bad-input', problems: [{ field: 'patientName' }] })
  expect(JSON.stringify(reply)).toContain('Patient name')
})

test('a failure that a clinician can act on goes through as it is', async () => {
  const { ask, logged } = open({ listPrinters: () => Promise.reject(new AppError('printing-failed', 'No paper.')) })
  expect(await ask('printers.list', {})).toEqual({
    ok: false,
    code: 'printing-failed',
    problems: [{ field: '', message: 'No paper.' }],
  })
  expect(logged).toEqual([])
})

test('an error nobody foresaw becomes a plain sentence; its text is neither shown nor logged', async () => {
  const { ask, logged } = open({ render: () => Promise.reject(new TypeError(`cannot print ${canary}`)) })
  const reply = await ask('sheet.render', aSelection)
  expect(reply).toMatchObject({ ok: false, code: 'unexpected', problems: [{ field: '' }] })
  expect(JSON.stringify(reply)).toContain('Something went wrong')
  expect(logged).toEqual(['sheet.render TypeError'])
  expect(JSON.stringify([reply, logged])).not.toContain(canary)
})

test('an answer that breaks the contract is not given', async () => {
  const { ask, logged } = open({
    render: () => Promise.resolve({ pdf: new Uint8Array(), pages: 1.5, sheetId: canary }),
  })
  const reply = await ask('sheet.render', aSelection)
  expect(reply).toMatchObject({ ok: false, code: 'unexpected' })
  expect(logged).toEqual(['sheet.render ZodError'])
  expect(JSON.stringify([reply, logged])).not.toContain(canary)
})

test('a service that throws at once is a reply too', async () => {
  const { ask } = open({
    openLibrary: () => {
      throw new AppError('content-damaged', 'Damaged.')
    },
  })
  expect(await ask('library.open', {})).toMatchObject({ ok: false, code: 'content-damaged' })
})
