import { existsSync, readdirSync, readFileSync, rmSync, statSync, truncateSync, writeFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { attempt } from '../read-damaged.ts'

const asidePattern = /^history-damaged-.*\.db(-wal|-shm|-journal)?$/u
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

/**
 * Removes the damaged files that were set aside: what is removed of the history must not live on in them. What cannot be
 * removed is emptied, and tried again at the next start.
 * @returns the names of those of which neither could be done
 * @throws what the disk throws
 */
export function removeAsides(path: string): string[] {
  const folder = dirname(path)
  return removeEach(
    folder,
    readdirSync(folder).filter((name) => asidePattern.test(name)),
  )
}

/** Goes on with what could not be removed before. @returns as `removeAsides` @throws what the disk throws */
export function goOnRemoving(path: string): string[] {
  const folder = dirname(path)
  const noted = attempt(() => readFileSync(join(folder, noteName), 'utf8'))
  return noted === undefined
    ? []
    : removeEach(
        folder,
        noted.split('\n').filter((name) => asidePattern.test(name)),
      )
}
