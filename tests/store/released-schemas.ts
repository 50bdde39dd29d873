import { existsSync, readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join, resolve } from 'node:path'
import Database from 'better-sqlite3'
import { appendAudit } from '../../src/store/audit-log.ts'
import { clinicSchema } from '../../src/store/clinic-database.ts'
import { keepContent } from '../../src/store/content-store.ts'
import { readVersion, type Schema } from '../../src/store/migrate.ts'
import { addHandout } from '../../src/store/handout-store.ts'
import { sealOneRows } from '../../src/store/one-row.ts'
import { openDatabase, type Db } from '../../src/store/open-database.ts'
import { sealSettings } from '../../src/store/seal.ts'
import { aContent, aHandout } from './make-handout.ts'

/** Which file of a clinic the fixtures are of. */
export type Fixture = 'clinic' | 'history'

const folder = resolve(import.meta.dirname, '../fixtures')

/** The versions of clinic.db there have been. */
export const versions = clinicSchema.migrations.map(({ version }) => version)

const nameFixture = (of: Fixture, version: number) => join(folder, `${of}-${version}.sql`)

/** What each version brought, as a row or two. */
const sampleRows: Readonly<Record<number, (db: Db) => void>> = {
  10: (db) => db.exec(`INSERT INTO settings (key, value) VALUES ('name', '"A clinic"'), ('emergencyNumber', '"112"')`),
  20: (db) =>
    db.exec(`INSERT INTO print_choice (only_row, printer, copies, sides) VALUES (1, 'Front desk', 2, 'long-edge')`),
  30: (db) => db.exec(`INSERT INTO logo (only_row, picture) VALUES (1, X'89504e470d0a1a0a')`),
  100: (db) => {
    addHandout(db, aHandout)
  },
  110: (db) => {
    appendAudit(db, { kind: 'exported', handouts: 1 }, new Date('2026-11-22T09:30:00.000Z'))
  },
  120: sealOneRows,
  130: (db) => {
    keepContent(db, aContent)
  },
}

function writeValue(value: unknown): string {
  if (value === null) return 'NULL'
  if (Buffer.isBuffer(value)) return `X'${value.toString('hex')}'`
  return typeof value === 'string' ? `'${value.replaceAll("'", "''")}'` : JSON.stringify(value)
}

/** Schema and rows as SQL, statement by statement. */
function dump(db: Db, { applicationId }: Schema): string {
  const objects = db
    .prepare<[], { type: string; name: string; sql: string }>(
      `SELECT type, name, sql FROM sqlite_schema WHERE sql IS NOT NULL ORDER BY type <> 'table', rowid`,
    )
    .all()
  const rows = objects
    .filter(({ type }) => type === 'table')
    .flatMap(({ name }) =>
      (db.prepare(`SELECT * FROM ${name}`).raw().all() as unknown[][]).map(
        (row) => `INSERT INTO ${name} VALUES (${row.map(writeValue).join(', ')});`,
      ),
    )
  const tables = objects.filter(({ type }) => type === 'table').map(({ sql }) => `${sql};`)
  const others = objects.filter(({ type }) => type !== 'table').map(({ sql }) => `${sql};`)
  const marks = [`PRAGMA application_id = ${applicationId};`, `PRAGMA user_version = ${readVersion(db)};`]
  return `${[...marks, ...tables, ...rows, ...others].join('\n')}\n`
}

/** Writes the fixtures of versions that have none yet; one that is there is released and stays as it is. */
export function keepFixtures(of: Fixture, schema: Schema, fill: (db: Db, version: number) => void): void {
  for (const { version } of schema.migrations) {
    if (existsSync(nameFixture(of, version))) continue
    const migrations = schema.migrations.filter((each) => each.version <= version)
    const db = openDatabase(':memory:', { ...schema, migrations })
    fill(db, version)
    writeFileSync(nameFixture(of, version), dump(db, schema))
    db.close()
  }
}

/** Writes the fixtures of clinic.db that are not there yet. */
export function keepClinicFixtures(): void {
  keepFixtures('clinic', clinicSchema, (db, version) => {
    for (const each of versions.filter((earlier) => earlier <= version)) sampleRows[each]?.(db)
    if (version >= 100) sealSettings(db) // they came before there were seals
  })
}

/** The versions that have a fixture. */
export function listFixtures(of: Fixture): number[] {
  return readdirSync(folder)
    .flatMap((name) => new RegExp(`^${of}-(\\d+)\\.sql$`, 'u').exec(name)?.[1] ?? [])
    .map(Number)
    .toSorted((a, b) => a - b)
}

/** Makes a database as the CareSheet of that version left it. */
export function restoreFixture(path: string, version: number, of: Fixture = 'clinic'): void {
  const db = new Database(path)
  db.pragma('journal_mode = wal')
  db.pragma('foreign_keys = OFF')
  db.exec(readFileSync(nameFixture(of, version), 'utf8'))
  db.close()
}
