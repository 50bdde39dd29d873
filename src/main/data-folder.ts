import { accessSync, constants, mkdtempSync } from 'node:fs'
import { join } from 'node:path'
import { makePrivateFolder } from '../store/private-folder.ts'
import { logFailure } from './log-failure.ts'

/** Where data is kept, and whether only until the app ends. */
export type DataFolder = { readonly folder: string; readonly isPassing: boolean }

/**
 * Makes the folder for what is kept, for this account only; where that cannot be written to, as without a home or on a
 * read-only disk, one for this run alone: nothing on a disk may stop the printing of a sheet.
 * @param findWanted gives the folder; Electron throws where it could not be made
 * @param temporary the folder for such things
 * @throws what the disk throws when there is no place at all
 */
export function openDataFolder(findWanted: () => string, temporary: string): DataFolder {
  try {
    const wanted = findWanted()
    makePrivateFolder(wanted)
    accessSync(wanted, constants.W_OK)
    return { folder: wanted, isPassing: false }
  } catch (error) {
    logFailure('the folder of the data', error)
    return { folder: mkdtempSync(join(temporary, 'caresheet-')), isPassing: true }
  }
}
