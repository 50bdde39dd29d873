import { rmSync } from 'node:fs'
import { basename, dirname, join } from 'node:path'
import type Database from 'better-sqlite3'
import { tell } from '../../domain/message.ts'
import type { Db } from '../open-database.ts'
import { attempt, openDamaged, readDamagedRows } from '../read-damaged.ts'
import { toStorageError } from '../storage-error.ts'
import { nameAside, sideFiles, takePlace } from '../take-place.ts'
import { openHistoryDatabase } from './history-database.ts'

type SealedRow = Readonly<Record<'row' | 'id' | 'given_on' | 'record' | 'pdf', unknown>> & {
  readonly seen_on?: unknown
}
type LooseRow = Readonly<Record<string, unknown>>

/** Takes over a table of few rows, as far as it can be read. */
function takeTable(
  source: Database.Database,
  fresh: Db,
  table: 'key_wraps' | 'lock' | 'listed',
  keys: readonly string[],
) {
  for (const key of keys) {
    const column = table === 'key_wraps' ? 'by' : 'only_row'
    const row = attempt(() => source.prepare<[string], LooseRow>(`SELECT * FROM ${table} WHERE ${column} = ?`).get(key))
    if (row === undefined) continue
    const names = Object.keys(row)
    const values = names.map((name) => `@${name}`).join(', ')
    attempt(() => fresh.prepare(`INSERT OR REPLACE INTO ${table} (${names.join(', ')}) VALUES (${values})`).run(row))
  }
}

function fill(source: Database.Database, fresh: Db): void {
  takeTable(source, fresh, 'key_wraps', ['keystore', 'passphrase', 'recovery'])
  takeTable(source, fresh, 'lock', ['1'])
  takeTable(source, fresh, 'listed', ['1'])
  const add = fresh.prepare<[SealedRow]>(
    `INSERT OR IGNORE INTO sealed (row, id, given_on, record, pdf, seen_on)
      VALUES (@row, @id, @given_on, @record, @pdf, @seen_on)`,
  )
  for (const row of readDamagedRows<SealedRow>(source, 'sealed'))
    attempt(() => add.run({ ...row, seen_on: row.seen_on ?? row.given_on }))
}

/**
 * Makes a new history.db of all that can still be read of a damaged one, row by row; which of it is as it was written shows
 * once it is unlocked, for only the key can tell. The damaged file is kept beside it, until something is removed.
 * @param path history.db, which nobody has open
 * @returns the name of the damaged file; null when no way to the key is left in it, so that everything stays as it was
 * @throws AppError storage-failed, with everything as it was
 */
export function salvageHistory(path: string, at: Date): string | null {
  const fresh = join(dirname(path), 'salvaging-history.db')
  const removeFresh = () => {
    for (const suffix of ['', ...sideFiles]) rmSync(fresh + suffix, { force: true })
  }
  let source: Database.Database | undefined
  try {
    removeFresh()
    source = attempt(() => openDamaged(path))
    if (source === undefined) return null
    const db = openHistoryDatabase(fresh)
    let ways = 0
    try {
      const [from, to] = [source, db]
      db.transaction(() => fill(from, to)).immediate()
      ways = Number(db.prepare('SELECT count(*) FROM key_wraps').pluck().get())
    } finally {
      db.close()
    }
    source.close()
    if (ways === 0) return null
    const aside = nameAside(path, 'damaged', at)
    takePlace(fresh, path, aside)
    return basename(aside)
  } catch (error) {
    throw toStorageError(error, tell('what-salvage'))
  } finally {
    source?.close()
    removeFresh()
  }
}
