import { closeSync, openSync, rmSync, statSync } from 'node:fs'
import { basename, dirname, join } from 'node:path'
import type { Db } from './open-database.ts'
import { nameAside, sideFiles, takePlace } from './take-place.ts'

type Place = { readonly ino: bigint; readonly dev: bigint }

/** Which file lies at a path; null for none, undefined where that cannot be told. */
function look(path: string): Place | null | undefined {
  try {
    return statSync(path, { bigint: true, throwIfNoEntry: false }) ?? null
  } catch {
    return undefined
  }
}

/** Some disks number no files, or all 0: then another one cannot be told from the first. */
function isOther(found: Place, first: Place): boolean {
  return found.ino !== 0n && first.ino !== 0n && (found.ino !== first.ino || found.dev !== first.dev)
}

/** An open database and its place on the disk, which another program may take from it: SQLite does not notice. */
export type HeldPlace = {
  /** Whether its file is gone, or another lies there. */
  readonly isLost: () => boolean
  /**
   * Puts a file with all that the database holds back into its place, and closes it. What lies there is kept.
   * @returns the name under which it is kept; null where nothing lay there
   * @throws what SQLite or the disk throws, with the database open and all as it was
   */
  readonly putBack: (at: Date) => string | null
}

/** Where a file is written that is about to be put back: a kill leaves it there, and all may stand in it alone. */
export function nameFresh(path: string): string {
  return join(dirname(path), 'putting-back.db')
}

function remove(file: string): void {
  for (const suffix of ['', ...sideFiles]) rmSync(file + suffix, { force: true })
}

/** Remembers which file an open database is; what a kill left of one that was put back is no longer needed. */
export function holdPlace(db: Db): HeldPlace {
  const path = db.name
  if (!db.memory) remove(nameFresh(path))
  const first = db.memory ? undefined : look(path)
  let journal = look(`${path}-wal`)
  return {
    isLost: () => {
      if (!first) return false
      const found = look(path)
      if (found === undefined) return false
      if (found === null || isOther(found, first)) return true
      journal = look(`${path}-wal`)
      return false
    },
    putBack: (at) => {
      const fresh = nameFresh(path)
      try {
        remove(fresh)
        closeSync(openSync(fresh, 'wx', 0o600))
        db.prepare('VACUUM INTO ?').run(fresh)
        const left = look(`${path}-wal`)
        const isOwnJournal = Boolean(left && journal && !isOther(left, journal))
        const [aside, isTaken] = [nameAside(path, 'replaced', at), look(path) !== null]
        takePlace(fresh, path, aside)
        db.close() // which leaves alone what is now in its place
        if (isOwnJournal) for (const suffix of sideFiles) rmSync(aside + suffix, { force: true }) // all of it was put back
        return isTaken ? basename(aside) : null
      } catch (error) {
        remove(fresh)
        throw error
      }
    },
  }
}
