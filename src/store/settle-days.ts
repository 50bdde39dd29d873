import type { NotedDays } from '../domain/record-settings.ts'
import { findLastRestore, hasEntry } from './audit-log.ts'
import type { Db } from './open-database.ts'
import { readRecordSettings, saveRecordSettings } from './settings-store.ts'

/**
 * Whether a file comes after the days were noted, so that it tells them itself. One of before, or another one that was
 * restored, lacks their last change.
 * @throws what SQLite throws for a damaged one
 */
export function knowsDays(db: Db, { setBy }: NotedDays): boolean {
  return setBy === null ? findLastRestore(db) === null : hasEntry(db, setBy)
}

/**
 * Lets the days that were last chosen hold, though the file be older: a copy that was restored, or one whose journal was
 * lost. By other days names would be gone for good.
 * @param db clinic.db, opened whole
 * @param noted what was last known of them; null when nothing is
 * @returns the days that it had, where others hold now; else null
 * @throws AppError storage-failed
 */
export function settleDays(db: Db, noted: NotedDays | null, at: Date): number | null {
  const settings = readRecordSettings(db)
  if (noted === null || settings.historyDays === noted.history) return null
  if (knowsDays(db, noted)) return null
  saveRecordSettings(db, { ...settings, historyDays: noted.history }, at)
  return settings.historyDays
}
