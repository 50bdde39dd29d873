import { closeSync, openSync, rmSync, statSync } from 'node:fs'
import { basename, dirname, join } from 'node:path'
import type { Db } from './open-database.ts'
import { nameAside, sideFiles, takePlace } from './take-place.ts'

type Place = { readonly ino: bigint; readonly dev: bigint; readonly size: bigint }
/** Which file lies at a path; null for none, undefined where that cannot be told. */
type Found = Place | null | undefined

function look(path: string): Found {
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

function isGone(now: Found, first: Found): boolean {
  return Boolean(first) && now !== undefined && !isSame(now, first)
}

function isSame(now: Found, first: Found): boolean {
  return Boolean(now && first && !isOther(now, first))
}

/** An open database and its place on the disk, which another program may take from it: SQLite does not notice. */
export type HeldPlace = {
  /** Whether its file, or its journal, is gone, or another lies there. */
  readonly isLost: () => boolean
  /**
   * Puts a file with all that the database holds back into its place, and closes it. What another program put there is kept.
   * @returns the name under which it is kept; null where nothing of another lay there
   * @throws what SQLite or the disk throws, with the database open and all as it was
   */
  readonly putBack: (at: Date) => string | null
}

/** Where a file is written that is about to be put back: a kill leaves it there, and all may stand in it alone. */
export function nameFresh(path: string): string {
  return join(dirname(path), `${basename(path, '.db')}-putting-back.db`)
}

function remove(file: string): void {
  for (const suffix of ['', ...sideFiles]) rmSync(file + suffix, { force: true })
}

/** Remembers which file an open database is. */
export function holdPlace(db: Db): HeldPlace {
  const path = db.name
  const journal = `${path}-wal`
  const [first, firstJournal] = db.memory ? [] : [look(path), look(journal)]
  return {
    isLost: () => isGone(look(path), first) || isGone(look(journal), firstJournal),
    putBack: (at) => {
      const fresh = nameFresh(path)
      try {
        remove(fresh)
        closeSync(openSync(fresh, 'wx', 0o600))
        db.prepare('VACUUM INTO ?').run(fresh)
        const [left, leftJournal] = [look(path), look(journal)]
        const isOwnJournal = leftJournal === null || leftJournal?.size === 0n || isSame(leftJournal, firstJournal)
        const isOwn = isOwnJournal && left?.ino !== 0n && isSame(left, first) // all of it is in the new one
        const aside = nameAside(path, 'replaced', at)
        takePlace(fresh, path, aside)
        db.close() // which leaves alone what is now in its place
        if (isOwnJournal) for (const suffix of sideFiles) rmSync(aside + suffix, { force: true })
        if (isOwn) rmSync(aside, { force: true })
        return left === null || isOwn ? null : basename(aside)
      } catch (error) {
        remove(fresh)
        throw error
      }
    },
  }
}
