import { randomUUID } from 'node:crypto'
import { rmSync } from 'node:fs'
import { rm, writeFile } from 'node:fs/promises'
import { dirname, join } from 'node:path'
import { AppError } from '../domain/app-error.ts'
import { tell } from '../domain/message.ts'
import { reportVanished } from './print-failure.ts'
import type { PrintSystem, PrintTarget, Ticket } from './print-system.ts'
import { makePrivateFolder } from '../store/private-folder.ts'
import type { Reserve } from '../store/reserve.ts'
import { isFull, readErrorCode, toStorageError } from '../store/storage-error.ts'

/** Where it prints from: `folder` is ours alone and holds a sheet only while the print system takes it over. */
export type PrintPlace = {
  readonly folder: string
  readonly system: PrintSystem
  /** room on a full disk, taken again once the sheet is handed over */
  readonly reserve: Pick<Reserve, 'release' | 'keep'>
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
  if (sides !== null && !offered.sides.includes(sides))
    throw new AppError('printing-failed', tell('sides-not-offered', { printer }))
  if (tray !== null && !offered.trays.some(({ id }) => id === tray))
    throw new AppError('printing-failed', tell('tray-not-offered', { printer }))
}

/**
 * Writes the file that is handed over, for this account only; on a full disk once more, with what room can be made.
 * @throws AppError storage-failed, as for a full disk
 */
async function layDown(pdf: Uint8Array, file: string, reserve: PrintPlace['reserve']): Promise<void> {
  const write = async () => {
    makePrivateFolder(dirname(file))
    await writeFile(file, pdf, { mode: 0o600, flag: 'wx' })
  }
  try {
    await write().catch(async (error: unknown) => {
      if (!isFull(readErrorCode(error)) || !reserve.release()) throw error
      await rm(file, { force: true })
      await write()
    })
  } catch (error) {
    throw toStorageError(error, tell('what-print'))
  }
}

/**
 * Hands a PDF to a printer and leaves no copy of ours behind; the print system keeps its own until it is done.
 * @returns what to ask about the job with; null where it cannot be asked
 * @throws AppError printing-failed, or storage-failed where there is no room for the file, with the reason
 */
export async function printPdf(
  pdf: Uint8Array,
  target: PrintTarget,
  { folder, system, reserve }: PrintPlace,
): Promise<Ticket | null> {
  await checkTarget(target, system)
  const file = join(folder, `${randomUUID()}.pdf`)
  try {
    await layDown(pdf, file, reserve)
    return await system.send(file, target)
  } finally {
    await rm(file, { force: true })
    reserve.keep()
  }
}
