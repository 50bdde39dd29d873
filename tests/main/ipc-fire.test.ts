import { expect, test } from 'vitest'
import { contract, type Reply } from '../../src/ipc/contract.ts'
import { followWork } from '../../src/main/follow-work.ts'
import { createHandlers } from '../../src/main/handlers.ts'
import { serve, type Door } from '../../src/main/serve.ts'
import { listMalformed } from '../ipc/malformed.ts'
import { channels, questions } from '../ipc/questions.ts'
import { makeServices } from './make-services.ts'

const ours = { senderFrame: { origin: 'app://ui', parent: null } }

/** The served channels, with services that note when they are reached. */
function open() {
  const reached: string[] = []
  const note = (name: string): never => {
    reached.push(name)
    throw new Error('reached')
  }
  const services = Object.fromEntries(
    Object.entries(makeServices()).map(([name, service]) => [
      name,
      typeof service === 'function'
        ? () => note(name)
        : Object.fromEntries(Object.keys(service).map((part) => [part, () => note(`${name}.${part}`)])),
    ]),
  ) as unknown as ReturnType<typeof makeServices>
  const answers = new Map<string, Parameters<Door['handle']>[1]>()
  const logged: string[] = []
  serve({ handle: (channel, answer) => void answers.set(channel, answer) }, createHandlers(services), {
    origins: ['app://ui'],
    follow: followWork().follow,
    logFailure: (channel) => void logged.push(channel),
  })
  return { answers, reached, logged }
}

test.each(channels)('E4: %s refuses 250 malformed questions, each in words, and reaches nothing', async (channel) => {
  expect(contract[channel].input.safeParse(questions[channel]).success).toBe(true)
  const { answers, reached, logged } = open()
  const replies: Reply<unknown>[] = []
  for (const asked of listMalformed(questions[channel], 250, 20261127))
    replies.push(await answers.get(channel)!(ours, asked))
  expect(replies).toHaveLength(250)
  expect(replies.filter((reply) => reply.ok || reply.code !== 'bad-input' || reply.problems.length === 0)).toEqual([])
  expect(structuredClone(replies)).toEqual(replies)
  expect([reached, logged]).toEqual([[], []])
})

test.each(channels)('E4: %s reaches what it is for when the question fits', async (channel) => {
  const { answers, reached, logged } = open()
  const reply = await answers.get(channel)!(ours, questions[channel])
  expect(reply).toMatchObject({ ok: false, code: 'unexpected' })
  expect([reached.length > 0, logged]).toEqual([true, [channel]])
})
