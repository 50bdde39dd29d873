import { AppError } from '../../domain/app-error.ts'
import type { HistoryList } from '../../domain/history.ts'
import type { Db } from '../open-database.ts'
import type { HistoryKey } from './history-keys.ts'
import { isListed, openUnlisted, placeOf, readList, write, writeList, type SealedRow } from './history-store.ts'
import { openBytes, readNonce } from './seal-bytes.ts'

/** The list of records; null when it is not as it was written. */
function tryList(db: Db, key: HistoryKey): HistoryList | null {
  try {
    return readList(db, key)
  } catch (error) {
    if (error instanceof AppError) return null
    throw error
  }
}

/** Whether it is known which record each row has. */
export function isListWhole(db: Db, key: HistoryKey): boolean {
  return tryList(db, key) !== null
}

/**
 * After damage: keeps the records that still open, with their PDFs, and takes the rest out. Where the list itself is lost
 * they are listed anew; then a row that someone put back from earlier is not known from the others.
 * @returns how many are left
 * @throws AppError storage-failed
 */
export function relistRecords(db: Db, key: HistoryKey): number {
  const before = tryList(db, key)
  const isWhole = (row: SealedRow & { readonly pdf: Buffer }) =>
    (before === null || isListed(before, row)) &&
    openUnlisted(key, row) !== null &&
    openBytes(key.key, row.pdf, placeOf('pdf', row.id, key)) !== null
  return write(db, () => {
    const list: HistoryList = {}
    const lost: number[] = []
    const rows = db.prepare<[], SealedRow & { readonly pdf: Buffer }>('SELECT row, id, record, pdf FROM sealed')
    for (const row of rows.iterate())
      if (isWhole(row)) list[row.id] = readNonce(row.record)
      else lost.push(row.row)
    for (const row of lost) db.prepare('DELETE FROM sealed WHERE row = ?').run(row)
    writeList(db, key, list)
    return Object.keys(list).length
  })
}
