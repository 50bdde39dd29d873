import type { Services } from '../../src/main/services.ts'
import type { HistoryStatus } from '../../src/ipc/history.ts'
import type { KeptHistory } from '../../src/main/keep-history.ts'
import type { KeptRecords } from '../../src/main/keep-records.ts'
import type { PrintOrder, PrintQueue } from '../../src/main/print-queue.ts'
import { Clinic } from '../../src/domain/clinic.ts'
import { Habits } from '../../src/domain/habits.ts'
import { RecordSettings } from '../../src/domain/record-settings.ts'
import { parseSelection } from '../../src/domain/selection.ts'
import { makeRecord } from '../store/history/make-record.ts'
import { aHandout, makeHandout } from '../store/make-handout.ts'
import { makeLibrary } from '../store/make-library.ts'

/** A queue that keeps what was added and never prints. */
export function makeQueue(orders: PrintOrder[] = []): PrintQueue {
  return {
    add: (order) => orders.push(order),
    list: async () => [],
    settle: () => undefined,
    cancel: async () => undefined,
  }
}

/** Records of which there are none. */
function makeRecords(): KeptRecords {
  const status = { backups: [], folder: '/backups', ownFolder: '/backups', notices: [] }
  const settings = RecordSettings.parse({})
  return {
    readSettings: () => settings,
    saveSettings: (change) => ({ ...settings, ...change }),
    countBefore: () => 0,
    purge: () => 0,
    readStatus: () => status,
    readCopyTrouble: () => null,
    listHealed: () => [],
    hideHealed: () => undefined,
    backUp: async () => status,
    restore: async () => status,
    exportAll: async () => null,
    chooseFolder: async () => settings,
    startDaily: () => () => undefined,
  }
}

/** A recovery code as one is made. */
export const aCode = '7F3A-91C2-0000-KMNP-QRST-VWXY-ZABC-DEFG'

/** A history that is off, and has one record all the same. */
function makeHistory(): KeptHistory {
  const status: HistoryStatus = {
    state: 'off',
    by: null,
    keystoreRefusal: null,
    days: 30,
    lockMinutes: 5,
    records: 0,
    isCodeUnkept: false,
    nextTry: null,
    notices: [],
  }
  return {
    readStatus: () => status,
    switchOn: async () => ({ status, recoveryCode: aCode }),
    unlock: async () => status,
    recover: async () => status,
    renewCode: () => aCode,
    isCode: () => true,
    recordCodeKept: () => status,
    lock: () => undefined,
    lockIfOpen: () => undefined,
    erase: () => status,
    add: () => null,
    list: () => ({ records: [], next: null, damaged: 0 }),
    show: () => ({
      record: makeRecord(1, { handout: makeHandout(1, { topic: 'tired-engine' }) }),
      pdf: new Uint8Array([37, 80, 68, 70]),
      isOutdated: false,
    }),
    remove: () => undefined,
    listPatient: () => ({ records: [], damaged: 0 }),
    readPatient: () => [],
    removePatient: () => undefined,
    recordDone: () => undefined,
    listFollowUps: () => ({ followUps: [], damaged: 0 }),
    purge: () => 0,
    countOld: () => 0,
    purgeOld: () => undefined,
    startPurging: () => () => undefined,
    close: () => undefined,
  }
}

/** Services that answer from memory; `change` replaces some. */
export function makeServices(change: Partial<Services> = {}): Services {
  return {
    bundles: {
      list: async () => ({ bundles: [], told: [] }),
      keep: async (bundles) => ({ bundles: [...bundles], told: [] }),
      takeFile: async () => null,
      takeFrom: async () => ({ bundles: [], told: [], taken: 0 }),
      saveFile: async () => null,
    },
    habits: {
      read: () => Habits.parse({}),
      save: (habits) => ({ habits, told: [] }),
      forgetUnkept: () => undefined,
      takeFile: async () => null,
      saveFile: async () => null,
    },
    readAbout: () => ({
      version: '0.1.0',
      electron: '45',
      chromium: '150',
      node: '24',
      standsInFor: null,
      licences: [],
    }),
    openLibrary: () => makeLibrary(),
    search: () => ({ hits: [], meant: null }),
    readSettings: () => Clinic.parse({ name: 'A clinic', emergencyNumber: '112' }),
    saveSettings: async (clinic) => ({ clinic, notKept: null }),
    readLogo: () => null,
    chooseLogo: async () => null,
    removeLogo: async () => ({ logo: null, notKept: null }),
    render: async () => ({ pdf: new Uint8Array([37, 80, 68, 70]), pages: 2, sheetId: '1f' }),
    saveSheet: async (_pdf, fileName) => `/home/${fileName}`,
    printQueue: makeQueue(),
    listPrinters: async () => [],
    readPrinterOptions: async () => ({ sides: [], trays: [] }),
    readPrintChoice: () => null,
    keepPrintChoice: () => undefined,
    printCode: async () => 1,
    log: {
      add: () => null,
      addAgain: () => null,
      describe: () => aHandout,
      list: () => ({ handouts: [], next: null, damaged: 0 }),
      listStaff: () => [],
      recordTeachBack: () => undefined,
    },
    makeAgain: async () => ({
      handout: aHandout,
      selection: parseSelection({ topic: 'tired-engine', language: 'en', causes: [{ id: 'rust' }] }),
      sheet: { pdf: new Uint8Array([37, 80, 68, 70]), pages: 2, sheetId: '1f' },
      retestOn: null,
      isOutdated: false,
    }),
    records: makeRecords(),
    history: makeHistory(),
    touch: () => undefined,
    watchWindow: () => () => true,
    exportFollowUps: async () => null,
    exportPatient: async () => ({ path: null, withoutPdf: 0 }),
    readToday: () => '2026-11-22',
    markRecord: () => ({ id: '5f0c1c1e-7a0b-4b4e-9d5a-3f1f4f1d2c3b', issuedAt: '2026-11-22T09:30:00Z' }),
    ...change,
  }
}
