import type Database from 'better-sqlite3'
import { isSeal, readInstallKey, sealRow, type Cell } from './seal.ts'

/** The tables of one row or none, each with the columns of its seal in their order. */
export const oneRowTables = {
  print_choice: ['printer', 'copies', 'sides', 'tray'],
  logo: ['picture'],
} as const
export type OneRowTable = keyof typeof oneRowTables

/** A row by its columns. */
export type OneRow = Readonly<Record<string, Cell>>

/** Their names, for what goes through all of them. */
// the keys of the table of tables are the names of tables
export const oneRowNames = Object.keys(oneRowTables) as readonly OneRowTable[]

function sealOneRow(key: Uint8Array, table: OneRowTable, row: OneRow): Buffer {
  return sealRow(
    key,
    table,
    oneRowTables[table].map((column) => row[column] ?? null),
  )
}

/** The row of a table as it was written; null when there is none, 'damaged' when the disk, or someone, has changed it. */
export function readOneRow(db: Database.Database, table: OneRowTable, key: Uint8Array = readInstallKey(db)) {
  const row = db.prepare<[], OneRow>(`SELECT * FROM ${table}`).get()
  if (row === undefined) return null
  return isSeal(row['seal'], sealOneRow(key, table, row)) ? row : 'damaged'
}

/** Writes a row with its seal in place of the one before. */
export function writeOneRow(db: Database.Database, table: OneRowTable, row: OneRow): void {
  const columns = [...oneRowTables[table], 'seal']
  db.prepare(
    `INSERT OR REPLACE INTO ${table} (only_row, ${columns.join(', ')}) VALUES (1, ${columns.map((name) => `@${name}`).join(', ')})`,
  ).run({ ...row, seal: sealOneRow(readInstallKey(db), table, row) })
}

/** Seals the rows that were there before there were seals. */
export function sealOneRows(db: Database.Database): void {
  for (const table of oneRowNames) {
    const row = db.prepare<[], OneRow>(`SELECT * FROM ${table}`).get()
    if (row !== undefined) writeOneRow(db, table, row)
  }
}
