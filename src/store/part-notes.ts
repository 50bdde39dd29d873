import { readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { basename, join, resolve } from 'node:path'
import { makePrivateFolder } from './private-folder.ts'

/** Only files with such a name are ever swept away, whatever a note says. */
const partName = /^\.caresheet-[0-9a-f-]{36}\.part$/u

/**
 * Notes that a file is being written, so that the next start finds what a kill left of it. The note names the folder and a
 * random name, never the name that was chosen, and lives only while the file is being written.
 * @returns the path of the note; null where none could be made, which keeps no file from being saved
 */
export function notePart(notes: string, id: string, part: string): string | null {
  try {
    makePrivateFolder(notes)
    const note = join(notes, id)
    writeFileSync(note, resolve(part), { mode: 0o600 })
    return note
  } catch {
    return null
  }
}

/** Removes what kills left of files that were being written; at start. */
export function sweepParts(notes: string): void {
  let names: string[]
  try {
    names = readdirSync(notes)
  } catch {
    return // nothing was ever written
  }
  for (const name of names) {
    const part = readFileSync(join(notes, name), 'utf8')
    if (partName.test(basename(part))) rmSync(part, { force: true })
    rmSync(join(notes, name), { force: true })
  }
}
