import { AppError } from '../../domain/app-error.ts'
import type { HistoryList } from '../../domain/history.ts'
import type { Db } from '../open-database.ts'
import type { HistoryKey } from './history-keys.ts'
import { isListed, openUnlisted, readList, write, writeList, type SealedRow } from './history-store.ts'
import { readNonce } from './seal-bytes.ts'

/** The list of records; null when it is not as it was written. */
function tryList(db: Db, key: HistoryKey): HistoryList | null {
  try {
    return readList(db, key)
  } catch (error) {
    if (error instanceof AppError) return null
    throw error
  }
}

/** How many records the list has, those too that were purged while it was locked; null when it is not as it was written. */
export function countListed(db: Db, key: HistoryKey): number | null {
  const list = tryList(db, key)
  return list && Object.keys(list).length
}

/**
 * After damage: lists the records that still open; nothing is removed. A row that does not open stays, shown to nobody, until
 * it is old, and a record whose PDF does not open stays listed without it. Where the list itself is lost, a row that someone
 * put back from earlier is not known from the others.
 * @returns how many are listed
 * @throws AppError storage-failed
 */
export function relistRecords(db: Db, key: HistoryKey): number {
  const before = tryList(db, key)
  return write(db, () => {
    const list: HistoryList = {}
    const rows = db.prepare<[], SealedRow>('SELECT row, id, record FROM sealed')
    for (const row of rows.iterate())
      if ((before === null || isListed(before, row)) && openUnlisted(key, row) !== null)
        list[row.id] = readNonce(row.record)
    writeList(db, key, list)
    return Object.keys(list).length
  })
}
