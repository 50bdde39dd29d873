import type { AppError } from '../domain/app-error.ts'
import { refuseToPrint, reportNoAnswer } from './print-failure.ts'
import { putDefaultFirst, type Printer, type PrintSystem, type PrintTarget } from './print-system.ts'
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

/** The arguments of CUPS's `lp`. The title is what the printer's list of jobs shows to everyone: nothing of the patient. */
export function listLpArguments({ printer, copies, paper }: PrintTarget, file: string): string[] {
  return ['-d', printer, '-n', String(copies), '-o', `media=${paper}`, '-t', 'CareSheet', '--', file]
}

/** What `lp` said, for the clinician. @param outcome one that is not a success */
export function toLpFailure({ code, stderr }: Outcome, printer: string): AppError {
  if (code === null) return reportNoAnswer()
  const reason = stderr.replaceAll(/^lp: (Error - )?/gm, '').trim()
  return refuseToPrint(printer, reason === '' ? `it ended with code ${code}` : reason)
}

/** Printing on Linux and macOS. */
export function makeCups(run: RunProgram): PrintSystem {
  return {
    listPrinters: async () => {
      const [names, preferred] = await Promise.all([run('lpstat', ['-e']), run('lpstat', ['-d'])])
      return parsePrinters(names.stdout, preferred.stdout)
    },
    send: async (file, target) => {
      const outcome = await run('lp', listLpArguments(target, file))
      if (outcome.code !== 0) throw toLpFailure(outcome, target.printer)
    },
  }
}
