import { AppError } from '../domain/app-error.ts'
import type { IsoDate } from '../domain/calendar.ts'
import type { TeachBack } from '../domain/handout.ts'
import type { HandoutFilter, HandoutPage, LoggedHandout } from '../domain/handout-log.ts'
import { tell } from '../domain/message.ts'
import { appendAudit } from './audit-log.ts'
import { dropUnneededContents, keepContent, type ShippedText } from './content-store.ts'
import { handoutColumns, markCause, readRow, sealHandout, toRow, type HandoutRow } from './handout-row.ts'
import type { Db } from './open-database.ts'
import { readInstallKey, seal } from './seal.ts'
import { toStorageError } from './storage-error.ts'

/** The seal of a PDF that was given, in hex: by it this installation knows the file again, and nobody else can. */
export function sealPdf(db: Db, pdf: Uint8Array): string {
  return seal(readInstallKey(db), pdf).toString('hex')
}

const insertion = `INSERT INTO handouts (${handoutColumns.join(', ')}, seal)
  VALUES (${handoutColumns.map((column) => `@${column}`).join(', ')}, @seal)`

/**
 * Writes a sheet that was given into the log, with what it was made from: both or neither. When this returns, a power cut
 * does not lose it.
 * @param content left out where it is not at hand any more, as for a sheet of an older version that left once more
 * @throws AppError storage-failed
 */
export function addHandout(db: Db, handout: LoggedHandout, content?: ShippedText): void {
  const write = db.transaction(() => {
    db.prepare(insertion).run(toRow(readInstallKey(db), handout))
    if (content !== undefined) keepContent(db, content)
  })
  try {
    write.immediate()
  } catch (error) {
    throw toStorageError(error, tell('what-log-add'))
  }
}

/** Midnight at the beginning of a day of this computer's clock, or of the day after it, as UTC. */
export function toInstant(day: string, later = 0): string {
  const [year = 0, month = 1, date = 1] = day.split('-').map(Number)
  return new Date(year, month - 1, date + later).toISOString()
}

/** A row of the log with what it says. @throws AppError not-available when it is not there or the disk changed it */
function findIntact(db: Db, id: string): { readonly row: HandoutRow; readonly handout: LoggedHandout } {
  const row = db.prepare<[string], HandoutRow>('SELECT * FROM handouts WHERE id = ?').get(id)
  if (row === undefined) throw new AppError('not-available', tell('handout-gone'))
  const handout = readRow(readInstallKey(db), row)
  if (handout === null) throw new AppError('not-available', tell('handout-damaged'))
  return { row, handout }
}

/** A sheet of the log. @throws AppError not-available when it is not there or the disk changed it; storage-failed */
export function readHandout(db: Db, id: string): LoggedHandout {
  try {
    return findIntact(db, id).handout
  } catch (error) {
    throw toStorageError(error, tell('what-log-read'))
  }
}

/** When a PDF was first given, by its seal; null when the log does not know it. @throws AppError storage-failed */
export function findFirstGiven(db: Db, pdfSeal: string): string | null {
  try {
    const first = db.prepare<[Buffer], string | null>('SELECT min(given_at) FROM handouts WHERE pdf_seal = ?').pluck()
    return first.get(Buffer.from(pdfSeal, 'hex')) ?? null
  } catch (error) {
    throw toStorageError(error, tell('what-log-read'))
  }
}

/** The filter as SQL conditions with their values. */
function listConditions(filter: HandoutFilter): { readonly sql: string; readonly value: string | null }[] {
  const { from, to, cause, language, teachBack, hasReason, ...same } = filter
  const equal = Object.entries(same).map(([column, value]) => ({ sql: `${column} = ?`, value }))
  return [
    ...equal,
    ...(from === undefined ? [] : [{ sql: 'given_at >= ?', value: toInstant(from) }]),
    ...(to === undefined ? [] : [{ sql: 'given_at < ?', value: toInstant(to, 1) }]),
    ...(cause === undefined ? [] : [{ sql: 'instr(causes, ?) > 0', value: markCause(cause) }]),
    ...(language === undefined ? [] : [{ sql: '? IN (language, second_language)', value: language }]),
    ...(teachBack === undefined ? [] : [{ sql: 'teach_back IS ?', value: teachBack === 'unasked' ? null : teachBack }]),
    ...(hasReason === undefined ? [] : [{ sql: 'override_reason <> ?', value: '' }]),
  ]
}

/**
 * A page of the log, newest first.
 * @param before the `next` of the page before; null for the first
 * @throws AppError storage-failed
 */
export function listHandouts(db: Db, filter: HandoutFilter, before: number | null, limit: number): HandoutPage {
  const conditions = listConditions(filter)
  const found = `SELECT row FROM handouts INDEXED BY handouts_by_facet
    WHERE ${['row < ?', ...conditions.map(({ sql }) => sql)].join(' AND ')} ORDER BY row DESC LIMIT ?`
  try {
    const key = readInstallKey(db)
    const rows = db
      .prepare<unknown[], HandoutRow>(`SELECT * FROM handouts WHERE row IN (${found}) ORDER BY row DESC`)
      .all(before ?? Number.MAX_SAFE_INTEGER, ...conditions.map(({ value }) => value), limit + 1)
    const page = rows.slice(0, limit)
    const handouts = page.flatMap((row) => readRow(key, row) ?? [])
    const last = page.at(-1)
    return {
      handouts,
      next: rows.length > limit && last ? Number(last.row) : null,
      damaged: page.length - handouts.length,
    }
  } catch (error) {
    throw toStorageError(error, tell('what-log-read'))
  }
}

/** Who gave sheets, as the clinic called them, in order; those without an alias are left out. @throws AppError storage-failed */
export function listStaff(db: Db): string[] {
  try {
    return db.prepare<[], string>(`SELECT DISTINCT staff FROM handouts WHERE staff <> '' ORDER BY staff`).pluck().all()
  } catch (error) {
    throw toStorageError(error, tell('what-log-read'))
  }
}

/** All sheets of the log, oldest first, from the table itself: an index that does not fit it would hide some. @throws AppError storage-failed */
export function readAllHandouts(db: Db): Omit<HandoutPage, 'next'> {
  try {
    const key = readInstallKey(db)
    const rows = db.prepare<[], HandoutRow>('SELECT * FROM handouts NOT INDEXED ORDER BY row').all()
    const handouts = rows.flatMap((row) => readRow(key, row) ?? [])
    return { handouts, damaged: rows.length - handouts.length }
  } catch (error) {
    throw toStorageError(error, tell('what-log-read'))
  }
}

/** Writes down how it went when the patient was asked to say it back; null takes it away. @throws AppError not-available, storage-failed */
export function recordTeachBack(db: Db, id: string, outcome: TeachBack | null): void {
  const write = db.transaction(() => {
    const key = readInstallKey(db)
    const { row } = findIntact(db, id)
    const changed = { ...row, teach_back: outcome }
    db.prepare('UPDATE handouts SET teach_back = ?, seal = ? WHERE row = ?').run(
      outcome,
      sealHandout(key, changed),
      row.row,
    )
  })
  try {
    write.immediate()
  } catch (error) {
    throw toStorageError(error, tell('what-teach-back'))
  }
}

/** How many sheets `purgeHandouts` would take out. @throws AppError storage-failed */
export function countHandoutsBefore(db: Db, before: IsoDate): number {
  try {
    const count = db.prepare<[string], number>('SELECT count(*) FROM handouts NOT INDEXED WHERE given_at < ?').pluck()
    return count.get(toInstant(before)) ?? 0
  } catch (error) {
    throw toStorageError(error, tell('what-log-read'))
  }
}

/**
 * Takes the sheets given before a day out of the log, and the content that no other was made from; the audit tells that it
 * was done. Their text is gone once the journal is emptied.
 * @returns how many there were
 * @throws AppError storage-failed
 */
export function purgeHandouts(db: Db, before: IsoDate, at: Date): number {
  const write = db.transaction(() => {
    const { changes } = db.prepare('DELETE FROM handouts WHERE given_at < ?').run(toInstant(before))
    dropUnneededContents(db)
    appendAudit(db, { kind: 'log-purged', before, handouts: changes }, at)
    return changes
  })
  try {
    return write.immediate()
  } catch (error) {
    throw toStorageError(error, tell('what-purge'))
  }
}
