import type { Services } from '../../src/main/handlers.ts'
import { Clinic } from '../../src/domain/clinic.ts'
import { makeLibrary } from '../store/make-library.ts'

/** Services that answer from memory; `change` replaces some. */
export function makeServices(change: Partial<Services> = {}): Services {
  return {
    openLibrary: () => makeLibrary(),
    search: () => [],
    readSettings: () => Clinic.parse({ name: 'A clinic', emergencyNumber: '112' }),
    saveSettings: (clinic) => ({ clinic, notKept: null }),
    render: async () => ({ pdf: new Uint8Array([37, 80, 68, 70]), pages: 2, sheetId: '1f' }),
    saveSheet: async (_pdf, fileName) => `/home/${fileName}`,
    print: async () => undefined,
    listPrinters: async () => [],
    readToday: () => '2026-11-22',
    ...change,
  }
}
