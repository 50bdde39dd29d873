import { randomUUID } from 'node:crypto'
import { Worker } from 'node:worker_threads'
import { toLocalDate } from '../domain/calendar.ts'
import { toKeptLogo } from '../domain/logo.ts'
import { openLibraryDatabase } from '../store/library-database.ts'
import { readHandout } from '../store/handout-store.ts'
import { sweepParts } from '../store/part-notes.ts'
import { makeReserve } from '../store/reserve.ts'
import { prepareSearch } from '../store/search-library.ts'
import { writeFileWhole } from '../store/write-file-whole.ts'
import { chooseWindowLanguage } from '../words/catalogue.ts'
import { catalogues } from '../words/catalogues.ts'
import { startAutoLock } from './auto-lock.ts'
import { writeFollowUps } from './export-follow-ups.ts'
import { writePatient } from './export-patient.ts'
import type { Services } from './services.ts'
import { holdWhenAsked } from './hold-result.ts'
import { keepAudit } from './keep-audit.ts'
import { keepBundles, type AskForBundles } from './keep-bundles.ts'
import { keepClinic } from './keep-clinic.ts'
import { keepHistory } from './keep-history.ts'
import { keepHabits, type AskForSnippets } from './keep-habits.ts'
import { keepLog } from './keep-log.ts'
import { keepRecords, type AskForRecords } from './keep-records.ts'
import { readLogoFile } from '../store/read-logo-file.ts'
import { keepLogo, toShownLogo } from './keep-logo.ts'
import { prepareMakeAgain } from './make-again.ts'
import { keepSettings } from './keep-settings.ts'
import { makeKeystore, type SafeStore } from './keystore.ts'
import { logFailure } from './log-failure.ts'
import type { Paths } from './paths.ts'
import { startPdfWorker } from './pdf-worker.ts'
import { keepPrintChoice } from './keep-print-choice.ts'
import { writeZip } from './write-zip.ts'
import { sweepPrintFolder } from './print-pdf.ts'
import { preparePrintCode } from './print-code.ts'
import { makePrintQueue } from './print-queue.ts'
import { readListedOptions } from './print-system.ts'
import { findPrintSystem } from './find-print-system.ts'
import { readLibrary } from '../content/read-library.ts'
import type { WorkerStart } from './render-messages.ts'
import { makeBackupRunner } from './run-backup.ts'
import { runProgram } from './run-program.ts'
import { createSheetSaver, type AskForPath } from './save-sheet.ts'

/** The system's dialogs; each gives null when it was closed. */
type AskForFiles = AskForRecords & {
  readonly forPath: AskForPath
  readonly forLogo: () => Promise<string | null>
  readonly forBundles: AskForBundles
  readonly forSnippets: AskForSnippets
  readonly forFollowUps: (suggestion: string) => Promise<string | null>
  readonly forPatient: (suggestion: string) => Promise<string | null>
}

/** What the computer and Electron are asked for. */
type Host = {
  readonly appVersion: string
  /** the language of the computer, as BCP 47 */
  readonly systemLanguage: string
  readonly safeStorage: SafeStore
  /** the names were locked, or the computer sleeps or locks its screen: the window is to forget what it shows */
  readonly onLockedAway: () => void
  /** how often the window was cleared of all it held */
  readonly countClearings: () => number
}

type OpenServices = {
  readonly services: Omit<Services, 'readAbout'>
  readonly close: () => void
  /** opens what was not asked for yet, so that nobody waits for it later */
  readonly openRest: () => void
  /** the window was used */
  readonly touch: () => void
  /** the computer sleeps or locks its screen */
  readonly lockNow: () => void
}

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
export function openServices(paths: Paths, ask: AskForFiles, host: Host): OpenServices {
  const shipped = holdWhenAsked('library.json', () => readLibrary(paths.library))
  const readTime = () => new Date()
  const reserve = makeReserve(paths.userData, 'records')
  const printReserve = makeReserve(paths.userData, 'printing')
  const kept = keepClinic({ paths, reserve, readTime })
  const logo = keepLogo(kept)
  const closings: (() => void)[] = []
  const worker = holdWhenAsked('the drawing thread', () => {
    const start = () => {
      const bytes = toShownLogo(logo.read())?.bytes ?? null
      const workerData: WorkerStart = { library: shipped().library, fonts: paths.fonts, logo: bytes }
      return new Worker(paths.renderWorker, { workerData })
    }
    const started = startPdfWorker(start, logFailure)
    closings.push(started.stop)
    return started
  })
  const index = holdWhenAsked('the search index', () => {
    const { library, hash } = shipped()
    const open = (path: string) => openLibraryDatabase(path, library, hash)
    const opened = tryElse(
      'library.db',
      () => open(paths.libraryDatabase),
      () => open(':memory:'),
    )
    closings.push(() => opened.close())
    return opened
  })
  const search = holdWhenAsked('the search', () => prepareSearch(index(), shipped().library))
  const settings = keepSettings(kept, readTime)
  const habits = keepHabits(kept, paths.writing, ask.forSnippets, readTime)
  const printChoice = keepPrintChoice(kept)
  const runBackup = makeBackupRunner((workerData) => new Worker(paths.backupWorker, { workerData }))
  const openLibrary = () => shipped().library
  const bundles = keepBundles(paths.bundles, paths.writing, openLibrary, ask.forBundles)
  const listBundles = async () => (await bundles.list()).bundles
  const records = keepRecords({ paths, kept, listBundles, reserves: [reserve, printReserve], runBackup, ask, readTime })
  const stopBackups = records.startDaily()
  const log = keepLog({ kept, openLibrary, shippedText: shipped, appVersion: host.appVersion, readTime })
  const { record, findLast, readTrouble } = keepAudit(kept, readTime)
  const history = keepHistory({
    path: paths.historyDatabase,
    clinicDatabase: paths.clinicDatabase,
    keystore: makeKeystore(host.safeStorage, process.platform),
    readTime,
    readSettings: records.readSettings,
    openLibrary,
    describe: log.describe,
    record,
    findLast,
    readAuditTrouble: readTrouble,
    reserve,
    onOpened: () => autoLock.touch(),
    onLockedAway: host.onLockedAway,
  })
  const autoLock = startAutoLock({
    readMinutes: () => records.readSettings().lockMinutes,
    lock: history.lockIfOpen,
  })
  const stopPurging = history.startPurging()
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
  /** How teach-back of a sheet went, as the log has it; null where nobody asked, or the log has it no longer. */
  const findOutcome = (id: string) =>
    tryElse(
      'how teach-back went',
      () => kept.use((db) => readHandout(db, id).teachBack),
      () => null,
    )
  const printSystem = findPrintSystem(process.platform, runProgram)

  /** The sheets drawn from now on have the logo of the copy. */
  const restore: typeof records.restore = async (file, folder) => {
    const status = await records.restore(file, folder)
    for (const each of [settings, logo, habits]) each.forgetUnkept() // else they would hide what was restored
    await worker()
      .takeLogo(toShownLogo(logo.read())?.bytes ?? null)
      .catch((error: unknown) => logFailure('the restored logo', error))
    return status
  }

  const printQueue = makePrintQueue({ folder: paths.printing, system: printSystem, reserve: printReserve })
  const findWindowLanguage = () => chooseWindowLanguage(settings.read().windowLanguage, host.systemLanguage)
  const drawCode = async (code: string) => {
    const { drawCodePage } = await import('./draw-code-page.ts') // the fonts are not needed at each start
    const today = toLocalDate(readTime())
    return drawCodePage(code, { clinic: settings.read(), language: findWindowLanguage(), today, fonts: paths.fonts })
  }

  const services: Omit<Services, 'readAbout'> = {
    bundles,
    habits,
    openLibrary,
    search: (words, language) => search()(words, language),
    readSettings: () => settings.read(),
    saveSettings: async (clinic) => {
      const { checkClinicPrints } = await import('./check-clinic-prints.ts') // the fonts are not needed at each start
      checkClinicPrints(clinic, paths.fonts)
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
    printQueue,
    printCode: preparePrintCode({ history, draw: drawCode, readSettings: () => settings.read(), printQueue, record }),
    listPrinters: () => printSystem.listPrinters(),
    readPrinterOptions: (printer) => readListedOptions(printSystem, printer),
    readPrintChoice: printChoice.read,
    keepPrintChoice: printChoice.save,
    log,
    makeAgain: prepareMakeAgain({
      kept,
      openLibrary,
      readLibraryHash: () => shipped().hash,
      appVersion: host.appVersion,
      readSettings: () => settings.read(),
      worker,
    }),
    records: { ...records, restore },
    history,
    touch: autoLock.touch,
    watchWindow: () => {
      const before = host.countClearings()
      return () => host.countClearings() === before
    },
    exportFollowUps: async (passphrase) => {
      history.listFollowUps() // nobody is asked where to while it is locked
      const path = await ask.forFollowUps(`caresheet-follow-up-${toLocalDate(readTime())}.zip`)
      if (path === null) return null
      const list = history.listFollowUps() // locked while the dialog stood there: nothing leaves
      const language = findWindowLanguage()
      const words = catalogues[language].window.followUps
      const csv = writeFollowUps(list, openLibrary(), language, words)
      const sealed = writeZip([{ name: 'follow-up.csv', bytes: csv }], passphrase, readTime())
      await writeFileWhole(path, sealed, paths.writing)
      record({ kind: 'follow-ups-exported', followUps: list.followUps.length })
      return path
    },
    exportPatient: async (sheets, passphrase) => {
      history.readPatient(sheets) // nobody is asked where to while it is locked
      const path = await ask.forPatient(`caresheet-patient-${toLocalDate(readTime())}.zip`)
      if (path === null) return { path, withoutPdf: 0 }
      const papers = history.readPatient(sheets) // locked or removed while the dialog stood there: nothing leaves
      const sealed = writePatient(papers, openLibrary(), findOutcome, readTime(), passphrase)
      await writeFileWhole(path, sealed, paths.writing)
      record({ kind: 'history-patient-exported', records: papers.length })
      return { path, withoutPdf: papers.filter(({ pdf }) => pdf === null).length }
    },
    readToday: () => toLocalDate(readTime()),
    markRecord: () => ({ id: randomUUID(), issuedAt: readTime().toISOString() }),
  }
  const close = () =>
    closeEach(...closings, autoLock.stop, stopBackups, stopPurging, history.close, kept.close, () =>
      sweepPrintFolder(paths.printing),
    )
  const openRest = () => {
    tryElse(
      'the search',
      () => void search(),
      () => undefined, // told to whoever searches
    )
  }
  return { services, close, openRest, touch: autoLock.touch, lockNow: history.lock }
}
