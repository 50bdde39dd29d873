import { createHash } from 'node:crypto'
import type Database from 'better-sqlite3'

/** What a table holds: how many rows, and the hex SHA-256 of all of them in the order of their key. */
export type TableSum = { readonly table: string; readonly rows: number; readonly sha256: string }

type Column = { readonly name: string; readonly pk: number }

function listTables(db: Database.Database): string[] {
  return db
    .prepare<[], string>(
      `SELECT name FROM sqlite_schema WHERE type = 'table' AND name NOT LIKE 'sqlite_%' ORDER BY name`,
    )
    .pluck()
    .all()
}

/** A value as text that differs whenever the value does. */
function writeValue(value: unknown): unknown {
  return Buffer.isBuffer(value) ? { blob: value.toString('hex') } : value
}

/** Sums up all tables. */
export function sumContent(db: Database.Database): TableSum[] {
  return listTables(db).map((table) => {
    const columns = db.prepare<[string], Column>('SELECT name, pk FROM pragma_table_info(?)').all(table)
    const keys = columns.filter(({ pk }) => pk > 0).toSorted((a, b) => a.pk - b.pk)
    const order = keys.map(({ name }) => `"${name}"`).join(', ') || 'rowid'
    const hash = createHash('sha256')
    let rows = 0
    // raw() gives each row as a list of its values
    for (const row of db.prepare(`SELECT * FROM "${table}" ORDER BY ${order}`).raw().iterate() as Iterable<unknown[]>) {
      hash.update(`${JSON.stringify(row.map(writeValue))}\n`)
      rows += 1
    }
    return { table, rows, sha256: hash.digest('hex') }
  })
}

/** Whether two databases hold the same. An integrity check alone cannot tell: a copy that lacks a table passes it. */
export function isSameContent(one: readonly TableSum[], other: readonly TableSum[]): boolean {
  return JSON.stringify(one) === JSON.stringify(other)
}
