import { AppError } from '../domain/app-error.ts'
import { explainUnready, type Clinic } from '../domain/clinic.ts'
import type { IsoDate } from '../domain/calendar.ts'
import type { Library } from '../domain/library.ts'
import { refuseUnsafe } from '../domain/refuse-unsafe.ts'
import type { Selection } from '../domain/selection.ts'
import type { ChangedLogo, Handlers, SavedSettings, SearchHit, ShownLogo } from '../ipc/contract.ts'
import type { PrintChoice } from '../domain/print-choice.ts'
import type { GivenSheet, KeptLog } from './keep-log.ts'
import type { KeptRecords } from './keep-records.ts'
import type { Printer, PrinterOptions } from '../ipc/printing.ts'
import type { RecordMark } from '../pdf/render-with-record.ts'
import type { PrintQueue } from './print-queue.ts'
import type { RenderedSheet, RenderJob } from './render-messages.ts'
import type { Purpose } from './render-queue.ts'
import { suggestFileName } from './save-sheet.ts'

/** Everything that answers. Each may fail on its own with an AppError, which stops only those who need it. */
export type Services = {
  readonly openLibrary: () => Library
  readonly search: (words: string) => SearchHit[]
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
  readonly log: KeptLog
  readonly records: KeptRecords
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
    'library.open': () => services.openLibrary(),
    'library.search': ({ words }) => services.search(words),
    'settings.read': () => services.readSettings(),
    'settings.save': (clinic) => services.saveSettings(clinic),
    'logo.read': () => services.readLogo(),
    'logo.choose': () => services.chooseLogo(),
    'logo.remove': () => services.removeLogo(),
    'sheet.render': (selection) => draw(selection, 'preview'),
    'sheet.save': async ({ selection, withRecord }) => {
      const mark = services.markRecord()
      const sheet = await drawForPaper(selection, withRecord ? mark : undefined)
      const path = await services.saveSheet(sheet.pdf, suggestFileName(selection.topic, services.readToday()))
      const given: GivenSheet = { id: mark.id, way: 'saved', copies: 1, selection, sheet }
      return { path, handout: given.id, notLogged: path === null ? null : services.log.add(given) }
    },
    'sheet.print': async ({ selection, choice }) => {
      const sheet = await drawForPaper(selection)
      services.keepPrintChoice(choice)
      const given: GivenSheet = {
        id: services.markRecord().id,
        way: 'printed',
        copies: choice.copies,
        selection,
        sheet,
      }
      const job = services.printQueue.add({
        pdf: sheet.pdf,
        pages: sheet.pages,
        target: { ...choice, paper: selection.paper },
        onTaken: () => services.log.add(given),
      })
      return { job, handout: given.id }
    },
    'printers.list': () => services.listPrinters(),
    'printers.options': ({ printer }) => services.readPrinterOptions(printer),
    'printers.last': () => services.readPrintChoice(),
    'jobs.list': () => services.printQueue.list(),
    'jobs.cancel': async ({ job }) => {
      await services.printQueue.cancel(job)
      return {}
    },
    'log.list': ({ filter, before, limit }) => services.log.list(filter, before, limit),
    'log.record-teach-back': ({ handout, outcome }) => {
      services.log.recordTeachBack(handout, outcome)
      return {}
    },
    'log.purge': ({ before }) => ({ removed: services.records.purge(before) }),
    'records.status': () => services.records.readStatus(),
    'records.back-up': () => services.records.backUp(),
    'records.restore': ({ file }) => services.records.restore(file),
    'records.export': async () => ({ path: await services.records.exportAll() }),
    'records.choose-folder': () => services.records.chooseFolder(),
    'records.use-own-folder': () => services.records.saveSettings({ backupFolder: null }),
    'records.read-settings': () => services.records.readSettings(),
    'records.save-settings': (settings) => services.records.saveSettings(settings),
  }
}
