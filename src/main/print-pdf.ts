import { randomUUID } from 'node:crypto'
import { rmSync } from 'node:fs'
import { rm, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { AppError } from '../domain/app-error.ts'
import type { PrintSystem, PrintTarget } from './print-system.ts'
import { makePrivateFolder } from './private-folder.ts'

export type PrintJob = PrintTarget & { readonly pdf: Uint8Array }
/** Where it prints from: `folder` is ours alone and holds a sheet only while the print system takes it over. */
export type PrintPlace = { readonly folder: string; readonly system: PrintSystem }

/** Removes sheets that a kill or a power cut left behind; at start. */
export function sweepPrintFolder(folder: string): void {
  rmSync(folder, { recursive: true, force: true })
}

/**
 * Hands a PDF to a printer and leaves no copy of ours behind; the print system keeps its own until it is done.
 * @throws AppError printing-failed with the reason
 */
export async function printPdf({ pdf, ...target }: PrintJob, { folder, system }: PrintPlace): Promise<void> {
  const printers = await system.listPrinters()
  if (!printers.some(({ name }) => name === target.printer))
    throw new AppError(
      'printing-failed',
      `The printer ${target.printer} is not there any more. Please choose another one.`,
    )
  const file = join(folder, `${randomUUID()}.pdf`)
  try {
    makePrivateFolder(folder)
    await writeFile(file, pdf, { mode: 0o600, flag: 'wx' })
    await system.send(file, target)
  } finally {
    await rm(file, { force: true })
  }
}
