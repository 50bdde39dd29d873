import { basename } from 'node:path'
import Database from 'better-sqlite3'
import { tell } from '../domain/message.ts'
import { readAudit } from './audit-log.ts'
import { countDamagedContents } from './content-store.ts'
import { isIntactRow, type HandoutRow } from './handout-row.ts'
import { readVersion } from './migrate.ts'
import { readInstallKey } from './seal.ts'
import { oneRowNames, readOneRow } from './one-row.ts'
import type { Db } from './open-database.ts'
import { listDamagedSettings } from './settings-store.ts'
import { DamagedFile, toStorageError } from './storage-error.ts'

/** What a clinic.db, or a copy of one, holds, and how much of it is not as it was written. */
export type RecordsState = { readonly handouts: number; readonly damaged: number }

/** The tables each row of which `checkRecords` holds against its seal. */
export const sealedTables = ['handouts', 'settings'] as const

/** The version from which rows are sealed. */
const firstSealed = 100
const firstAudited = 110
const firstSealedOneRows = 120
const firstWithContents = 130

/** The tables of one row that are not as they were written. */
function listDamagedTables(db: Database.Database): string[] {
  return oneRowNames.filter((table) => readOneRow(db, table) === 'damaged')
}

/**
 * What the disk, or someone, has changed of all that is small: names of settings and tables, and the audit. The log and
 * the kept libraries take longer, and are looked at by `checkRecords`.
 */
export function listDamaged(db: Db): string[] {
  const audit = readAudit(db).brokenAt === null ? [] : ['audit']
  return [...listDamagedSettings(db), ...listDamagedTables(db), ...audit]
}

/** Checks each page, each row and the audit. @throws AppError storage-failed when the file as such is damaged */
export function checkRecords(db: Database.Database): RecordsState {
  if (db.pragma('quick_check(1)', { simple: true }) !== 'ok')
    throw new DamagedFile('storage-failed', tell('backup-unreadable'))
  const version = readVersion(db)
  if (version < firstSealed) return { handouts: 0, damaged: 0 }
  const key = readInstallKey(db)
  let [handouts, damaged] = [0, listDamagedSettings(db).length]
  for (const row of db.prepare<[], HandoutRow>('SELECT * FROM handouts').iterate()) {
    handouts += 1
    if (!isIntactRow(key, row)) damaged += 1
  }
  if (version >= firstAudited && readAudit(db).brokenAt !== null) damaged += 1
  if (version >= firstSealedOneRows) damaged += listDamagedTables(db).length
  if (version >= firstWithContents) damaged += countDamagedContents(db)
  return { handouts, damaged }
}

/** Reads clinic.db through, while others go on using it. @throws AppError storage-failed when any of it is damaged */
export function refuseDamaged(path: string): void {
  const db = new Database(path, { readonly: true, fileMustExist: true, timeout: 5000 })
  try {
    if (checkRecords(db).damaged > 0)
      throw new DamagedFile('storage-failed', tell('file-damaged', { file: basename(path) }))
  } catch (error) {
    throw toStorageError(error, tell('what-open', { file: basename(path) }))
  } finally {
    db.close()
  }
}
