import { expect, test } from 'vitest'
import { AppError } from '../../src/domain/app-error.ts'
import type { Channel } from '../../src/ipc/channels.ts'
import type { Reply } from '../../src/ipc/contract.ts'
import { followWork } from '../../src/main/follow-work.ts'
import { createHandlers } from '../../src/main/handlers.ts'
import type { Services } from '../../src/main/services.ts'
import { serve, type Door } from '../../src/main/serve.ts'
import type { Sender } from '../../src/main/trusted-sender.ts'
import { channels, questions } from '../ipc/questions.ts'
import { makeServices } from './make-services.ts'

type Answer = Parameters<Door['handle']>[1]

const ours: Sender = { senderFrame: { origin: 'app://ui', parent: null } }
const canary = 'Patient Name'

function open(change: Partial<Services> = {}) {
  const answers = new Map<string, Answer>()
  const logged: string[] = []
  const door: Door = { handle: (channel, answer) => void answers.set(channel, answer) }
  const logFailure = (channel: string, error: unknown) =>
    void logged.push(`${channel} ${error instanceof Error ? error.name : ''}`)
  const work = followWork()
  serve(door, createHandlers(makeServices(change)), { origins: ['app://ui'], follow: work.follow, logFailure })
  const ask = async (channel: Channel, input: unknown, event: Sender = ours): Promise<Reply<unknown>> => {
    const answer = answers.get(channel)
    if (!answer) throw new Error(`${channel} is not served.`)
    return answer(event, input)
  }
  return { ask, answers, logged, work }
}

const aSelection = { topic: 'tired-engine', language: 'en', causes: [{ id: 'rust' }], patientName: canary }

test('every channel of the contract is served, and no other', () => {
  expect([...open().answers.keys()].toSorted()).toEqual(channels.toSorted())
})

test.each(channels)('%s answers our page', async (channel) => {
  expect(await open().ask(channel, questions[channel])).toMatchObject({ ok: true })
})

test('what is asked for is counted until it is answered, so that quitting can wait for it', async () => {
  let isKept = false
  const keep = async () => {
    await new Promise((resolve) => setTimeout(resolve, 5))
    isKept = true
    return { bundles: [], told: [] }
  }
  const { ask, work } = open({ bundles: { ...makeServices().bundles, keep } })
  void ask('bundles.keep', questions['bundles.keep'])
  await work.settle(60_000)
  expect(isKept).toBe(true)
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
    expect(await ask(channel, questions[channel], strangers[who])).toMatchObject({
      ok: false,
      code: 'untrusted-sender',
    })
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
