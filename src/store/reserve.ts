import { closeSync, fsyncSync, openSync, rmSync, statSync, writeSync } from 'node:fs'
import { join } from 'node:path'

/** A file that takes up space, to be given back when the disk is full: without it not even a deletion could be written. */
export type Reserve = {
  /** Takes the space, if it is not taken already. Silent when there is none to take. */
  readonly keep: () => void
  /** Gives the space back. @returns whether there was any */
  readonly release: () => boolean
  /** whether it was given back since it was last taken */
  readonly isReleased: () => boolean
}

const size = 1024 * 1024

/**
 * A reserve of 1 MB. The records and the printing have one each: what the log takes must not keep a sheet from printing.
 * @param use what it is for, which is also how its file is called
 */
export function makeReserve(folder: string, use: 'records' | 'printing'): Reserve {
  const path = join(folder, `reserve-${use}`)
  let isReleased = false
  const measure = () => statSync(path, { throwIfNoEntry: false })?.size ?? 0
  return {
    keep: () => {
      if (measure() >= size) return
      try {
        const handle = openSync(path, 'w', 0o600)
        try {
          writeSync(handle, Buffer.alloc(size, 'reserve '))
          fsyncSync(handle)
        } finally {
          closeSync(handle)
        }
        if (measure() < size) throw new Error('the disk took a part only')
        isReleased = false
      } catch {
        rmSync(path, { force: true }) // half a reserve would only keep others from the last of the space
      }
    },
    release: () => {
      const had = measure() > 0
      rmSync(path, { force: true })
      if (had) isReleased = true
      return had
    },
    isReleased: () => isReleased,
  }
}
