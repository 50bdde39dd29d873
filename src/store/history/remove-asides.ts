import { existsSync, readdirSync, readFileSync, rmSync, statSync, truncateSync, writeFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import type { IsoDate } from '../../domain/calendar.ts'
import { isFilled } from '../is-filled.ts'
import { attempt } from '../read-damaged.ts'

const asidePattern = /^history-(?:damaged|replaced)-(?<day>\d{4}-\d{2}-\d{2})?.*\.db(?:-wal|-shm|-journal)?$/u
/** What a history.db is called while it is put back or salvaged: a kill leaves it there. */
const halfPattern = /^(?:history-putting-back|salvaging-history)\.db(?:-wal|-shm|-journal)?$/u
/** Which damaged files were to be removed, a name in each line: so that the next start goes on. */
const noteName = 'history-to-remove.txt'

/** Removes a file, or at least what is in it: the wraps of a key. */
function removeFile(file: string): void {
  attempt(() => rmSync(file, { force: true }))
  attempt(() => {
    if (existsSync(file) && statSync(file).nlink === 1) truncateSync(file) // else it has another name, where it may be needed
  })
}

/** @returns those that still hold something */
function removeEach(folder: string, names: readonly string[]): string[] {
  const note = join(folder, noteName)
  if (names.length > 0) attempt(() => writeFileSync(note, names.join('\n'), { mode: 0o600 }))
  for (const name of names) removeFile(join(folder, name))
  const left = names.filter((name) => existsSync(join(folder, name)))
  if (left.length === 0) attempt(() => rmSync(note, { force: true }))
  return left.filter((name) => statSync(join(folder, name)).size > 0)
}

/** Those that were to be removed before. */
function readNoted(folder: string): string[] {
  const noted = attempt(() => readFileSync(join(folder, noteName), 'utf8')) ?? ''
  return noted.split('\n').filter((name) => asidePattern.test(name) || halfPattern.test(name))
}

/** The names of the files of the history that were set aside and hold something, without their journals. @throws what the disk throws */
export function listAsides(path: string): string[] {
  const folder = dirname(path)
  const isThere = (name: string) => asidePattern.test(name) && name.endsWith('.db') && isFilled(join(folder, name))
  const bare = (name: string) => name.slice(0, -'.db'.length) // of one second: "…-30-00" before "…-30-00-2"
  return readdirSync(folder)
    .filter(isThere)
    .toSorted((one, other) => (bare(one) < bare(other) ? -1 : 1))
}

/**
 * Removes the files that were set aside, and what kills left: what is removed of the history must not live on in them. What
 * cannot be removed is emptied, and tried again each time and at the next start.
 * @param before only those that were set aside before a day
 * @returns the names of those of which neither could be done
 * @throws what the disk throws
 */
export function removeAsides(path: string, before?: IsoDate): string[] {
  const folder = dirname(path)
  const isOld = (day: string | undefined) => before === undefined || (day !== undefined && day < before)
  const found = readdirSync(folder).filter((name) => {
    const match = asidePattern.exec(name)
    return match === null ? halfPattern.test(name) && before === undefined : isOld(match.groups?.['day'])
  })
  return removeEach(folder, [...new Set([...found, ...readNoted(folder)])])
}

/**
 * Goes on with what could not be removed before.
 * @param isSettled history.db is open whole, or off: what a kill left of one that was being written is needed no longer
 * @returns as `removeAsides`
 * @throws what the disk throws
 */
export function goOnRemoving(path: string, isSettled: boolean): string[] {
  const folder = dirname(path)
  const halves = isSettled ? readdirSync(folder).filter((name) => halfPattern.test(name)) : []
  return removeEach(folder, [...new Set([...halves, ...readNoted(folder)])])
}
