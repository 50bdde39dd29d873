import { EventEmitter } from 'node:events'
import { describe, expect, test } from 'vitest'
import { Clinic } from '../../src/domain/clinic.ts'
import { parseSelection } from '../../src/domain/selection.ts'
import { startPdfWorker, type Thread } from '../../src/main/pdf-worker.ts'
import type { RenderJob, RenderReply, WorkerNotice, WorkerRequest } from '../../src/main/render-messages.ts'

/** A thread without a thread: keeps what it was asked, and answers when the test says so. */
class FakeThread extends EventEmitter {
  readonly asked: WorkerRequest[] = []
  ended = false
  postMessage(request: WorkerRequest): void {
    this.asked.push(request)
  }
  async terminate(): Promise<number> {
    this.ended = true
    return 0
  }
  reply(reply: RenderReply | string): void {
    this.emit('message', reply)
  }
  tell(notice: WorkerNotice): void {
    this.emit('message', notice)
  }
  draw(pages = 1): void {
    this.reply({
      kind: 'rendered',
      id: this.asked.at(-1)?.id ?? 0,
      sheet: { pdf: new Uint8Array(1), pages, sheetId: 'a' },
    })
  }
}

function start(patience?: number) {
  const threads: FakeThread[] = []
  const logged: string[] = []
  const spawn = () => {
    const thread = new FakeThread()
    threads.push(thread)
    // The events and two methods that are used are those of a Worker; the rest is never touched.
    return thread as unknown as Thread
  }
  const worker = startPdfWorker(spawn, (what) => void logged.push(what), patience)
  const at = (index: number) => threads[index] ?? expect.fail(`There is no thread ${index}.`)
  return { worker, threads, logged, at }
}

const job = (note: string): RenderJob => ({
  selection: parseSelection({ topic: 'a', language: 'en', causes: [], note }),
  clinic: Clinic.parse({}),
  today: '2026-11-22',
})
const notes = (thread: FakeThread) =>
  thread.asked.map((each) => (each.kind === 'draw' ? each.selection.note : each.kind))

test('the thread is warm before the first sheet', () => {
  expect(start().threads).toHaveLength(1)
})

test('a thread that could not make itself ready, or lost the logo, is logged by the kind of error, and goes on drawing', async () => {
  const { worker, logged, at, threads } = start()
  at(0).tell({ kind: 'warmed-up', failure: 'AppError' })
  at(0).tell({ kind: 'logo-lost', failure: 'RangeError' })
  expect(logged).toEqual(['making the drawing thread ready (AppError)', 'opening the logo that was kept (RangeError)'])
  const drawn = worker.render(job('a'), 'preview')
  at(0).draw()
  expect(await drawn).toMatchObject({ pages: 1 })
  expect(threads).toHaveLength(1)
})

test('a thread that made itself ready is not logged, and answers nobody with it', async () => {
  const { worker, logged, at } = start()
  const drawn = worker.render(job('a'), 'preview')
  at(0).tell({ kind: 'warmed-up', failure: null })
  at(0).draw(2)
  expect(await drawn).toMatchObject({ pages: 2 })
  expect(logged).toEqual([])
})

test('a sheet comes back to the one who asked', async () => {
  const { worker, at } = start()
  const drawn = worker.render(job('a'), 'preview')
  at(0).draw(3)
  expect(await drawn).toMatchObject({ pages: 3, sheetId: 'a' })
})

test('of the previews that wait only the newest is drawn; the others are told', async () => {
  const { worker, at } = start()
  const [first, second, third] = ['1', '2', '3'].map((note) => worker.render(job(note), 'preview'))
  await expect(second).rejects.toMatchObject({ code: 'not-available' })
  at(0).draw()
  at(0).draw()
  await Promise.all([first, third])
  expect(notes(at(0))).toEqual(['1', '3'])
})

test('what goes on paper is never left out, and goes before previews', async () => {
  const { worker, at } = start()
  const running = worker.render(job('running'), 'preview')
  const left = worker.render(job('left'), 'preview')
  const papers = [worker.render(job('paper 1'), 'paper'), worker.render(job('paper 2'), 'paper')]
  const preview = worker.render(job('preview'), 'preview')
  await expect(left).rejects.toMatchObject({ code: 'not-available' })
  for (let drawn = 0; drawn < 4; drawn += 1) at(0).draw()
  await Promise.all([running, ...papers, preview])
  expect(notes(at(0))).toEqual(['running', 'paper 1', 'paper 2', 'preview'])
})

test('a refusal arrives as the AppError it was', async () => {
  const { worker, at, logged } = start()
  const drawn = worker.render(job('a'), 'preview')
  at(0).reply({ kind: 'refused', id: 1, code: 'unprintable-text', problems: [{ field: 'note', message: 'No.' }] })
  await expect(drawn).rejects.toMatchObject({ code: 'unprintable-text', problems: [{ field: 'note', message: 'No.' }] })
  expect(logged).toEqual([])
})

test('an answer that comes too late, of whatever kind, is given to nobody else', async () => {
  const { worker, at, threads, logged } = start()
  const dead = worker.render(job('dead'), 'paper')
  const [next, last] = ['next', 'last'].map((note) => worker.render(job(note), 'paper'))
  at(0).emit('exit', 1)
  await expect(dead).rejects.toMatchObject({ code: 'unexpected' })
  expect(notes(at(1))).toEqual(['next'])
  at(0).draw(9) // for the sheet that was given up
  at(1).draw(2)
  expect(await next).toMatchObject({ pages: 2 })
  expect(notes(at(1))).toEqual(['next', 'last'])
  at(0).reply({ kind: 'refused', id: 1, code: 'bad-input', problems: [{ field: 'note', message: 'No.' }] })
  at(0).reply({ kind: 'failed', id: 1, what: 'RangeError' })
  at(1).reply({ kind: 'logo-taken', id: 2, logo: null })
  at(1).draw(3)
  expect(await last).toMatchObject({ pages: 3 })
  expect(threads).toHaveLength(2)
  expect(logged).toEqual(['the drawing thread'])
})

test('an unforeseen error, and an answer that makes no sense, are sentences; the thread goes on', async () => {
  const { worker, at, threads } = start()
  const failed = worker.render(job('a'), 'preview')
  at(0).reply({ kind: 'failed', id: 1, what: 'RangeError' })
  await expect(failed).rejects.toMatchObject({
    code: 'unexpected',
    message: 'The sheet could not be drawn. Please try again.',
  })
  const nonsense = worker.render(job('a'), 'preview')
  at(0).reply('nonsense')
  await expect(nonsense).rejects.toMatchObject({ code: 'unexpected' })
  expect(threads).toHaveLength(1)
})

test('a thread that dies costs its sheet only', async () => {
  const { worker, at, threads, logged } = start()
  const lost = worker.render(job('lost'), 'preview')
  const next = worker.render(job('next'), 'paper')
  at(0).emit('error', new Error('text of a patient'))
  at(0).emit('exit', 1)
  await expect(lost).rejects.toMatchObject({ code: 'unexpected' })
  at(1).draw()
  await next
  expect([threads.length, at(0).ended, logged]).toEqual([2, true, ['the drawing thread']])
})

test('a thread that died while idle is replaced when it is needed', async () => {
  const { worker, at, threads } = start()
  at(0).emit('exit', 1)
  expect(threads).toHaveLength(1)
  const drawn = worker.render(job('a'), 'preview')
  at(1).draw()
  await drawn
})

test('a thread that never answers is given up', async () => {
  const { worker, at } = start(20)
  const stuck = worker.render(job('stuck'), 'preview')
  await expect(stuck).rejects.toMatchObject({ code: 'unexpected' })
  expect(at(0).ended).toBe(true)
  const drawn = worker.render(job('a'), 'preview')
  at(1).draw()
  await drawn
})

test('stopping ends the thread without a word', () => {
  const { worker, at, logged } = start()
  worker.stop()
  at(0).emit('exit', 1)
  expect([at(0).ended, logged]).toEqual([true, []])
})

describe('a logo', () => {
  const picture = new Uint8Array([1, 2])

  test('goes to the thread once, before the previews that wait, and comes back as it is to be kept', async () => {
    const { worker, at } = start()
    const drawn = [worker.render(job('running'), 'preview'), worker.render(job('preview'), 'preview')]
    const taken = worker.takeLogo(picture)
    at(0).draw()
    at(0).reply({ kind: 'logo-taken', id: 2, logo: new Uint8Array([3]) })
    at(0).draw()
    expect(await taken).toEqual(new Uint8Array([3]))
    await Promise.all(drawn)
    expect(notes(at(0))).toEqual(['running', 'take-logo', 'preview'])
    expect(at(0).asked[1]).toEqual({ kind: 'take-logo', id: 2, logo: picture })
    expect(Object.keys(at(0).asked[2] ?? {})).not.toContain('logo')
  })

  test('that is refused, or that a thread dies of, is told as such', async () => {
    const { worker, at } = start()
    const refused = worker.takeLogo(picture)
    at(0).reply({ kind: 'refused', id: 1, code: 'bad-input', problems: [{ field: 'logo', message: 'Logo: no.' }] })
    await expect(refused).rejects.toMatchObject({ code: 'bad-input', message: 'Logo: no.' })
    const deadly = worker.takeLogo(picture)
    at(0).emit('exit', 1)
    await expect(deadly).rejects.toMatchObject({
      message: 'Logo: this picture could not be read. Please choose another one.',
    })
  })
})
