import { AppError } from '../../domain/app-error.ts'
import type { IsoDate } from '../../domain/calendar.ts'
import { HistoryList, HistoryRecord, isWanted, type HistoryFilter, type HistoryPage } from '../../domain/history.ts'
import { tell } from '../../domain/message.ts'
import type { Db } from '../open-database.ts'
import { emptyJournal } from '../empty-journal.ts'
import { toStorageError } from '../storage-error.ts'
import { markDay, readMark } from './day-mark.ts'
import type { HistoryKey } from './history-keys.ts'
import { openBytes, readNonce, sealBytes } from './seal-bytes.ts'

export type SealedRow = { readonly row: number; readonly id: string; readonly record: Buffer }

/** Where a sealed thing belongs. */
export const placeOf = (what: 'record' | 'pdf' | 'list', id: string, { id: keyId }: HistoryKey) =>
  `sealed.${what}|${id}|1|${keyId}`

function sealJson(key: HistoryKey, value: unknown, place: string): Buffer {
  return sealBytes(key.key, Buffer.from(JSON.stringify(value)), place)
}

/** Which record each row has; an empty list before the first. @throws AppError storage-failed when it is not as it was written */
export function readList(db: Db, key: HistoryKey): HistoryList {
  const list = db.prepare('SELECT list FROM listed').pluck().get()
  if (list === undefined) return {}
  const opened = openBytes(key.key, list, placeOf('list', '', key))
  if (opened === null) throw new AppError('storage-failed', tell('history-damaged'))
  return HistoryList.parse(JSON.parse(opened.toString()))
}

/** Keeps which record each row has. */
export function writeList(db: Db, key: HistoryKey, list: HistoryList): void {
  db.prepare('INSERT OR REPLACE INTO listed (only_row, list) VALUES (1, ?)').run(
    sealJson(key, list, placeOf('list', '', key)),
  )
}

/** The record of a row; null when the disk, or someone, has changed it, moved it, or put it back from earlier. */
function openRecord(key: HistoryKey, list: HistoryList, row: SealedRow): HistoryRecord | null {
  return isListed(list, row) ? openUnlisted(key, row) : null
}

/** Whether a row is the one that was written last. */
export function isListed(list: HistoryList, { id, record }: SealedRow): boolean {
  return list[id] !== undefined && list[id] === readNonce(record)
}

/** The record of a row, whether it was put back from earlier or not; null when it does not open. */
export function openUnlisted(key: HistoryKey, { id, record }: SealedRow): HistoryRecord | null {
  const opened = openBytes(key.key, record, placeOf('record', id, key))
  return opened && (HistoryRecord.safeParse(JSON.parse(opened.toString())).data ?? null)
}

/** Does some writing whole or not at all. @throws AppError storage-failed */
export function write<T>(db: Db, work: () => T): T {
  try {
    return db.transaction(work).immediate()
  } catch (error) {
    throw toStorageError(error, tell('what-history-write'))
  }
}

/** Keeps a sheet with whom it was for, sealed. @param day on which it was given @throws AppError storage-failed */
export function addRecord(db: Db, key: HistoryKey, record: HistoryRecord, pdf: Uint8Array, day: IsoDate): void {
  const { id } = record.handout
  const sealed = sealJson(key, record, placeOf('record', id, key))
  write(db, () => {
    const latest = readMark(db.prepare<[], string>('SELECT latest_day FROM lock').pluck().get() ?? '')
    const seen = markDay(latest?.isSummed && latest.day > day ? latest.day : day, day)
    db.prepare(
      `INSERT INTO sealed (id, given_on, seen_on, record, pdf)
        VALUES (@id, @day, @seen, @sealed, @pdf)`,
    ).run({ id, day, seen, sealed, pdf: sealBytes(key.key, pdf, placeOf('pdf', id, key)) })
    const known = new Set(db.prepare<[], string>('SELECT id FROM sealed NOT INDEXED').pluck().all())
    const list = Object.entries(readList(db, key)).filter(([each]) => known.has(each)) // less what was purged while locked
    writeList(db, key, { ...Object.fromEntries(list), [id]: readNonce(sealed) })
  })
}

/** A page of the history, newest first. @param before the `next` of the page before; null for the first @throws AppError storage-failed */
export function listRecords(
  db: Db,
  key: HistoryKey,
  filter: HistoryFilter,
  before: number | null,
  limit: number,
): HistoryPage {
  const list = readList(db, key)
  const rows = db
    .prepare<[number], SealedRow>('SELECT row, id, record FROM sealed WHERE row < ? ORDER BY row DESC')
    .iterate(before ?? Number.MAX_SAFE_INTEGER)
  const records: HistoryRecord[] = []
  let [damaged, last] = [0, 0]
  for (const row of rows) {
    if (records.length === limit) return { records, next: last, damaged }
    const record = openRecord(key, list, row)
    if (record === null) damaged += 1
    else if (isWanted(record, filter)) records.push(record)
    last = row.row
  }
  return { records, next: null, damaged }
}

/** By the table itself, here and in all that is removed: an index with one wrong bit leads to another row, or to none. */
const findRow = (db: Db, id: string) =>
  db.prepare<[string], SealedRow>('SELECT row, id, record FROM sealed NOT INDEXED WHERE id = ?').get(id)

type OpenedRow = { readonly row: number; readonly record: HistoryRecord }

/** @throws AppError not-available, storage-failed */
function needRecord(db: Db, key: HistoryKey, id: string): OpenedRow {
  const row = findRow(db, id)
  const record = row && openRecord(key, readList(db, key), row)
  if (!record) throw new AppError('not-available', tell('history-record-gone'))
  return { row: row.row, record }
}

/** A record with the very PDF that was given; null where that was changed on the disk. @throws AppError not-available, storage-failed */
export function readPapers(
  db: Db,
  key: HistoryKey,
  id: string,
): { readonly record: HistoryRecord; readonly pdf: Buffer | null } {
  const { row, record } = needRecord(db, key, id)
  const pdf = db.prepare('SELECT pdf FROM sealed WHERE row = ?').pluck().get(row)
  return { record, pdf: openBytes(key.key, pdf, placeOf('pdf', id, key)) }
}

/** A record with the very PDF that was given. @throws AppError not-available, storage-failed */
export function readRecord(
  db: Db,
  key: HistoryKey,
  id: string,
): { readonly record: HistoryRecord; readonly pdf: Buffer } {
  const { record, pdf } = readPapers(db, key, id)
  if (pdf === null) throw new AppError('not-available', tell('history-pdf-damaged'))
  return { record, pdf }
}

/** Notes on which day the test of a record was done; null takes it away. @throws AppError not-available, storage-failed */
export function recordDone(db: Db, key: HistoryKey, id: string, doneOn: IsoDate | null): void {
  write(db, () => {
    const { row, record } = needRecord(db, key, id)
    const sealed = sealJson(key, { ...record, doneOn }, placeOf('record', id, key))
    db.prepare('UPDATE sealed SET record = ? WHERE row = ?').run(sealed, row)
    writeList(db, key, { ...readList(db, key), [id]: readNonce(sealed) })
  })
}

/** Takes records out, all or none; their bytes are gone once the journal is emptied. @throws AppError not-available when one is gone; storage-failed */
export function removeRecords(db: Db, key: HistoryKey, ids: readonly string[]): void {
  write(db, () => {
    const remove = db.prepare<[string]>('DELETE FROM sealed NOT INDEXED WHERE id = ?')
    for (const id of ids)
      if (remove.run(id).changes === 0) throw new AppError('not-available', tell('history-record-gone'))
    const list = Object.entries(readList(db, key)).filter(([id]) => !ids.includes(id))
    writeList(db, key, Object.fromEntries(list))
  })
}

/** How many records there are, damaged ones too. */
export function countRecords(db: Db): number {
  return Number(db.prepare('SELECT count(*) FROM sealed NOT INDEXED').pluck().get())
}

/**
 * Removes all records and, with the wraps of the key, what could open one that is left somewhere: overwritten, and gone from
 * the write-ahead log.
 * @throws AppError storage-failed
 */
export function eraseRecords(db: Db): void {
  write(db, () => db.exec('DELETE FROM key_wraps; DELETE FROM listed; DELETE FROM sealed;'))
  emptyJournal(db)
}
