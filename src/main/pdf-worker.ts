import type { Worker } from 'node:worker_threads'
import { AppError, assertNever } from '../domain/app-error.ts'
import type { FoundChoices } from '../domain/make-again.ts'
import { tell } from '../domain/message.ts'
import {
  RenderReply,
  WorkerNotice,
  type FindJob,
  type RenderedSheet,
  type RenderJob,
  type WorkerJob,
  type WorkerRequest,
} from './render-messages.ts'
import { enqueue, type Done, type Purpose, type QueuedJob } from './render-queue.ts'

/** What is used of a worker thread. */
export type Thread = Pick<Worker, 'on' | 'postMessage' | 'terminate'>

export type PdfWorker = {
  /** Draws a sheet. @throws AppError as `renderSelection`, or unexpected when the thread broke off */
  readonly render: (job: RenderJob, purpose: Purpose) => Promise<RenderedSheet>
  /**
   * Finds the choices behind a sheet of the log; null where none give it its short id.
   * @throws AppError content-damaged for a library that this version does not read, or unexpected
   */
  readonly findChoices: (job: FindJob) => Promise<FoundChoices | null>
  /**
   * Draws a logo, as it came from a file, on every sheet from now on; null for none.
   * @returns it as it is to be kept: by then only `start` can give it to another thread
   * @throws AppError bad-input for one that cannot be printed, or unexpected; the one before stays
   */
  readonly takeLogo: (logo: Uint8Array | null) => Promise<Uint8Array | null>
  readonly stop: () => void
}

const slowest = 30_000
const brokenOff = (kind: WorkerJob['kind']) =>
  new AppError('unexpected', kind === 'take-logo' ? tell('logo', { clause: tell('logo-unread') }) : tell('not-drawn'))

/**
 * Keeps one thread warm that draws sheets, one at a time. A thread that dies, or never answers, costs its sheet
 * only: the next one gets a new thread.
 * @param start makes a thread
 * @param logFailure told what nobody foresaw, by kind
 */
export function startPdfWorker(
  start: () => Thread,
  logFailure: (what: string, error: unknown) => void,
  patience: number = slowest,
): PdfWorker {
  let thread: Thread | undefined
  let waiting: readonly QueuedJob[] = []
  let running: { readonly id: number; readonly job: QueuedJob; readonly timer: NodeJS.Timeout } | undefined
  let lastId = 0

  function finish(settle: (job: QueuedJob) => void): void {
    if (!running) return
    clearTimeout(running.timer)
    const { job } = running
    running = undefined
    settle(job)
    runNext()
  }

  function fail(what: string, error: unknown): void {
    logFailure(what, error)
    finish(({ job, reject }) => reject(brokenOff(job.kind)))
  }

  function noteNotice(notice: WorkerNotice): void {
    switch (notice.kind) {
      case 'warmed-up':
        if (notice.failure !== null) logFailure(`making the drawing thread ready (${notice.failure})`, undefined)
        return
      case 'logo-lost':
        return logFailure(`opening the logo that was kept (${notice.failure})`, undefined)
      default:
        return assertNever(notice)
    }
  }

  function receive(raw: unknown): void {
    const notice = WorkerNotice.safeParse(raw)
    if (notice.success) return noteNotice(notice.data)
    const { success, data: reply, error } = RenderReply.safeParse(raw)
    if (!success) return fail('what the drawing thread said', error)
    if (reply.id !== running?.id) return
    switch (reply.kind) {
      case 'rendered':
      case 'choices-found':
      case 'logo-taken':
        return finish(({ resolve }) => resolve(reply))
      case 'refused':
        return finish(({ reject }) => reject(new AppError(reply.code, reply.problems)))
      case 'failed':
        return fail(`drawing (${reply.what})`, undefined)
      default:
        return assertNever(reply)
    }
  }

  function giveUp(dead: Thread, error: unknown): void {
    if (thread !== dead) return
    thread = undefined
    void dead.terminate()
    fail('the drawing thread', error)
  }

  function spawn(): Thread {
    const born = start()
    born.on('message', receive)
    born.on('error', (error) => giveUp(born, error))
    born.on('exit', () => giveUp(born, undefined))
    return born
  }

  function runNext(): void {
    const [job, ...rest] = waiting
    if (running || !job) return
    waiting = rest
    const busy = (thread ??= spawn())
    lastId += 1
    running = { id: lastId, job, timer: setTimeout(() => giveUp(busy, undefined), patience) }
    busy.postMessage({ id: lastId, ...job.job } satisfies WorkerRequest)
  }

  function ask(job: WorkerJob, purpose: Purpose): Promise<Done> {
    return new Promise((resolve, reject) => {
      waiting = enqueue(waiting, { job, purpose, resolve, reject })
      runNext()
    })
  }

  thread = spawn()
  return {
    render: async (job, purpose) => {
      const done = await ask({ kind: 'draw', ...job }, purpose)
      if (done.kind !== 'rendered') throw brokenOff('draw')
      return done.sheet
    },
    findChoices: async (job) => {
      const done = await ask({ kind: 'find-choices', ...job }, 'paper') // someone waits for it with a patient
      if (done.kind !== 'choices-found') throw brokenOff('find-choices')
      return done.found
    },
    takeLogo: async (logo) => {
      // Like paper it goes before previews, which are to show it.
      const done = await ask({ kind: 'take-logo', logo }, 'paper')
      if (done.kind !== 'logo-taken') throw brokenOff('take-logo')
      return done.logo
    },
    stop: () => {
      const last = thread
      thread = undefined
      void last?.terminate()
    },
  }
}
