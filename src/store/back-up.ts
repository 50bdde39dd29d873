import {
  closeSync,
  copyFileSync,
  existsSync,
  openSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
  statSync,
} from 'node:fs'
import { createHash, randomUUID } from 'node:crypto'
import { dirname, join } from 'node:path'
import Database from 'better-sqlite3'
import { AppError } from '../domain/app-error.ts'
import type { IsoDate } from '../domain/calendar.ts'
import { tell } from '../domain/message.ts'
import { checkRecords, sealedTables } from './check-records.ts'
import { DamagedFile, toStorageError } from './storage-error.ts'
import { isSameContent, sumContent, type TableSum } from './sum-content.ts'
import { syncPath } from './sync-path.ts'
import { sideFiles } from './take-place.ts'

/** A copy of the records: the name of its file, the day it is of, its size in bytes. */
export type Backup = { readonly file: string; readonly day: IsoDate; readonly size: number }

const kept = 3
/** Large, for this runs in a thread that holds up nobody. */
const pagesAtOnce = 10_000
const namePattern = /^caresheet-(\d{4}-\d{2}-\d{2})\.db$/u
const partPattern = /^\.caresheet-backup-.*\.part$/u

/** The copies in a folder, newest first; none for a folder that is not there. */
export function listBackups(folder: string): Backup[] {
  try {
    const found = readdirSync(folder).flatMap((file) => {
      const day = namePattern.exec(file)?.[1]
      return day === undefined ? [] : [{ file, day, size: statSync(join(folder, file)).size }]
    })
    return found.toSorted((a, b) => b.day.localeCompare(a.day))
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

const sumFile = (path: string) => createHash('sha256').update(readFileSync(path)).digest('hex')

/** Copies a file to where copies go, and reads it again there. @throws AppError storage-failed when it is not the same */
function carry(from: string, to: string): void {
  closeSync(openSync(to, 'wx', 0o600))
  copyFileSync(from, to)
  syncPath(to)
  if (sumFile(to) !== sumFile(from)) throw new AppError('storage-failed', tell('backup-differs'))
}

/** Removes the oldest copies, never the one just made, whatever day the clock says. */
function rotate(folder: string, made: string): void {
  const others = listBackups(folder).filter(({ file }) => file !== made)
  for (const { file } of others.slice(kept - 1)) rmSync(join(folder, file))
}

/**
 * Copies the records into a folder that is there, as "caresheet-2026-11-22.db", and keeps the last three. The copy is read
 * again and compared before it takes its name, and an older one goes only then. It is as private as the records are.
 * @param path clinic.db
 * @throws AppError storage-failed, with the older copies as they were
 */
export async function backUp(path: string, folder: string, day: IsoDate): Promise<Backup> {
  const file = `caresheet-${day}.db`
  const part = join(folder, `.caresheet-backup-${randomUUID()}.part`)
  const fresh = join(dirname(path), 'backing-up.db')
  if (!existsSync(folder))
    throw new AppError(
      'storage-failed',
      tell('storage-failed', { what: tell('what-backup'), why: tell('why-no-folder', { folder }) }),
    )
  try {
    for (const left of readdirSync(folder)) if (partPattern.test(left)) rmSync(join(folder, left), { force: true })
    // Made and checked beside the records: SQLite cannot open it on every stick and share.
    for (const suffix of ['', ...sideFiles]) rmSync(fresh + suffix, { force: true })
    closeSync(openSync(fresh, 'wx', 0o600))
    checkCopy(fresh, await copyWhole(path, fresh))
    carry(fresh, part)
    renameSync(part, join(folder, file))
    syncPath(folder)
    rotate(folder, file)
    return { file, day, size: statSync(join(folder, file)).size }
  } catch (error) {
    rmSync(part, { force: true })
    throw toStorageError(error, tell('what-backup'))
  } finally {
    for (const suffix of ['', ...sideFiles]) rmSync(fresh + suffix, { force: true })
  }
}
