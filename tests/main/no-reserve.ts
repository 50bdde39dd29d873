import type { PrintPlace } from '../../src/main/print-pdf.ts'

/** A disk that has no room set aside. */
export const noReserve: PrintPlace['reserve'] = { release: () => false, keep: () => undefined }
