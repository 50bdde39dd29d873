import Database from 'better-sqlite3'
import type { HandoutRow } from './handout-row.ts'
import { listRowNumbers } from './list-row-numbers.ts'
import { isSeal, sealRow } from './seal.ts'
import { settingNames } from './settings-store.ts'

/** Something that a damaged file may give or not. */
export function attempt<T>(read: () => T): T | undefined {
  try {
    return read()
  } catch {
    return undefined
  }
}

/**
 * Opens a damaged file to read from it. Unless the schema may be written, SQLite gives nothing at all of a file that was cut
 * off; as only reading is allowed, it never is.
 * @throws what SQLite throws for a file of which nothing can be read
 */
export function openDamaged(path: string): Database.Database {
  const db = new Database(path, { readonly: true, fileMustExist: true })
  db.unsafeMode(true) // else the next line is not heard
  db.pragma('writable_schema = 1')
  db.pragma('trusted_schema = 0')
  db.pragma('cell_size_check = 1')
  return db
}

/** The rows of the log that a damaged file still gives; what they hold is judged by their seals. */
export function readDamagedHandouts(db: Database.Database): Generator<HandoutRow> {
  return readDamagedRows<HandoutRow>(db, 'handouts')
}

/** A row of a table, with its number. */
type NumberedRow = { readonly row: unknown }

/**
 * The rows of a table that a damaged file still gives, in rising order: it reads on until a page fails, then asks for each
 * row that the file has anywhere until one answers again. Nothing of what they hold is judged here.
 * @param table one with numbered rows
 */
export function* readDamagedRows<Row extends NumberedRow>(
  db: Database.Database,
  table: 'handouts' | 'sealed' | 'contents',
): Generator<Row> {
  const one = attempt(() => db.prepare<[number], Row>(`SELECT * FROM ${table} WHERE row = ?`))
  const rest = attempt(() => db.prepare<[number], Row>(`SELECT * FROM ${table} NOT INDEXED WHERE row > ? ORDER BY row`))
  if (one === undefined || rest === undefined) return
  let last = 0
  let numbers: readonly number[] | undefined
  for (;;) {
    let isThrough = true
    try {
      for (const row of rest.iterate(last)) {
        isThrough = Number(row.row) > last
        if (!isThrough) break // a page that leads back to where it came from
        last = Number(row.row)
        yield row
      }
    } catch {
      isThrough = false
    }
    if (isThrough) return
    numbers = (numbers ?? attempt(() => listRowNumbers(db)) ?? []).filter((number) => number > last)
    const next = findNext(one, numbers)
    if (next === undefined) return
    last = Number(next.row)
    yield next
  }
}

/** The first row of these numbers that can be read. */
function findNext<Row extends NumberedRow>(
  one: Database.Statement<[number], Row>,
  numbers: readonly number[],
): Row | undefined {
  for (const number of numbers) {
    const found = attempt(() => one.get(number))
    if (found !== undefined && Number(found.row) === number) return found
  }
  return undefined
}

/** A setting as it lies in the file. */
export type Setting = { readonly key: string; readonly value: string; readonly seal: Buffer }

type FoundSetting = { readonly key: string; readonly value: string; readonly seal: unknown }

/** The settings that a damaged file still gives, and that are as they were written. */
export function readDamagedSettings(db: Database.Database, installKey: Uint8Array): Setting[] {
  const one = attempt(() => db.prepare<[string], FoundSetting>('SELECT key, value, seal FROM settings WHERE key = ?'))
  return settingNames.flatMap((name) => {
    const found = attempt(() => one?.get(name))
    if (!found || !Buffer.isBuffer(found.seal)) return []
    const { key, value, seal } = found
    return isSeal(seal, sealRow(installKey, 'settings', [key, value])) ? [{ key, value, seal }] : []
  })
}
