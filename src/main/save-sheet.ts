import { dirname, join } from 'node:path'
import type { IsoDate } from '../domain/calendar.ts'
import { writeFileWhole } from '../store/write-file-whole.ts'

/** Asks where to save, starting from a path or a bare name; null when the dialog was closed. */
export type AskForPath = (suggestion: string) => Promise<string | null>

/** A file name that says what and when, and never who. */
export function suggestFileName(topic: string, today: IsoDate): string {
  return `${topic}-${today}.pdf`
}

/** Saves a sheet; `check` is asked once the path is known, and throws where the sheet may not leave any more. */
export type SaveSheet = (pdf: Uint8Array, fileName: string, check?: () => void) => Promise<string | null>

/**
 * Makes the saving of sheets, which starts each time in the folder of the last one. That folder is forgotten when the app ends.
 * @param notes where it is noted what is being written
 * @returns a function that gives the path, or null when the dialog was closed
 * @throws AppError save-failed, from that function
 */
export function createSheetSaver(ask: AskForPath, notes: string): SaveSheet {
  let lastFolder: string | undefined
  return async (pdf, fileName, check) => {
    const path = await ask(lastFolder === undefined ? fileName : join(lastFolder, fileName))
    if (path === null) return null
    check?.()
    await writeFileWhole(path, pdf, notes)
    lastFolder = dirname(path)
    return path
  }
}
