import { closeSync, copyFileSync, existsSync, openSync, readdirSync, renameSync, rmSync, statSync } from 'node:fs'
import { randomUUID } from 'node:crypto'
import { dirname, join } from 'node:path'
import Database from 'better-sqlite3'
import { AppError } from '../domain/app-error.ts'
import type { IsoDate } from '../domain/calendar.ts'
import { tell } from '../domain/message.ts'
import { checkRecords, sealedTables } from './check-records.ts'
import { findCopiesNote, readCopiesNote } from './copies-note.ts'
import { listCopyNames, nameCopy } from './copy-name.ts'
import { findBackupFolder } from './keep-old-version.ts'
import { DamagedFile, toStorageError } from './storage-error.ts'
import { isSameContent, sumContent, type TableSum } from './sum-content.ts'
import { sumFile } from './sum-file.ts'
import { syncPath } from './sync-path.ts'
import { sideFiles } from './take-place.ts'

/** Whose copy it is: of this installation, of another, or not known, as its name is of before they told it. */
type Origin = 'here' | 'elsewhere' | 'unknown'

/** A copy of the records: the name of its file, the day it is of, its size in bytes. */
export type Backup = { readonly file: string; readonly day: IsoDate; readonly size: number; readonly from: Origin }

const kept = 3
/** Large, for this runs in a thread that holds up nobody. */
const pagesAtOnce = 10_000

/**
 * Sorts copies, newest first. One of a day that is still to come was made while the clock was ahead: it counts as older than
 * all others.
 */
export function compareAge(today: IsoDate): (a: Pick<Backup, 'day'>, b: Pick<Backup, 'day'>) => number {
  return (a, b) => Number(a.day > today) - Number(b.day > today) || b.day.localeCompare(a.day)
}

/**
 * The copies in a folder, newest first; none for a folder that is not there.
 * @param path clinic.db, by which it is told whose they are
 */
export function listBackups(path: string, folder: string, today: IsoDate): Backup[] {
  try {
    const installation = findCopiesNote(path)?.installation
    const nameless = folder === findBackupFolder(path) ? 'here' : 'unknown'
    const found = listCopyNames(folder).map(({ file, day, of }): Backup => {
      const from = of === undefined ? nameless : of === installation ? 'here' : 'elsewhere'
      return { file, day, size: statSync(join(folder, file)).size, from }
    })
    const compare = compareAge(today)
    return found.toSorted((a, b) => compare(a, b) || Number(b.from === 'here') - Number(a.from === 'here'))
  } catch {
    return []
  }
}

/** Copies a database as it stands at one instant, while others go on writing. @returns what it held then */
async function copyWhole(path: string, part: string): Promise<TableSum[]> {
  const source = new Database(path, { readonly: true, timeout: 5000 })
  try {
    source.exec('BEGIN')
    const sums = sumContent(source, sealedTables) // from here on this connection sees nothing that is written later
    await source.backup(part, { progress: () => pagesAtOnce })
    source.exec('COMMIT')
    return sums
  } finally {
    source.close()
  }
}

/** Reads a copy again, all of it. @throws AppError storage-failed when it is not what was copied, or that was damaged already */
function checkCopy(part: string, expected: readonly TableSum[]): void {
  const copy = new Database(part)
  try {
    copy.pragma('journal_mode = DELETE') // one file, that can be carried away
    const { damaged } = checkRecords(copy)
    if (!isSameContent(sumContent(copy, sealedTables), expected))
      throw new AppError('storage-failed', tell('backup-differs'))
    if (damaged > 0) throw new DamagedFile('storage-failed', tell('backup-of-damaged'))
  } finally {
    copy.close()
  }
}

/** Copies a file to where copies go, and reads it again there. @throws AppError storage-failed when it is not the same */
function carry(from: string, to: string): void {
  closeSync(openSync(to, 'wx', 0o600))
  copyFileSync(from, to)
  syncPath(to)
  if (sumFile(to) !== sumFile(from)) throw new AppError('storage-failed', tell('backup-differs'))
}

/** Removes the oldest copies of this installation, never the one just made. */
function rotate(path: string, folder: string, made: string, today: IsoDate): void {
  const others = listBackups(path, folder, today).filter(({ file, from }) => from === 'here' && file !== made)
  for (const { file } of others.slice(kept - 1)) rmSync(join(folder, file))
}

/**
 * Copies the records into a folder that is there, as "caresheet-2026-11-22-7f3a91c2.db", and keeps the last three of this
 * installation; those of others are left alone. The copy is read again and compared before it takes its name, and an older
 * one goes only then. It is as private as the records are.
 * @param path clinic.db
 * @param day today
 * @throws AppError storage-failed, with the older copies as they were
 */
export async function backUp(path: string, folder: string, day: IsoDate): Promise<Backup> {
  const fresh = join(dirname(path), 'backing-up.db')
  if (!existsSync(folder))
    throw new AppError(
      'storage-failed',
      tell('storage-failed', { what: tell('what-backup'), why: tell('why-no-folder', { folder }) }),
    )
  let part: string | null = null
  try {
    const { installation } = readCopiesNote(path)
    const file = nameCopy(day, installation)
    const partBegin = `.caresheet-backup-${installation}-`
    for (const left of readdirSync(folder)) if (left.startsWith(partBegin)) rmSync(join(folder, left), { force: true })
    part = join(folder, `${partBegin}${randomUUID()}.part`)
    // Made and checked beside the records: SQLite cannot open it on every stick and share.
    for (const suffix of ['', ...sideFiles]) rmSync(fresh + suffix, { force: true })
    closeSync(openSync(fresh, 'wx', 0o600))
    checkCopy(fresh, await copyWhole(path, fresh))
    carry(fresh, part)
    renameSync(part, join(folder, file))
    syncPath(folder)
    rotate(path, folder, file, day)
    return { file, day, size: statSync(join(folder, file)).size, from: 'here' }
  } catch (error) {
    if (part !== null) rmSync(part, { force: true })
    throw toStorageError(error, tell('what-backup'))
  } finally {
    for (const suffix of ['', ...sideFiles]) rmSync(fresh + suffix, { force: true })
  }
}
