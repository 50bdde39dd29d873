import { chmodSync, readdirSync, readFileSync, statSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import Database from 'better-sqlite3'
import { expect, test } from 'vitest'
import { AppError } from '../../src/domain/app-error.ts'
import { clinicSchema, openClinicDatabase } from '../../src/store/clinic-database.ts'
import { historySchema, openHistoryDatabase } from '../../src/store/history/history-database.ts'
import { librarySchema, openLibraryDatabase } from '../../src/store/library-database.ts'
import { openDatabase } from '../../src/store/open-database.ts'
import { applyPragmas, listPragmas, readPragmas } from '../../src/store/pragmas.ts'
import { findNewest, readVersion } from '../../src/store/migrate.ts'
import { makeLibrary } from './make-library.ts'
import { useTempFolder } from './temp-folder.ts'

const folder = useTempFolder()
const file = () => join(folder(), 'clinic.db')

function refusal(open: () => unknown): AppError {
  try {
    open()
  } catch (error) {
    if (error instanceof AppError) return error
    throw error
  }
  throw new Error('It was opened.')
}

test.each([
  ['clinic.db', 0x43_53_43_4c, clinicSchema, openClinicDatabase],
  ['history.db', 0x43_53_48_53, historySchema, openHistoryDatabase],
  ['library.db', 0x43_53_4c_42, librarySchema, (path: string) => openLibraryDatabase(path, makeLibrary(), 'one')],
] as const)(
  'R1: all that keeps %s safe holds on the second open, when SQLite would fall back to its defaults',
  (name, id, schema, open) => {
    const path = join(folder(), name)
    for (const _ of ['first', 'second']) {
      const db = open(path)
      expect(readPragmas(db)).toEqual({
        journal_mode: 'wal',
        synchronous: 2,
        foreign_keys: 1,
        busy_timeout: 5000,
        secure_delete: 1,
        temp_store: 2,
        trusted_schema: 0,
        cell_size_check: 1,
        ...(process.platform === 'darwin' ? { fullfsync: 1, checkpoint_fullfsync: 1 } : {}),
      })
      expect(db.pragma('application_id', { simple: true })).toBe(id)
      expect(readVersion(db)).toBe(findNewest(schema))
      db.close()
    }
  },
)

test('R1: foreign keys are on again after the steps that need them off', () => {
  const db = openClinicDatabase(file())
  expect(db.pragma('foreign_keys', { simple: true })).toBe(1)
  db.close()
})

test('R1: on macOS the disk is told to empty its own memory too', () => {
  expect(listPragmas('darwin')).toMatchObject({ fullfsync: 1, checkpoint_fullfsync: 1 })
  expect(Object.keys(listPragmas('linux'))).not.toContain('fullfsync')
})

test('R1: a file that cannot be kept safe is refused in words', () => {
  const temporary = new Database('') // SQLite keeps no write-ahead log for a file without a name
  expect(refusal(() => applyPragmas(temporary)).message).toMatch(/safe on this disk \(journal_mode\)\. Please move/u)
  temporary.close()
})

test('the same file opened by better-sqlite3 alone would lose confirmed writes in a power cut', () => {
  openClinicDatabase(file()).close()
  const db = new Database(file())
  expect(db.pragma('synchronous', { simple: true })).toBe(1)
  db.close()
})

test.skipIf(process.platform === 'win32')(
  'database, journal and index are for this account only, whatever the umask',
  () => {
    const umask = process.umask(0)
    try {
      const db = openClinicDatabase(file())
      db.exec(`INSERT INTO settings (key, value) VALUES ('name', '"x"')`)
      const modes = readdirSync(folder())
        .toSorted()
        .map((name) => [name, (statSync(join(folder(), name)).mode & 0o777).toString(8)])
      expect(modes).toEqual([
        ['clinic.db', '600'],
        ['clinic.db-shm', '600'],
        ['clinic.db-wal', '600'],
      ])
      db.close()
    } finally {
      process.umask(umask)
    }
  },
)

test.skipIf(process.platform === 'win32')(
  'a database that others could read is for this account only once it is opened',
  () => {
    openClinicDatabase(file()).close()
    chmodSync(file(), 0o644)
    openClinicDatabase(file()).close()
    expect((statSync(file()).mode & 0o777).toString(8)).toBe('600')
  },
)

test('R1: all tables are STRICT', () => {
  const db = openClinicDatabase(file())
  const loose = db
    .prepare(`SELECT name FROM pragma_table_list WHERE schema = 'main' AND name NOT LIKE 'sqlite_%' AND strict = 0`)
    .all()
  expect(loose).toEqual([])
  db.close()
})

test('R5: a file of a newer version is refused and left untouched', () => {
  openClinicDatabase(file()).close()
  const later = new Database(file())
  later.pragma('user_version = 1000')
  later.close()
  const before = readFileSync(file())
  const error = refusal(() => openClinicDatabase(file()))
  expect([error.code, error.message]).toEqual(['storage-failed', expect.stringMatching(/newer CareSheet/)])
  expect(readFileSync(file()).equals(before)).toBe(true)
})

test('a database of another program is refused and left untouched', () => {
  const other = new Database(file())
  other.exec('CREATE TABLE theirs (a)')
  other.close()
  const before = readFileSync(file())
  expect(refusal(() => openClinicDatabase(file())).message).toMatch(/another program/)
  expect(readFileSync(file()).equals(before)).toBe(true)
})

test.each([
  ['a file that is no database', 'not a database at all, '.repeat(300)],
  ['a damaged header', 'SQLite format 3\u0000'.padEnd(4096, 'x')],
])('%s is refused with a sentence', (_, text) => {
  writeFileSync(file(), text)
  const error = refusal(() => openClinicDatabase(file()))
  expect([error.code, error.message]).toEqual(['storage-failed', expect.stringMatching(/damaged.*\.$/)])
})

test('a damaged page is refused', () => {
  const db = openClinicDatabase(file())
  db.exec(
    `WITH RECURSIVE n(i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n WHERE i < 500) INSERT INTO settings (key, value) SELECT 'k' || i, '"some text here"' FROM n`,
  )
  db.close()
  const bytes = readFileSync(file())
  bytes.fill(0, 8192, 12_288)
  writeFileSync(file(), bytes)
  expect(refusal(() => openClinicDatabase(file())).message).toMatch(/damaged/)
})

test('a folder that is not there is a sentence too', () => {
  expect(refusal(() => openClinicDatabase(join(folder(), 'none', 'clinic.db'))).code).toBe('storage-failed')
})

const first = { version: 10, sql: 'CREATE TABLE a (x TEXT) STRICT' }
const second = { version: 20, sql: `ALTER TABLE a ADD COLUMN y TEXT NOT NULL DEFAULT 'new'` }
const broken = { version: 30, sql: 'CREATE TABLE b (x TEXT) STRICT; INSERT INTO nowhere VALUES (1)' }

test('an older file gets the later steps only, and keeps its rows', () => {
  const old = openDatabase(file(), { applicationId: 7, migrations: [first] })
  old.exec(`INSERT INTO a VALUES ('kept')`)
  old.close()
  const db = openDatabase(file(), { applicationId: 7, migrations: [first, second] })
  expect([readVersion(db), db.prepare('SELECT * FROM a').all()]).toEqual([20, [{ x: 'kept', y: 'new' }]])
  db.close()
})

test('steps that cannot all be done are not done at all', () => {
  openDatabase(file(), { applicationId: 7, migrations: [first] }).close()
  expect(refusal(() => openDatabase(file(), { applicationId: 7, migrations: [first, second, broken] })).code).toBe(
    'storage-failed',
  )
  const db = openDatabase(file(), { applicationId: 7, migrations: [first] })
  expect([readVersion(db), db.prepare('PRAGMA table_info(a)').all().length]).toEqual([10, 1])
  db.close()
})
