import { addDays, toLocalDate, type IsoDate } from '../../domain/calendar.ts'
import { mostHistoryDays } from '../../domain/history.ts'
import type { Db } from '../open-database.ts'
import { markDay, readMark } from './day-mark.ts'
import type { HistoryKey } from './history-keys.ts'
import { openUnlisted, write, type SealedRow } from './history-store.ts'

type DayRow = { readonly row: number; readonly given_on: string; readonly seen_on: string }
type RowDays = { readonly row: number; readonly given: IsoDate; readonly seen: IsoDate }

/** So many days ahead of all else a latest day is believed: a clock a year ahead, and a month. */
const withinReason = mostHistoryDays + 31

/** The days of a row; null when the disk, or someone, changed them. Without a sum both must be one: else it may be one wrong bit. */
function readDays({ row, given_on: given, seen_on: seenOn }: DayRow): RowDays | null {
  const [own, seen] = [readMark(given), readMark(seenOn, given)]
  if (own === null || seen === null || own.day > seen.day) return null
  return seen.isSummed || own.day === seen.day ? { row, given: own.day, seen: seen.day } : null
}

function listDays(db: Db): { readonly sound: readonly RowDays[]; readonly damaged: readonly number[] } {
  const rows = db.prepare<[], DayRow>('SELECT row, given_on, seen_on FROM sealed NOT INDEXED').all()
  const read = rows.map((each) => ({ row: each.row, days: readDays(each) }))
  return {
    sound: read.flatMap(({ days }) => days ?? []),
    damaged: read.flatMap(({ row, days }) => (days === null ? row : [])),
  }
}

/** How many records have days that are not as they were written, so that nobody knows their age before the key does. */
export function countDamagedDays(db: Db): number {
  return listDays(db).damaged.length
}

/**
 * Writes the true days of the records whose days are damaged, from what is sealed; one that does not open counts from today.
 * @throws AppError storage-failed
 */
export function mendDays(db: Db, key: HistoryKey, today: IsoDate): void {
  const { damaged } = listDays(db)
  if (damaged.length === 0) return
  const find = db.prepare<[number], SealedRow>('SELECT row, id, record FROM sealed WHERE row = ?')
  const change = db.prepare<[string, string, number]>('UPDATE sealed SET given_on = ?, seen_on = ? WHERE row = ?')
  write(db, () => {
    for (const row of damaged) {
      const sealed = find.get(row)
      const record = sealed && openUnlisted(key, sealed)
      const day = record ? toLocalDate(new Date(record.handout.givenAt)) : today
      change.run(day, markDay(day, day), row)
    }
  })
}

/** The rows of before a day, by their own day or by the latest day seen when they were kept; those of damaged days are none. */
function listOld(db: Db, before: IsoDate, seenBefore: IsoDate): readonly RowDays[] {
  return listDays(db).sound.filter(({ given, seen }) => given < before || seen < seenBefore)
}

/** How many records `purgeRecords` would take out. */
export function countOld(db: Db, before: IsoDate, seenBefore: IsoDate): number {
  return listOld(db, before, seenBefore).length
}

/**
 * Takes the records of the days before one out; their bytes are gone once the journal is emptied. It needs no key. A record
 * whose days are damaged stays until the key tells them.
 * @param seenBefore the same by the latest day this computer had said it is when they were kept
 * @returns how many there were
 * @throws AppError storage-failed
 */
export function purgeRecords(db: Db, before: IsoDate, seenBefore: IsoDate = before): number {
  return write(db, () => {
    const old = listOld(db, before, seenBefore)
    const remove = db.prepare<[number]>('DELETE FROM sealed NOT INDEXED WHERE row = ?')
    for (const { row } of old) remove.run(row)
    return old.length
  })
}

export type SeenDay = {
  readonly latest: IsoDate
  /** whether another one was written that could not be right */
  readonly isSetRight: boolean
}

/**
 * The latest day this computer has said it is: today, unless its clock was set back. One that is no day, or lies further ahead
 * of today and of each record than a clock is wrong, would remove all records: then it is the newest of those.
 * @throws AppError storage-failed
 */
export function seeDay(db: Db, today: IsoDate): SeenDay {
  const text = db.prepare<[], string>('SELECT latest_day FROM lock').pluck().get() ?? ''
  const mark = readMark(text)
  const reach = addDays(today, withinReason)
  if (mark?.isSummed && mark.day >= today && mark.day <= reach) return { latest: mark.day, isSetRight: false }
  // a sum tells that a day far ahead was seen indeed
  const days = listDays(db).sound.map(({ seen }) => seen)
  const newest = days.reduce((latest, day) => (day > latest ? day : latest), today)
  const isBelieved = mark !== null && mark.day <= addDays(newest, withinReason)
  const latest = isBelieved && mark.day > today ? mark.day : isBelieved ? today : newest
  if (text !== markDay(latest)) write(db, () => db.prepare('UPDATE lock SET latest_day = ?').run(markDay(latest)))
  return { latest, isSetRight: !isBelieved && text !== '' }
}
