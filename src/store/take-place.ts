import { constants, copyFileSync, existsSync, linkSync, readdirSync, renameSync, rmSync, statSync } from 'node:fs'
import { basename, dirname, join } from 'node:path'
import { sumFile } from './sum-file.ts'
import { syncPath } from './sync-path.ts'

/** The files that SQLite keeps beside a database. */
export const sideFiles = ['-wal', '-shm', '-journal'] as const

/** A free name for a database that is set aside: "clinic-replaced-2026-11-22T09-30-00.db" for clinic.db. */
export function nameAside(path: string, why: 'replaced' | 'damaged', at: Date): string {
  const stamp = at.toISOString().slice(0, 19).replaceAll(':', '-')
  const name = (ending: string) => join(dirname(path), `${basename(path, '.db')}-${why}-${stamp}${ending}.db`)
  if (!existsSync(name(''))) return name('')
  let count = 2
  while (existsSync(name(`-${count}`))) count += 1
  return name(`-${count}`)
}

/** Keeps a database under another name; it stays in its place until something takes that. A journal is moved though its database is gone. */
function setAside(path: string, aside: string): void {
  if (existsSync(path)) nameAlso(path, aside)
  for (const suffix of sideFiles) if (existsSync(path + suffix)) renameSync(path + suffix, aside + suffix)
}

function nameAlso(path: string, aside: string): void {
  try {
    linkSync(path, aside)
  } catch {
    copyFileSync(path, aside, constants.COPYFILE_EXCL) // not every disk has links
    syncPath(aside)
  }
}

/** Whether two names are of one file. Some disks number no files. */
function isLinked(path: string, other: string): boolean {
  const [own, its] = [statSync(path, { bigint: true }), statSync(other, { bigint: true })]
  return own.nlink > 1n && own.ino === its.ino && own.dev === its.dev
}

/** Whether a file is a copy of another that nothing has opened since. */
function isCopied(path: string, other: string): boolean {
  return (
    !sideFiles.some((suffix) => existsSync(path + suffix) && existsSync(other + suffix)) &&
    statSync(path).size === statSync(other).size &&
    sumFile(path) === sumFile(other)
  )
}

/**
 * Gives back to a database the journal that it lost to its other name, when a kill came before anything took its place: what
 * stood only there would be missing. On a disk without links the other name is a copy, which nothing has changed since. To be
 * called before it is opened.
 */
export function undoSetAside(path: string): void {
  if (!existsSync(path)) return
  const namePattern = new RegExp(`^${basename(path, '.db')}-(?:replaced|damaged)-.*\\.db$`, 'u')
  for (const name of readdirSync(dirname(path))) {
    if (!namePattern.test(name)) continue
    const aside = join(dirname(path), name)
    const moved = sideFiles.filter((suffix) => existsSync(aside + suffix))
    if (!isLinked(path, aside) && (moved.length === 0 || !isCopied(path, aside))) continue
    for (const suffix of moved) renameSync(aside + suffix, path + suffix)
    rmSync(aside)
  }
}

/** Puts a new database, closed and whole, in the place of an old one, which is kept as `aside`. A kill leaves one or the other. */
export function takePlace(fresh: string, path: string, aside: string): void {
  setAside(path, aside)
  syncPath(fresh)
  renameSync(fresh, path)
  syncPath(dirname(path))
}
