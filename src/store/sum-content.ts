import { createHash } from 'node:crypto'
import type Database from 'better-sqlite3'

/** What a table holds: how many rows, and the hex SHA-256 of all of them in the order of their key; null where it was left out. */
export type TableSum = { readonly table: string; readonly rows: number; readonly sha256: string | null }

type Column = { readonly name: string; readonly pk: number }

function listTables(db: Database.Database): string[] {
  return db
    .prepare<[], string>(
      `SELECT name FROM sqlite_schema WHERE type = 'table' AND name NOT LIKE 'sqlite_%' ORDER BY name`,
    )
    .pluck()
    .all()
}

/** Sums up all tables. @param sealed those whose rows carry seals that are checked anyway: they are only counted, which is sooner */
export function sumContent(db: Database.Database, sealed: readonly string[] = []): TableSum[] {
  return listTables(db).map((table) => {
    if (sealed.includes(table)) {
      const count = db.prepare(`SELECT count(*) FROM "${table}"`).pluck().get()
      return { table, rows: Number(count), sha256: null }
    }
    const columns = db.prepare<[string], Column>('SELECT name, pk FROM pragma_table_info(?)').all(table)
    const keys = columns.filter(({ pk }) => pk > 0).toSorted((a, b) => a.pk - b.pk)
    const order = keys.map(({ name }) => `"${name}"`).join(', ') || 'rowid'
    const hash = createHash('sha256')
    let rows = 0
    // quote() writes each value so that no two look the same, and does it where the row is read
    const row = columns.map(({ name }) => `quote("${name}")`).join(` || ',' || `)
    for (const text of db.prepare<[], string>(`SELECT ${row} FROM "${table}" ORDER BY ${order}`).pluck().iterate()) {
      hash.update(`${text}\n`)
      rows += 1
    }
    return { table, rows, sha256: hash.digest('hex') }
  })
}

/** Whether two databases hold the same. An integrity check alone cannot tell: a copy that lacks a table passes it. */
export function isSameContent(one: readonly TableSum[], other: readonly TableSum[]): boolean {
  return JSON.stringify(one) === JSON.stringify(other)
}
