import { hashText } from '../content/hash-text.ts'
import { AppError } from '../domain/app-error.ts'
import type { IsoDate } from '../domain/calendar.ts'
import { explainUnready } from '../domain/clinic.ts'
import { refuseUnsafe } from '../domain/refuse-unsafe.ts'
import type { Selection } from '../domain/selection.ts'
import type { Handlers } from '../ipc/contract.ts'
import type { Message } from '../domain/message.ts'
import { joinNotKept } from '../domain/not-kept.ts'
import { answerHistoryWith } from './history-handlers.ts'
import type { GivenSheet } from './keep-log.ts'
import type { RecordMark } from '../pdf/render-with-record.ts'
import type { Purpose } from './render-queue.ts'
import { suggestFileName } from './save-sheet.ts'
import type { Services } from './services.ts'

/** By which a sheet is known that leaves once more: what was chosen and typed, and the day that stands on it. */
function markSheet({ selection, madeOn }: Pick<GivenSheet, 'selection' | 'madeOn'>): string {
  return hashText(JSON.stringify([selection, madeOn]))
}

/** One line a channel, to what answers it. */
export function createHandlers(services: Services): Handlers {
  const draw = (selection: Selection, purpose: Purpose, today: IsoDate, record?: RecordMark) =>
    services.render({ selection, clinic: services.readSettings(), today, record }, purpose)
  /** The sheet, with the day that stands on it: once it leaves it may be past midnight. */
  const drawForPaper = async (selection: Selection, record?: RecordMark) => {
    const unready = explainUnready(services.readSettings())
    if (unready !== null) throw new AppError('settings-missing', unready)
    refuseUnsafe(services.openLibrary(), selection)
    const madeOn = services.readToday()
    return { selection, madeOn, sheet: await draw(selection, 'paper', madeOn, record) }
  }
  /** Writes a sheet that has left into the log and the history. @returns why one of them, or both, lack it */
  const keep = (given: GivenSheet): Message | null => {
    const [notLogged, second] = [services.log.add(given), services.history.add(given)]
    if (second === null || second.id === 'retest-beyond-history') services.printQueue.settle(markSheet(given))
    return joinNotKept(notLogged, second, notLogged === null && services.records.readSettings().isLogKept)
  }
  return {
    'about.read': () => services.readAbout(),
    'bundles.list': () => services.bundles.list(),
    'bundles.keep': ({ bundles }) => services.bundles.keep(bundles),
    'bundles.import': () => services.bundles.takeFile(),
    'bundles.export': async () => ({ path: await services.bundles.saveFile() }),
    'habits.read': () => services.habits.read(),
    'habits.save': (habits) => services.habits.save(habits),
    'snippets.import': () => services.habits.takeFile(),
    'snippets.export': async () => ({ path: await services.habits.saveFile() }),
    ...answerHistoryWith(services),
    'library.open': () => services.openLibrary(),
    'library.search': ({ words, language }) => services.search(words, language),
    'settings.read': () => services.readSettings(),
    'settings.save': (clinic) => services.saveSettings(clinic),
    'logo.read': () => services.readLogo(),
    'logo.choose': () => services.chooseLogo(),
    'logo.remove': () => services.removeLogo(),
    'sheet.render': (selection) => draw(selection, 'preview', services.readToday()),
    'sheet.save': async ({ selection, withRecord }) => {
      const mark = services.markRecord()
      const isShown = services.watchWindow()
      const drawn = await drawForPaper(selection, withRecord ? mark : undefined)
      // cleared while it was drawn: nobody is asked where to put a sheet that is in no window
      const name = suggestFileName(selection.topic, drawn.madeOn)
      const path = isShown() ? await services.saveSheet(drawn.sheet.pdf, name) : null
      const given: GivenSheet = { id: mark.id, way: 'saved', copies: 1, ...drawn }
      return { path, handout: given.id, notLogged: path === null ? null : keep(given) }
    },
    'sheet.print': async ({ selection, choice }) => {
      const drawn = await drawForPaper(selection)
      services.keepPrintChoice(choice)
      const given: GivenSheet = { id: services.markRecord().id, way: 'printed', copies: choice.copies, ...drawn }
      const job = services.printQueue.add({
        pdf: drawn.sheet.pdf,
        pages: drawn.sheet.pages,
        target: { ...choice, paper: selection.paper },
        mark: markSheet(given),
        onTaken: () => keep(given),
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
    'log.list-staff': () => ({ staff: [...services.log.listStaff()] }),
    'log.record-teach-back': ({ handout, outcome }) => {
      services.log.recordTeachBack(handout, outcome)
      return {}
    },
    'log.count-before': ({ before }) => ({ sheets: services.records.countBefore(before) }),
    'log.purge': ({ before }) => ({ removed: services.records.purge(before) }),
    'records.status': () => services.records.readStatus(),
    'records.copy-trouble': () => ({ told: services.records.readCopyTrouble() }),
    'records.healed': () => ({ told: [...services.records.listHealed()] }),
    'records.hide-healed': () => {
      services.records.hideHealed()
      return {}
    },
    'records.back-up': () => services.records.backUp(),
    'records.restore': ({ file, folder }) => services.records.restore(file, folder),
    'records.export': async () => ({ path: await services.records.exportAll() }),
    'records.choose-folder': () => services.records.chooseFolder(),
    'records.use-own-folder': () => services.records.saveSettings({ backupFolder: null }),
    'records.read-settings': () => services.records.readSettings(),
    'records.save-settings': (settings) => {
      const saved = services.records.saveSettings(settings)
      services.history.purgeOld() // fewer days may be kept now
      return saved
    },
  }
}
