import type { Db } from './open-database.ts'
import { readRecordSettings, saveRecordSettings } from './settings-store.ts'

/**
 * Lets the copies go on where they go, though a copy of when they went elsewhere was restored.
 * @param db clinic.db, opened whole
 * @param folder where they go; null for the one beside clinic.db
 * @returns where they went by the copy, where that is another; else null
 * @throws AppError storage-failed
 */
export function settleFolder(db: Db, folder: string | null, at: Date): { readonly other: string | null } | null {
  const settings = readRecordSettings(db)
  if (settings.backupFolder === folder) return null
  saveRecordSettings(db, { ...settings, backupFolder: folder }, at)
  return { other: settings.backupFolder }
}
