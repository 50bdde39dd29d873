import { randomUUID } from 'node:crypto'
import { rmSync } from 'node:fs'
import { rm, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { AppError } from '../domain/app-error.ts'
import { reportVanished } from './print-failure.ts'
import type { PrintSystem, PrintTarget, Ticket } from './print-system.ts'
import { makePrivateFolder } from '../store/private-folder.ts'
import type { Reserve } from '../store/reserve.ts'
import { isFull, readErrorCode } from '../store/storage-error.ts'

/** Where it prints from: `folder` is ours alone and holds a sheet only while the print system takes it over. */
export type PrintPlace = {
  readonly folder: string
  readonly system: PrintSystem
  /** room on a full disk, taken again once the sheet is handed over */
  readonly reserve: Pick<Reserve, 'release' | 'keep'>
}

/** Writes a file that must not be there yet; on a full disk once more, with what room can be made. */
async function writePrivate(file: string, pdf: Uint8Array, reserve: PrintPlace['reserve']): Promise<void> {
  const write = () => writeFile(file, pdf, { mode: 0o600, flag: 'wx' })
  try {
    await write()
  } catch (error) {
    if (!isFull(readErrorCode(error)) || !reserve.release()) throw error
    await rm(file, { force: true })
    await write()
  }
}

/** Removes sheets that a kill or a power cut left behind; at start. */
export function sweepPrintFolder(folder: string): void {
  rmSync(folder, { recursive: true, force: true })
}

/** Only what the print system itself named may stand in a command, and a printer may have changed since it was chosen. */
async function checkTarget({ printer, sides, tray }: PrintTarget, system: PrintSystem): Promise<void> {
  const printers = await system.listPrinters()
  if (!printers.some(({ name }) => name === printer)) throw reportVanished(printer)
  if (sides === null && tray === null) return
  const offered = await system.readOptions(printer)
  const lacks =
    sides !== null && !offered.sides.includes(sides)
      ? 'the sides'
      : tray !== null && !offered.trays.some(({ id }) => id === tray)
        ? 'the tray'
        : null
  if (lacks !== null)
    throw new AppError(
      'printing-failed',
      `${printer} no longer offers ${lacks} you chose. Please look at Printer options and print again.`,
    )
}

/**
 * Hands a PDF to a printer and leaves no copy of ours behind; the print system keeps its own until it is done.
 * @returns what to ask about the job with; null where it cannot be asked
 * @throws AppError printing-failed with the reason
 */
export async function printPdf(
  pdf: Uint8Array,
  target: PrintTarget,
  { folder, system, reserve }: PrintPlace,
): Promise<Ticket | null> {
  await checkTarget(target, system)
  const file = join(folder, `${randomUUID()}.pdf`)
  try {
    makePrivateFolder(folder)
    await writePrivate(file, pdf, reserve)
    return await system.send(file, target)
  } finally {
    await rm(file, { force: true })
    reserve.keep()
  }
}
