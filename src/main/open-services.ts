import { randomUUID } from 'node:crypto'
import { Worker } from 'node:worker_threads'
import { toLocalDate } from '../domain/calendar.ts'
import { toKeptLogo } from '../domain/logo.ts'
import { checkPrintable } from '../pdf/check-printable.ts'
import { loadFonts } from '../pdf/load-fonts.ts'
import { listClinicTexts } from '../pdf/render-selection.ts'
import { openClinicDatabase } from '../store/clinic-database.ts'
import { openLibraryDatabase } from '../store/library-database.ts'
import { readLogoFile } from '../store/read-logo-file.ts'
import { prepareSearch } from '../store/search-library.ts'
import type { Services } from './handlers.ts'
import { holdResult } from './hold-result.ts'
import { keepBundles, type AskForBundles } from './keep-bundles.ts'
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
import { runProgram } from './run-program.ts'
import { createSheetSaver, type AskForPath } from './save-sheet.ts'

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
  ask: {
    readonly forPath: AskForPath
    readonly forLogo: () => Promise<string | null>
    readonly forBundles: AskForBundles
  },
): { readonly services: Omit<Services, 'readAbout'>; readonly close: () => void } {
  const shipped = holdResult('library.json', () => readLibrary(paths.library))
  const clinicDatabase = holdResult('clinic.db', () => openClinicDatabase(paths.clinicDatabase))
  const logo = keepLogo(clinicDatabase)
  const worker = holdResult('the drawing thread', () => {
    const start = () => {
      const bytes = toShownLogo(logo.read())?.bytes ?? null
      const workerData: WorkerStart = { library: shipped().library, fonts: paths.fonts, logo: bytes }
      return new Worker(paths.renderWorker, { workerData })
    }
    return startPdfWorker(start, logFailure)
  })
  const index = holdResult('the search index', () => {
    const { library, hash } = shipped()
    const open = (path: string) => openLibraryDatabase(path, library, hash)
    return tryElse(
      'library.db',
      () => open(paths.libraryDatabase),
      () => open(':memory:'),
    )
  })
  const search = holdResult('the search', () => prepareSearch(index(), shipped().library))
  const fonts = holdResult('the fonts', () => loadFonts(paths.fonts))
  const settings = keepSettings(clinicDatabase)
  const printChoice = keepPrintChoice(clinicDatabase)
  tryElse(
    'sweeping',
    () => sweepPrintFolder(paths.printing),
    () => undefined,
  )

  /** The thread that draws judges a logo: reading pictures would hold up the window. What it gives back is small. */
  const changeLogo = async (bytes: Uint8Array | null) => {
    const taken = await worker().takeLogo(bytes)
    return logo.save(taken && toKeptLogo(taken))
  }
  const printSystem = findPrintSystem(process.platform, runProgram)

  const services: Omit<Services, 'readAbout'> = {
    bundles: keepBundles(paths.bundles, () => shipped().library, ask.forBundles),
    openLibrary: () => shipped().library,
    search: (words, language) => search()(words, language),
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
    saveSheet: createSheetSaver(ask.forPath),
    printQueue: makePrintQueue({ folder: paths.printing, system: printSystem }),
    listPrinters: () => printSystem.listPrinters(),
    readPrinterOptions: (printer) => readListedOptions(printSystem, printer),
    readPrintChoice: printChoice.read,
    keepPrintChoice: printChoice.save,
    readToday: () => toLocalDate(new Date()),
    markRecord: () => ({ id: randomUUID(), issuedAt: new Date().toISOString() }),
  }
  const close = () =>
    closeEach(
      () => worker().stop(),
      () => index().close(),
      () => clinicDatabase().close(),
      () => sweepPrintFolder(paths.printing),
    )
  return { services, close }
}
