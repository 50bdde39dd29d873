import { existsSync } from 'node:fs'
import Database from 'better-sqlite3'
import { nameFresh } from '../hold-place.ts'
import { refuseForeignFile } from '../migrate.ts'
import { attempt } from '../read-damaged.ts'
import { nameAside, takePlace } from '../take-place.ts'
import { historySchema } from './history-database.ts'
import { readWraps } from './history-keys.ts'

/** Whether a file is a history.db to its last page, with a way to its key. */
function isWhole(path: string): boolean {
  const db = new Database(path, { readonly: true, fileMustExist: true })
  try {
    refuseForeignFile(db, historySchema)
    return db.pragma('quick_check(1)', { simple: true }) === 'ok' && readWraps(db).length > 0
  } finally {
    db.close()
  }
}

/**
 * Ends what a kill cut short: a history.db that was about to be put back takes its place, where that is empty. All is in it,
 * what stood in a journal too. Half a one is left alone: the true one may come back, and must not find it in its place.
 * @throws what the disk throws
 */
export function finishPuttingBack(path: string, at: Date): void {
  const fresh = nameFresh(path)
  if (existsSync(fresh) && attempt(() => isWhole(fresh))) takePlace(fresh, path, nameAside(path, 'replaced', at))
}
