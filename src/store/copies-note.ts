import { randomBytes } from 'node:crypto'
import { readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { CopiesNote } from '../domain/record-settings.ts'
import { readErrorCode } from './storage-error.ts'
import { syncPath } from './sync-path.ts'

const locate = (path: string) => join(dirname(path), 'copies.json')

function write(path: string, note: CopiesNote): CopiesNote {
  const part = `${locate(path)}.part`
  rmSync(part, { force: true })
  writeFileSync(part, `${JSON.stringify(note)}\n`, { mode: 0o600 })
  syncPath(part)
  renameSync(part, locate(path))
  return note
}

/**
 * The note beside clinic.db; made when there is none, or none that makes sense.
 * @param path clinic.db
 * @throws what the disk throws
 */
export function readCopiesNote(path: string): CopiesNote {
  try {
    return CopiesNote.parse(JSON.parse(readFileSync(locate(path), 'utf8')))
  } catch (error) {
    if (!['', 'ENOENT'].includes(readErrorCode(error))) throw error
    return write(path, { installation: randomBytes(4).toString('hex'), folder: null })
  }
}

/** Notes where the copies go. @param path clinic.db @throws what the disk throws */
export function noteFolder(path: string, folder: string | null): void {
  const note = readCopiesNote(path)
  if (note.folder !== folder) write(path, { ...note, folder })
}
