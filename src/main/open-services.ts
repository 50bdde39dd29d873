import { randomUUID } from 'node:crypto'
import { Worker } from 'node:worker_threads'
import { toLocalDate } from '../domain/calendar.ts'
import { toKeptLogo } from '../domain/logo.ts'
import { checkPrintable } from '../pdf/check-printable.ts'
import { loadFonts } from '../pdf/load-fonts.ts'
import { listClinicTexts } from '../pdf/render-selection.ts'
import { openLibraryDatabase } from '../store/library-database.ts'
import { sweepParts } from '../store/part-notes.ts'
import { makeReserve } from '../store/reserve.ts'
import { searchLibrary } from '../store/search-library.ts'
import type { Services } from './handlers.ts'
import { holdResult } from './hold-result.ts'
import { keepClinic } from './keep-clinic.ts'
import { keepLog } from './keep-log.ts'
import { keepRecords, type AskForRecords } from './keep-records.ts'
import { readLogoFile } from '../store/read-logo-file.ts'
import { keepLogo, toShownLogo } from './keep-logo.ts'
import { keepSettings } from './keep-settings.ts'
import { logFailure } from './log-failure.ts'
import type { Paths } from './paths.ts'
import { startPdfWorker } from './pdf-worker.ts'
import { keepPrintChoice } from './keep-print-choice.ts'
import { sweepPrintFolder } from './print-pdf.ts'
import { makePrintQueue } from './print-queue.ts'
import { readListedOptions } from './print-system.ts'
import { findPrintSystem } from './find-print-system.ts'
import { readLibrary } from '../content/read-library.ts'
import type { WorkerStart } from './render-messages.ts'
import { makeBackupRunner } from './run-backup.ts'
import { runProgram } from './run-program.ts'
import { createSheetSaver, type AskForPath } from './save-sheet.ts'

/** The system's dialogs; each gives null when it was closed. */
type AskForFiles = AskForRecords & { readonly forPath: AskForPath; readonly forLogo: () => Promise<string | null> }

/** Does `first`, or `second` when that fails: nothing on a disk may stop the printing of a sheet. */
function tryElse<T>(what: string, first: () => T, second: () => T): T {
  try {
    return first()
  } catch (error) {
    logFailure(what, error)
    return second()
  }
}

/** Closes what is open, and is silent about what never was. */
function closeEach(...closings: readonly (() => void)[]): void {
  for (const close of closings)
    try {
      close()
    } catch {
      // It never opened, which was logged then.
    }
}

/** Opens everything that answers the window. Nothing thrown here: what cannot be opened says so to those who need it. */
export function openServices(
  paths: Paths,
  ask: AskForFiles,
  appVersion: string,
): { readonly services: Services; readonly close: () => void } {
  const shipped = holdResult('library.json', () => readLibrary(paths.library))
  const readTime = () => new Date()
  const reserve = makeReserve(paths.userData, 'records')
  const printReserve = makeReserve(paths.userData, 'printing')
  const kept = keepClinic({ paths, reserve, readTime })
  const logo = keepLogo(kept.open)
  const worker = holdResult('the drawing thread', () => {
    const start = () => {
      const bytes = toShownLogo(logo.read())?.bytes ?? null
      const workerData: WorkerStart = { library: shipped().library, fonts: paths.fonts, logo: bytes }
      return new Worker(paths.renderWorker, { workerData })
    }
    return startPdfWorker(start, logFailure)
  })
  const index = holdResult('the search', () => {
    const { library, hash } = shipped()
    const open = (path: string) => openLibraryDatabase(path, library, hash)
    return tryElse(
      'library.db',
      () => open(paths.libraryDatabase),
      () => open(':memory:'),
    )
  })
  const fonts = holdResult('the fonts', () => loadFonts(paths.fonts))
  const settings = keepSettings(kept, readTime)
  const printChoice = keepPrintChoice(kept.open)
  const runBackup = makeBackupRunner((workerData) => new Worker(paths.backupWorker, { workerData }))
  const records = keepRecords({ paths, kept, reserves: [reserve, printReserve], runBackup, ask, readTime })
  const stopBackups = records.startDaily()
  tryElse(
    'sweeping',
    () => (sweepPrintFolder(paths.printing), sweepParts(paths.writing)),
    () => undefined,
  )

  /** The thread that draws judges a logo: reading pictures would hold up the window. What it gives back is small. */
  const changeLogo = async (bytes: Uint8Array | null) => {
    const taken = await worker().takeLogo(bytes)
    return logo.save(taken && toKeptLogo(taken))
  }
  const printSystem = findPrintSystem(process.platform, runProgram)

  const services: Services = {
    openLibrary: () => shipped().library,
    search: (words) => searchLibrary(index(), shipped().library, words),
    readSettings: () => settings.read(),
    saveSettings: (clinic) => {
      checkPrintable(listClinicTexts(clinic), fonts())
      return settings.save(clinic)
    },
    readLogo: () => toShownLogo(logo.read()),
    chooseLogo: async () => {
      const path = await ask.forLogo()
      return path === null ? null : changeLogo(await readLogoFile(path))
    },
    removeLogo: () => changeLogo(null),
    render: async (job, purpose) => worker().render(job, purpose),
    saveSheet: createSheetSaver(ask.forPath, paths.writing),
    printQueue: makePrintQueue({ folder: paths.printing, system: printSystem, reserve: printReserve }),
    listPrinters: () => printSystem.listPrinters(),
    readPrinterOptions: (printer) => readListedOptions(printSystem, printer),
    readPrintChoice: printChoice.read,
    keepPrintChoice: printChoice.save,
    log: keepLog({ kept, openLibrary: () => shipped().library, appVersion, readTime }),
    records,
    readToday: () => toLocalDate(readTime()),
    markRecord: () => ({ id: randomUUID(), issuedAt: readTime().toISOString() }),
  }
  const close = () =>
    closeEach(
      () => worker().stop(),
      () => index().close(),
      stopBackups,
      kept.close,
      () => sweepPrintFolder(paths.printing),
    )
  return { services, close }
}
