import type Database from 'better-sqlite3'
import type { HandoutRow } from './handout-row.ts'
import { isSeal, sealRow } from './seal.ts'
import { settingNames } from './settings-store.ts'

/** After so many rows that cannot be read one after the other, there is nothing more to come. */
const longestGap = 100_000

/** Something that a damaged file may give or not. */
export function attempt<T>(read: () => T): T | undefined {
  try {
    return read()
  } catch {
    return undefined
  }
}

/** The rows of the log that a damaged file still gives; what they hold is judged by their seals. */
export function readDamagedHandouts(db: Database.Database): Generator<HandoutRow> {
  return readDamagedRows<HandoutRow>(db, 'handouts')
}

/** A row of a table, with its number. */
type NumberedRow = { readonly row: unknown }

/**
 * The rows of a table that a damaged file still gives, in rising order: it reads on until a page fails, then asks for row
 * after row until one answers again. Nothing of what they hold is judged here.
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
    const next = isThrough ? undefined : findNext(one, last)
    if (next === undefined) return
    last = Number(next.row)
    yield next
  }
}

function findNext<Row extends NumberedRow>(one: Database.Statement<[number], Row>, last: number): Row | undefined {
  for (let row = last + 1; row <= last + longestGap; row += 1) {
    const found = attempt(() => one.get(row))
    if (found !== undefined && Number(found.row) === row) return found
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
