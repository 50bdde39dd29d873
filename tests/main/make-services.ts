import type { Services } from '../../src/main/handlers.ts'
import type { PrintOrder, PrintQueue } from '../../src/main/print-queue.ts'
import { Clinic } from '../../src/domain/clinic.ts'
import { makeLibrary } from '../store/make-library.ts'

/** A queue that keeps what was added and never prints. */
export function makeQueue(orders: PrintOrder[] = []): PrintQueue {
  return {
    add: (order) => orders.push(order),
    list: async () => [],
    cancel: async () => undefined,
  }
}

/** Services that answer from memory; `change` replaces some. */
export function makeServices(change: Partial<Services> = {}): Services {
  return {
    bundles: {
      list: async () => ({ bundles: [], told: [] }),
      keep: async (bundles) => ({ bundles: [...bundles], told: [] }),
      takeFile: async () => null,
      saveFile: async () => null,
    },
    readAbout: () => ({ version: '0.1.0', electron: '45', chromium: '150', node: '24', licences: [] }),
    openLibrary: () => makeLibrary(),
    search: () => ({ hits: [], meant: null }),
    readSettings: () => Clinic.parse({ name: 'A clinic', emergencyNumber: '112' }),
    saveSettings: (clinic) => ({ clinic, notKept: null }),
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
    readToday: () => '2026-11-22',
    markRecord: () => ({ id: '5f0c1c1e-7a0b-4b4e-9d5a-3f1f4f1d2c3b', issuedAt: '2026-11-22T09:30:00Z' }),
    ...change,
  }
}
