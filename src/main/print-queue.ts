import { AppError } from '../domain/app-error.ts'
import { tell, type Message } from '../domain/message.ts'
import { leaveOutLocked } from '../domain/not-kept.ts'
import { isFinished, type PrintJob, type PrintState } from '../ipc/printing.ts'
import { logFailure } from './log-failure.ts'
import { printPdf, type PrintPlace } from './print-pdf.ts'
import type { PrintTarget, Ticket } from './print-system.ts'

/** A sheet to print, and how. */
export type PrintOrder = {
  readonly pdf: Uint8Array
  readonly pages: number
  readonly target: PrintTarget
  /** by which the same sheet is known when it leaves once more; none for one of the log or the history */
  readonly mark?: string
  /** told once the print system has it; says what went wrong beside, or null */
  readonly onTaken: () => Message | null
}

/** The sheets on their way to paper. */
export type PrintQueue = {
  /** Puts a sheet behind those before it. @returns the number by which the window knows it */
  readonly add: (order: PrintOrder) => number
  /** Asks the print system about each unfinished job, and tells all. */
  readonly list: () => Promise<PrintJob[]>
  /** This sheet is in the history now: what told to unlock the names for it is told no longer. @param mark as of its order */
  readonly settle: (mark: string) => void
  /** Takes a sheet back that is not on paper yet. @throws AppError printing-failed with the reason */
  readonly cancel: (job: number) => Promise<void>
}

type Entry = {
  readonly mark: string | undefined
  readonly shown: Omit<PrintJob, 'state' | 'notLogged'>
  state: PrintState
  /** when the print system took it, in ms */
  taken: number
  ticket: Ticket | null
  notLogged: Message | null
}

/** How long a job is asked about after it was handed over: after that, someone should look at the printer. */
const longestWatch = 10 * 60_000
const mostEntries = 50

/**
 * Makes the queue. Sheets are handed over one at a time, in order; the printer's own queue takes them from there, and
 * nothing is asked but when the window wants to know.
 * @param readTime the time in ms
 */
export function makePrintQueue(place: PrintPlace, readTime: () => number = Date.now): PrintQueue {
  let entries: Entry[] = []
  let lastId = 0
  let handingOver = Promise.resolve()

  async function handOver(entry: Entry, { pdf, target, onTaken }: PrintOrder): Promise<void> {
    if (entry.state.kind === 'cancelled') return
    entry.state = { kind: 'sending' }
    try {
      entry.ticket = await printPdf(pdf, target, place)
      entry.taken = readTime()
      entry.state = entry.ticket === null ? { kind: 'untold' } : { kind: 'accepted' }
      entry.notLogged = onTaken()
    } catch (error) {
      if (!(error instanceof AppError)) logFailure('printing', error)
      entry.state = { kind: 'failed', message: error instanceof AppError ? error.told : tell('print-fault') }
    }
  }

  async function follow(entry: Entry): Promise<void> {
    if (entry.ticket === null || isFinished(entry.state)) return
    const news = await place.system.readJob(entry.ticket)
    if (news !== null) entry.state = news
    if (!isFinished(entry.state) && readTime() - entry.taken > longestWatch) entry.state = { kind: 'untold' }
  }

  return {
    add: (order) => {
      const { printer, copies } = order.target
      lastId += 1
      const at = new Date(readTime()).toISOString()
      const shown = { id: lastId, at, printer, copies, pages: order.pages }
      const entry: Entry = {
        mark: order.mark,
        shown,
        state: { kind: 'waiting' },
        taken: 0,
        ticket: null,
        notLogged: null,
      }
      const excess = entries.length + 1 - mostEntries
      entries = [...entries.filter(({ state }, index) => index >= excess || !isFinished(state)), entry]
      handingOver = handingOver.then(() => handOver(entry, order))
      return lastId
    },
    list: async () => {
      await Promise.all(entries.map(follow))
      return entries.map(({ shown, state, notLogged }) => ({
        ...shown,
        state,
        ...(notLogged === null ? {} : { notLogged }),
      }))
    },
    settle: (mark) => {
      for (const entry of entries)
        if (entry.mark === mark && entry.notLogged !== null) entry.notLogged = leaveOutLocked(entry.notLogged)
    },
    cancel: async (job) => {
      const entry = entries.find(({ shown }) => shown.id === job)
      if (entry?.state.kind === 'waiting') entry.state = { kind: 'cancelled' }
      if (entry?.state.kind === 'sending') await handingOver
      if (entry && entry.ticket !== null && !isFinished(entry.state)) await place.system.cancel(entry.ticket)
    },
  }
}
