import { randomUUID } from 'node:crypto'
import { rm, writeFile } from 'node:fs/promises'
import { rmSync } from 'node:fs'
import { join } from 'node:path'
import { AppError } from '../domain/app-error.ts'
import type { Paper } from '../domain/ids.ts'
import { listPrinters } from './list-printers.ts'
import { makePrivateFolder } from './private-folder.ts'
import type { Outcome, RunProgram } from './run-program.ts'

export type PrintJob = {
  readonly pdf: Uint8Array
  readonly printer: string
  readonly copies: number
  readonly paper: Paper
}
/** Where it prints from: `folder` is ours alone and holds a sheet only while the print system takes it over. */
export type PrintPlace = { readonly platform: NodeJS.Platform; readonly folder: string; readonly run: RunProgram }

const saveInstead = 'save the PDF and print it from your PDF reader'

/** The arguments of CUPS's `lp`. The title is what the printer's list of jobs shows to everyone: nothing of the patient. */
export function listLpArguments({ printer, copies, paper }: Omit<PrintJob, 'pdf'>, file: string): string[] {
  return ['-d', printer, '-n', String(copies), '-o', `media=${paper}`, '-t', 'CareSheet', '--', file]
}

/** A sentence from what `lp` said. @param outcome one that is not a success */
export function describeLpFailure({ code, stderr }: Outcome, printer: string): string {
  if (code === null) return `The print system of this computer did not answer. Please check it, or ${saveInstead}.`
  const reason = stderr
    .replaceAll(/^lp: (Error - )?/gm, '')
    .replaceAll(/\s+/g, ' ')
    .trim()
    .replace(/\.$/, '')
  const said = reason === '' ? `it ended with code ${code}` : reason
  return `The sheet was not printed on ${printer}: ${said}. Please check the printer, or ${saveInstead}.`
}

/** Removes sheets that a kill or a power cut left behind; at start. */
export function sweepPrintFolder(folder: string): void {
  rmSync(folder, { recursive: true, force: true })
}

/**
 * Hands a PDF to a printer and leaves no copy of ours behind; the print system keeps its own until it is done.
 * @throws AppError printing-failed with the reason, or not-available on Windows
 */
export async function printPdf(job: PrintJob, { platform, folder, run }: PrintPlace): Promise<void> {
  if (platform === 'win32')
    throw new AppError(
      'not-available',
      'Printing from CareSheet is not ready on Windows yet. Save the PDF and print it from your PDF reader.',
    )
  const printers = await listPrinters(run)
  if (!printers.some(({ name }) => name === job.printer))
    throw new AppError(
      'printing-failed',
      `The printer ${job.printer} is not there any more. Please choose another one.`,
    )
  const file = join(folder, `${randomUUID()}.pdf`)
  try {
    makePrivateFolder(folder)
    await writeFile(file, job.pdf, { mode: 0o600, flag: 'wx' })
    const outcome = await run('lp', listLpArguments(job, file))
    if (outcome.code !== 0) throw new AppError('printing-failed', describeLpFailure(outcome, job.printer))
  } finally {
    await rm(file, { force: true })
  }
}
