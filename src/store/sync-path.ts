import { closeSync, fsyncSync, openSync } from 'node:fs'

/** Makes the bytes of a file, or the names in a folder, survive a power cut, as far as the system can. */
export function syncPath(path: string): void {
  try {
    const handle = openSync(path, 'r')
    try {
      fsyncSync(handle)
    } finally {
      closeSync(handle)
    }
  } catch {
    // Windows and some network disks cannot do it; the bytes are handed over all the same.
  }
}
