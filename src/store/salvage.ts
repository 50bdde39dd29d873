import { rmSync, statSync } from 'node:fs'
import { basename, dirname, join } from 'node:path'
import { tell } from '../domain/message.ts'
import type { NotedDays } from '../domain/record-settings.ts'
import { appendAudit, copyAudit, readAudit } from './audit-log.ts'
import { openClinicDatabase } from './clinic-database.ts'
import { dropUnneededContents, takeContents } from './content-store.ts'
import { handoutColumns, isIntactRow, type HandoutRow } from './handout-row.ts'
import { toInstant } from './handout-store.ts'
import { isFilled } from './is-filled.ts'
import { oneRowNames, readOneRow, writeOneRow, type OneRow, type OneRowTable } from './one-row.ts'
import type { Db } from './open-database.ts'
import { openDamaged, readDamagedHandouts, readDamagedSettings } from './read-damaged.ts'
import { takeDays } from './salvage-days.ts'
import { readInstallKey } from './seal.ts'
import { toStorageError } from './storage-error.ts'
import { nameAside, sideFiles, takePlace } from './take-place.ts'

/** What was saved of a damaged clinic.db, and the name under which that is kept. */
export type Salvaged = {
  readonly handouts: number
  readonly settings: number
  /** kept libraries that neither it nor a copy has whole */
  readonly lostContents: number
  /** whether it could be told for how many days the history is kept; if not, it is for the most there can be */
  readonly areDaysKnown: boolean
  /** whose key it has: that of the damaged file, of a copy, or one of its own, so that it was begun anew */
  readonly keyFrom: 'itself' | 'copy' | 'nowhere'
  /** null when there was nothing to keep */
  readonly aside: string | null
  /** the name of the journal that is kept of a file that is gone, or empty: what it holds was not read; null without one */
  readonly journal: string | null
}

/** What the salvage goes by besides the damaged file. */
export type SalvageKit = {
  /** paths of its copies, newest first */
  readonly copies: readonly string[]
  /** for how many days the history is kept, as noted beside the file; null when that is lost too */
  readonly noted: NotedDays | null
  readonly at: Date
  /** called once the new file is whole, and before it takes the place of the damaged one: what a kill between must not undo */
  readonly beforeSwap?: (saved: Pick<Salvaged, 'keyFrom'>) => void
}

/** A file to take rows from, with the key it holds: the damaged one itself, or a copy. */
type Source = { readonly db: Db; readonly key: Buffer | null; readonly isOwn: boolean }
type KeyedSource = Source & { readonly key: Buffer }

function openSource(path: string, isOwn: boolean): Source | null {
  try {
    const db = openDamaged(path)
    try {
      return { db, key: readInstallKey(db), isOwn }
    } catch {
      return { db, key: null, isOwn }
    }
  } catch {
    return null
  }
}

/** Whether a key fits anything that a file holds. */
function fitsKey({ db }: Pick<Source, 'db'>, key: Buffer): boolean {
  if (readDamagedSettings(db, key).length > 0) return true
  for (const row of readDamagedHandouts(db)) if (isIntactRow(key, row)) return true
  return false
}

/** Whose key fits the damaged file; where its own was lost, or nothing else is left of it, the newest copy that holds anything. */
function chooseKey(sources: readonly Source[]): KeyedSource | undefined {
  const keyed = sources.flatMap(({ key, ...source }) => (key === null ? [] : { ...source, key }))
  const own = sources.find(({ isOwn }) => isOwn)
  return (
    keyed.find(({ key }) => own && fitsKey(own, key)) ??
    keyed.find((source) => !source.isOwn && fitsKey(source, source.key)) ??
    keyed.at(-1)
  )
}

/** Tells whether a sheet was taken out of the log after it was given, so that it must not come back from an older copy. */
function findPurged(fresh: Db): (row: HandoutRow) => boolean {
  const purges = readAudit(fresh).entries.flatMap(({ at, event }) =>
    event.kind === 'log-purged' ? [{ at, before: toInstant(event.before) }] : [],
  )
  return ({ given_at: givenAt }) =>
    purges.some(({ at, before }) => typeof givenAt === 'string' && givenAt < before && givenAt < at)
}

/** Takes over what fits the key: what the damaged file gives stands, the copies fill its gaps. */
function takeRows(fresh: Db, sources: readonly Source[], key: Buffer): void {
  const wasPurged = findPurged(fresh)
  const addSetting = fresh.prepare('INSERT OR IGNORE INTO settings (key, value, seal) VALUES (@key, @value, @seal)')
  const columns = ['row', ...handoutColumns, 'seal']
  const addHandout = fresh.prepare(
    `INSERT OR IGNORE INTO handouts (${columns.join(', ')}) VALUES (${columns.map((column) => `@${column}`).join(', ')})`,
  )
  const older = { made_on: null } // a copy from before there was that column
  for (const { db, isOwn } of sources) {
    for (const setting of readDamagedSettings(db, key)) addSetting.run(setting)
    for (const row of readDamagedHandouts(db))
      if (isIntactRow(key, row) && (isOwn || !wasPurged(row))) addHandout.run({ ...older, ...row })
  }
}

/** Takes over logo and printer from the first source in which they are as they were written. */
function takeOneRows(fresh: Db, sources: readonly Source[], key: Buffer): void {
  for (const table of oneRowNames) {
    const row = sources.map(({ db }) => tryOneRow(db, table, key)).find((each) => each !== null)
    if (row) writeOneRow(fresh, table, row)
  }
}

function tryOneRow(db: Db, table: OneRowTable, key: Buffer): OneRow | null {
  try {
    const row = readOneRow(db, table, key)
    return row === 'damaged' ? null : row
  } catch {
    return null // unreadable, or a copy of an older version
  }
}

/** Takes over what the sheets were made from. @returns how many of the first source are lost */
function takeAllContents(fresh: Db, sources: readonly Source[]): number {
  const [first, ...copies] = sources.map(({ db }) => takeContents(fresh, db))
  dropUnneededContents(fresh)
  const fromCopies = copies.reduce((sum, { taken }) => sum + taken, 0)
  return Math.max(0, (first?.damaged ?? 0) - fromCopies)
}

/** The audit that goes furthest before the first entry that does not fit. */
function takeAudit(fresh: Db, sources: readonly Source[]): void {
  const key = readInstallKey(fresh)
  const lengths = sources.map(({ db }) => {
    try {
      return readAudit(db, key).entries.length
    } catch {
      return 0
    }
  })
  const furthest = Math.max(0, ...lengths)
  const source = sources[lengths.indexOf(furthest)]
  if (source && furthest > 0) copyAudit(source.db, fresh, furthest)
}

function fill(
  fresh: Db,
  sources: readonly Source[],
  { noted, at }: Pick<SalvageKit, 'noted' | 'at'>,
): Omit<Salvaged, 'aside' | 'journal'> {
  const count = (table: string) => Number(fresh.prepare(`SELECT count(*) FROM ${table}`).pluck().get())
  const take = fresh.transaction(() => {
    const chosen = chooseKey(sources)
    const key = chosen?.key ?? null
    if (key !== null) fresh.prepare('UPDATE install SET key = ?').run(key)
    takeAudit(fresh, sources)
    if (key !== null) {
      takeRows(fresh, sources, key)
      takeOneRows(fresh, sources, key)
    }
    const lostContents = takeAllContents(fresh, sources)
    const areDaysKnown = takeDays(fresh, sources, noted, at)
    const taken = {
      handouts: count('handouts'),
      settings: count('settings') - (areDaysKnown ? 0 : 1), // days that were guessed were not saved
      lostContents,
      areDaysKnown,
      keyFrom: chosen === undefined ? ('nowhere' as const) : chosen.isOwn ? ('itself' as const) : ('copy' as const),
    }
    appendAudit(fresh, { kind: 'salvaged', handouts: taken.handouts }, at)
    return taken
  })
  return take.immediate()
}

const isThere = (path: string) => (statSync(path, { throwIfNoEntry: false })?.size ?? 0) > 0

/**
 * Makes a new clinic.db of all that can still be read of a damaged one and is as it was written, row by row; what that lacks,
 * which of one that is gone or empty is everything, comes from the copies. The damaged file is kept, and so is a journal.
 * @param path clinic.db, which nobody has open
 * @throws AppError storage-failed, with everything as it was
 */
export function salvageRecords(path: string, { copies, noted, at, beforeSwap }: SalvageKit): Salvaged {
  const fresh = join(dirname(path), 'salvaging.db')
  const removeFresh = () => {
    for (const suffix of ['', ...sideFiles]) rmSync(fresh + suffix, { force: true })
  }
  const isGone = !isFilled(path) // not even to be opened: SQLite would throw away the journal of an empty file
  const sources = [...(isGone ? [] : [path]), ...copies].flatMap((each) => openSource(each, each === path) ?? [])
  try {
    removeFresh()
    const db = openClinicDatabase(fresh)
    let taken
    try {
      taken = fill(db, sources, { noted, at })
    } finally {
      db.close()
    }
    for (const { db: source } of sources) source.close()
    beforeSwap?.(taken)
    const [aside, isJournalLeft] = [nameAside(path, 'damaged', at), isGone && isThere(`${path}-wal`)]
    takePlace(fresh, path, aside)
    return {
      ...taken,
      aside: isGone ? null : basename(aside),
      journal: isJournalLeft ? `${basename(aside)}-wal` : null,
    }
  } catch (error) {
    removeFresh()
    throw toStorageError(error, tell('what-salvage'))
  } finally {
    for (const { db } of sources) db.close()
  }
}
