import { randomBytes } from 'node:crypto'
import { existsSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs'
import { basename, dirname, join } from 'node:path'
import { tell } from '../domain/message.ts'
import { CopiesNote } from '../domain/record-settings.ts'
import { listCopyNames } from './copy-name.ts'
import { isFilled } from './is-filled.ts'
import { findBackupFolder } from './keep-old-version.ts'
import { readErrorCode, toStorageError } from './storage-error.ts'
import { syncPath } from './sync-path.ts'

const locate = (path: string) => join(dirname(path), 'copies.json')
const makeInstallation = () => randomBytes(4).toString('hex')

function write(path: string, note: CopiesNote): CopiesNote {
  const part = `${locate(path)}.part`
  rmSync(part, { force: true })
  writeFileSync(part, `${JSON.stringify(note)}\n`, { mode: 0o600 })
  syncPath(part)
  renameSync(part, locate(path))
  return note
}

/** The note; null when there is none, or none that makes sense. @throws what the disk throws */
function read(path: string): CopiesNote | null {
  try {
    return CopiesNote.parse(JSON.parse(readFileSync(locate(path), 'utf8')))
  } catch (error) {
    if (!['', 'ENOENT'].includes(readErrorCode(error))) throw error
    return null
  }
}

/** Which installation this is by the newest copy in its own folder, which nobody else writes to; null where there is none. */
function recover(path: string): string | null {
  const folder = findBackupFolder(path)
  if (!existsSync(folder)) return null
  const named = listCopyNames(folder).filter(({ of }) => of !== undefined)
  return named.toSorted((a, b) => b.day.localeCompare(a.day))[0]?.of ?? null
}

/**
 * The note beside clinic.db, without one being made: of one that is lost, or makes no sense, what the copies tell.
 * @param path clinic.db
 * @returns null where nothing is known
 * @throws what the disk throws
 */
export function findCopiesNote(path: string): CopiesNote | null {
  const note = read(path)
  if (note !== null) return note
  const installation = recover(path)
  return installation === null ? null : { installation, folder: null, earlier: null }
}

/** The same; made when there is none. @param path clinic.db @throws what the disk throws */
export function readCopiesNote(path: string): CopiesNote {
  return (
    read(path) ?? write(path, findCopiesNote(path) ?? { installation: makeInstallation(), folder: null, earlier: null })
  )
}

/** Notes where the copies go, and which folder was chosen before. @param path clinic.db @throws what the disk throws */
export function noteFolder(path: string, folder: string | null): void {
  const note = readCopiesNote(path)
  if (note.folder !== folder) write(path, { ...note, folder, earlier: note.folder ?? note.earlier })
}

/**
 * Takes this for another installation from now on, so that no copy made until now gives way to a newer one.
 * @param path clinic.db
 * @throws what the disk throws
 */
export function renewInstallation(path: string): void {
  write(path, { ...readCopiesNote(path), installation: makeInstallation() })
}

/**
 * Whether clinic.db is gone, or empty, though there was one: the note, or a copy beside it, tells. A new installation has
 * neither.
 * @throws AppError storage-failed
 */
export function areRecordsLost(path: string): boolean {
  try {
    return !isFilled(path) && (existsSync(locate(path)) || findCopiesNote(path) !== null)
  } catch (error) {
    throw toStorageError(error, tell('what-open', { file: basename(path) }))
  }
}
