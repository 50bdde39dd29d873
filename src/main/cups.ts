import { z } from 'zod'
import { AppError } from '../domain/app-error.ts'
import { tell } from '../domain/message.ts'
import type { Sides } from '../domain/print-choice.ts'
import type { Printer } from '../ipc/printing.ts'
import { readCupsJob } from './cups-job.ts'
import { parseOptions } from './cups-options.ts'
import { refuseToPrint, reportNoAnswer, reportVanished, tidyReason } from './print-failure.ts'
import { putDefaultFirst, type PrintSystem, type PrintTarget } from './print-system.ts'
import type { Outcome, RunProgram } from './run-program.ts'

/** The printers in what `lpstat -e` and `lpstat -d` said. */
export function parsePrinters(names: string, defaultLine: string): Printer[] {
  const listed = names.split('\n').map((line) => line.trim())
  const preferred = /^system default destination: (\S+)/m.exec(defaultLine)?.[1]
  return putDefaultFirst(
    listed.filter((line) => line !== ''),
    preferred,
  )
}

const sidesWords: Readonly<Record<Sides, string>> = {
  'one-sided': 'one-sided',
  'long-edge': 'two-sided-long-edge',
  'short-edge': 'two-sided-short-edge',
}

/**
 * The arguments of CUPS's `lp`. The title is what the printer's list of jobs shows to everyone: nothing of the patient.
 * Nothing is scaled: a shrunk sheet has letters smaller than were chosen to be read. Copies come one after the other: a
 * pile of all first pages, then all second ones, would give one patient the same page twice.
 */
export function listLpArguments({ printer, copies, paper, sides, tray }: PrintTarget, file: string): string[] {
  const options = [
    `media=${paper}`,
    'print-scaling=none',
    'collate=true',
    ...(sides === null ? [] : [`sides=${sidesWords[sides]}`]),
    ...(tray === null ? [] : [tray]),
  ]
  const named = options.flatMap((option) => ['-o', option])
  return ['-d', printer, '-n', String(copies), ...named, '-t', 'CareSheet', '--', file]
}

/** What `lp` said, for the clinician. @param outcome one that is not a success */
export function toLpFailure({ code, stderr }: Outcome, printer: string): AppError {
  if (code === null) return reportNoAnswer()
  const reason = stderr.replaceAll(/^lp: (Error - )?/gm, '').trim()
  if (/does not exist/i.test(reason)) return reportVanished(printer)
  if (/not accepting jobs/i.test(reason)) return refuseToPrint(printer, tell('reason-no-jobs'))
  return refuseToPrint(printer, reason === '' ? tell('reason-code', { code }) : reason)
}

const JobNumber = z.coerce.number().int().positive()

/** The number that `lp` gave to a job: "request id is Front_desk-7 (1 file(s))". */
export function parseJobNumber(said: string): number | null {
  const number = JobNumber.safeParse(/^request id is \S+-(\d+) /m.exec(said)?.[1])
  return number.success ? number.data : null
}

/** Printing on Linux and macOS. */
export function makeCups(run: RunProgram): PrintSystem {
  return {
    listPrinters: async () => {
      const [names, preferred] = await Promise.all([run('lpstat', ['-e']), run('lpstat', ['-d'])])
      return parsePrinters(names.stdout, preferred.stdout)
    },
    readOptions: async (printer) => parseOptions((await run('lpoptions', ['-p', printer, '-l'])).stdout),
    send: async (file, target) => {
      const outcome = await run('lp', listLpArguments(target, file))
      if (outcome.code !== 0) throw toLpFailure(outcome, target.printer)
      const number = parseJobNumber(outcome.stdout)
      const server = (await run('lpstat', ['-H'])).stdout.trim()
      return number === null || server === '' ? null : { printer: target.printer, number, server }
    },
    readJob: (ticket) => readCupsJob(run, ticket),
    cancel: async ({ printer, number }) => {
      const { code, stderr } = await run('cancel', [String(number)])
      if (code === null) throw reportNoAnswer()
      const reason = tidyReason(stderr.replaceAll(/^cancel: (Error - |cancel-job failed: )?/gm, ''))
      if (code !== 0) throw new AppError('printing-failed', tell('cancel-refused', { printer, reason }))
    },
  }
}
