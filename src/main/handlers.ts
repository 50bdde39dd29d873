import { AppError } from '../domain/app-error.ts'
import { explainUnready, type Clinic } from '../domain/clinic.ts'
import type { IsoDate } from '../domain/calendar.ts'
import type { Language } from '../domain/ids.ts'
import type { Library } from '../domain/library.ts'
import { refuseUnsafe } from '../domain/refuse-unsafe.ts'
import type { Selection } from '../domain/selection.ts'
import type { About, ChangedLogo, Handlers, SavedSettings, SearchResult, ShownLogo } from '../ipc/contract.ts'
import type { PrintChoice } from '../domain/print-choice.ts'
import type { Printer, PrinterOptions } from '../ipc/printing.ts'
import type { RecordMark } from '../pdf/render-with-record.ts'
import type { KeptBundleFile } from './keep-bundles.ts'
import type { PrintQueue } from './print-queue.ts'
import type { RenderedSheet, RenderJob } from './render-messages.ts'
import type { Purpose } from './render-queue.ts'
import { suggestFileName } from './save-sheet.ts'

/** Everything that answers. Each may fail on its own with an AppError, which stops only those who need it. */
export type Services = {
  readonly bundles: KeptBundleFile
  readonly readAbout: () => About
  readonly openLibrary: () => Library
  readonly search: (words: string, language: Language) => SearchResult
  readonly readSettings: () => Clinic
  readonly saveSettings: (clinic: Clinic) => SavedSettings
  readonly readLogo: () => ShownLogo | null
  /** Asks for a file and takes it; null when the dialog was closed. */
  readonly chooseLogo: () => Promise<ChangedLogo | null>
  readonly removeLogo: () => Promise<ChangedLogo>
  readonly render: (job: RenderJob, purpose: Purpose) => Promise<RenderedSheet>
  readonly saveSheet: (pdf: Uint8Array, fileName: string) => Promise<string | null>
  readonly printQueue: PrintQueue
  readonly listPrinters: () => Promise<Printer[]>
  readonly readPrinterOptions: (printer: string) => Promise<PrinterOptions>
  readonly readPrintChoice: () => PrintChoice | null
  readonly keepPrintChoice: (choice: PrintChoice) => void
  readonly readToday: () => IsoDate
  /** the mark of a record made now */
  readonly markRecord: () => RecordMark
}

/** One line a channel, to what answers it. */
export function createHandlers(services: Services): Handlers {
  const draw = (selection: Selection, purpose: Purpose, record?: RecordMark) =>
    services.render({ selection, clinic: services.readSettings(), today: services.readToday(), record }, purpose)
  const drawForPaper = async (selection: Selection, record?: RecordMark) => {
    const unready = explainUnready(services.readSettings())
    if (unready !== null) throw new AppError('settings-missing', unready)
    refuseUnsafe(services.openLibrary(), selection)
    return draw(selection, 'paper', record)
  }
  return {
    'about.read': () => services.readAbout(),
    'bundles.list': () => services.bundles.list(),
    'bundles.keep': ({ bundles }) => services.bundles.keep(bundles),
    'bundles.import': () => services.bundles.takeFile(),
    'bundles.export': async () => ({ path: await services.bundles.saveFile() }),
    'library.open': () => services.openLibrary(),
    'library.search': ({ words, language }) => services.search(words, language),
    'settings.read': () => services.readSettings(),
    'settings.save': (clinic) => services.saveSettings(clinic),
    'logo.read': () => services.readLogo(),
    'logo.choose': () => services.chooseLogo(),
    'logo.remove': () => services.removeLogo(),
    'sheet.render': (selection) => draw(selection, 'preview'),
    'sheet.save': async ({ selection, withRecord }) => {
      const { pdf } = await drawForPaper(selection, withRecord ? services.markRecord() : undefined)
      return { path: await services.saveSheet(pdf, suggestFileName(selection.topic, services.readToday())) }
    },
    'sheet.print': async ({ selection, choice }) => {
      const { pdf, pages } = await drawForPaper(selection)
      services.keepPrintChoice(choice)
      return { job: services.printQueue.add({ pdf, pages, target: { ...choice, paper: selection.paper } }) }
    },
    'printers.list': () => services.listPrinters(),
    'printers.options': ({ printer }) => services.readPrinterOptions(printer),
    'printers.last': () => services.readPrintChoice(),
    'jobs.list': () => services.printQueue.list(),
    'jobs.cancel': async ({ job }) => {
      await services.printQueue.cancel(job)
      return {}
    },
  }
}
