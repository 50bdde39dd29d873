import { randomBytes } from 'node:crypto'
import { readFileSync, renameSync, rmSync, statSync, writeFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import type { Message } from '../domain/message.ts'
import { CopiesNote, type NotedDays, type RecordSettings } from '../domain/record-settings.ts'
import { findLastChange, findLastTouch, hasEntry } from './audit-log.ts'
import { findInstallation, findOwnInstallation } from './find-installation.ts'
import type { Db } from './open-database.ts'
import { readErrorCode } from './storage-error.ts'
import { syncPath } from './sync-path.ts'

const locate = (path: string) => join(dirname(path), 'copies.json')
const makeInstallation = () => randomBytes(4).toString('hex')
const makeNote = (installation: string | null): CopiesNote => ({
  installation: installation ?? makeInstallation(),
  earlier: null,
  days: null,
  healed: [],
  isHistoryOn: null,
  historyAsides: [],
})

function write(path: string, note: CopiesNote): CopiesNote {
  const part = `${locate(path)}.part`
  rmSync(part, { force: true, recursive: true })
  writeFileSync(part, `${JSON.stringify(note)}\n`, { mode: 0o600 })
  syncPath(part)
  if (statSync(locate(path), { throwIfNoEntry: false })?.isDirectory() === true)
    renameSync(locate(path), `${locate(path)}.${makeInstallation()}`) // no file takes the place of a folder
  renameSync(part, locate(path))
  syncPath(dirname(path))
  return note
}

/**
 * The note beside clinic.db, as it stands there.
 * @param path clinic.db
 * @returns null when there is none, or none that makes sense
 * @throws what the disk throws
 */
export function readNote(path: string): CopiesNote | null {
  try {
    return CopiesNote.parse(JSON.parse(readFileSync(locate(path), 'utf8')))
  } catch (error) {
    if (!['', 'ENOENT', 'EISDIR'].includes(readErrorCode(error))) throw error
    return null
  }
}

/** The same; null too for one that the disk does not give. */
export function tryNote(path: string): CopiesNote | null {
  try {
    return readNote(path)
  } catch {
    return null
  }
}

/** The same, without one being made: of one that is lost, or makes no sense, what the copies beside a clinic.db that is whole tell. */
export function findCopiesNote(path: string): CopiesNote | null {
  const note = tryNote(path)
  if (note !== null) return note
  const installation = findOwnInstallation(path)
  return installation === null ? null : makeNote(installation)
}

/** The note; made when there is none. @param path clinic.db @throws what the disk throws */
export function readCopiesNote(path: string): CopiesNote {
  return readNote(path) ?? write(path, makeNote(findOwnInstallation(path)))
}

/** For how many days the history is kept, with by what they were last changed. @param db clinic.db, opened whole */
export function describeDays(db: Db, history: number): NotedDays {
  return { history, setBy: findLastChange(db, 'historyDays') }
}

/**
 * Whether a file comes after the days were noted, so that it tells them itself. One of before, or another one that was
 * restored, lacks their last change.
 * @throws what SQLite throws for a damaged one
 */
export function knowsDays(db: Db, { setBy }: NotedDays): boolean {
  return setBy === null ? findLastTouch(db, 'historyDays') !== 'restored' : hasEntry(db, setBy)
}

/**
 * Notes where the copies go, and for how many days the history is kept. A note that is lost is made anew, of what the copies
 * tell: those in the folder that was chosen too.
 * @param db clinic.db, opened whole
 * @throws what the disk throws
 */
export function noteSettings(
  db: Db,
  { backupFolder, historyDays }: Pick<RecordSettings, 'backupFolder' | 'historyDays'>,
): void {
  const there = readNote(db.name)
  const days = describeDays(db, historyDays)
  const before = there ?? makeNote(findInstallation(db, backupFolder))
  const earlier = before.folder === backupFolder ? before.earlier : (before.folder ?? before.earlier)
  const note = { ...before, folder: backupFolder, earlier, days }
  if (JSON.stringify(note) !== JSON.stringify(there)) write(db.name, note)
}

/**
 * Notes that the history is about to be kept for more days: before these are saved, so that whatever comes between, no name
 * goes by the fewer.
 * @param path clinic.db
 * @throws what the disk throws
 */
export function noteMoreDays(path: string, history: number): void {
  const note = readNote(path)
  if (note?.days && note.days.history < history) write(path, { ...note, days: { ...note.days, history } })
}

/**
 * Notes what is to be told, over every start, of what was lost and healed.
 * @param path clinic.db
 * @throws what the disk throws
 */
export function noteHealed(path: string, healed: readonly Message[]): void {
  const note = readCopiesNote(path)
  if (JSON.stringify(note.healed) !== JSON.stringify(healed)) write(path, { ...note, healed: [...healed] })
}

/**
 * Notes what must be known of the history though a copy of clinic.db of another day is restored.
 * @param path clinic.db
 * @throws what the disk throws
 */
export function noteHistory(path: string, change: Partial<Pick<CopiesNote, 'isHistoryOn' | 'historyAsides'>>): void {
  const there = readCopiesNote(path)
  const note = { ...there, ...change }
  if (JSON.stringify(note) !== JSON.stringify(there)) write(path, note)
}

/**
 * Takes this for another installation from now on, so that no copy made until now gives way to a newer one.
 * @param path clinic.db
 * @throws what the disk throws
 */
export function renewInstallation(path: string): void {
  write(path, { ...(tryNote(path) ?? makeNote(null)), installation: makeInstallation() })
}
