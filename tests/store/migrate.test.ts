import { existsSync, mkdirSync, readdirSync, statSync } from 'node:fs'
import { join } from 'node:path'
import Database from 'better-sqlite3'
import { beforeAll, expect, test, vi } from 'vitest'
import { readAllContents } from '../../src/store/content-store.ts'
import { readAudit } from '../../src/store/audit-log.ts'
import { clinicSchema, openClinicDatabase } from '../../src/store/clinic-database.ts'
import { findNewest, readVersion } from '../../src/store/migrate.ts'
import { openDatabase, type Db } from '../../src/store/open-database.ts'
import { readErrorCode } from '../../src/store/storage-error.ts'
import { readPrintChoice } from '../../src/store/print-choice-store.ts'
import { listHandouts } from '../../src/store/handout-store.ts'
import { listDamagedSettings, readSettings } from '../../src/store/settings-store.ts'
import { aContent, aHandout } from './make-handout.ts'
import { keepClinicFixtures, listFixtures, restoreFixture, versions } from './released-schemas.ts'
import { useTempFolder } from './temp-folder.ts'

const folder = useTempFolder()
const file = () => join(folder(), 'clinic.db')

beforeAll(() => {
  if (process.env['UPDATE_GOLDEN'] === '1') keepClinicFixtures()
})

/** Tables, indexes and triggers with their columns, as SQLite sees them; how they were written does not count. */
function describeSchema(db: Db) {
  const objects = db
    .prepare<[], { type: string; name: string }>('SELECT type, name FROM sqlite_schema ORDER BY type, name')
    .all()
  return objects.map(({ type, name }) => ({
    type,
    name,
    columns: type === 'table' ? db.pragma(`table_info(${name})`) : [],
    strict: db.prepare('SELECT strict, wr FROM pragma_table_list WHERE name = ?').get(name),
    keys: type === 'table' ? db.pragma(`foreign_key_list(${name})`) : [],
    index: type === 'index' ? db.pragma(`index_xinfo(${name})`) : [],
    sql: type === 'trigger' ? db.prepare('SELECT sql FROM sqlite_schema WHERE name = ?').pluck().get(name) : null,
  }))
}

test('R5: every released schema is kept', () => {
  expect(listFixtures('clinic')).toEqual(versions)
})

test.each(versions)('R5: a clinic.db of version %i comes to the newest schema, as a new one has it', (version) => {
  const fresh = openClinicDatabase(':memory:')
  restoreFixture(file(), version)
  const db = openClinicDatabase(file())
  expect(describeSchema(db)).toEqual(describeSchema(fresh))
  expect(readVersion(db)).toBe(findNewest(clinicSchema))
  expect(readSettings(db)).toMatchObject({ name: 'A clinic', emergencyNumber: '112' })
  expect(listDamagedSettings(db)).toEqual([])
  expect(readPrintChoice(db)?.printer).toBe(version >= 20 ? 'Front desk' : undefined)
  expect(listHandouts(db, {}, null, 10)).toEqual({
    handouts: version >= 100 ? [{ ...aHandout, madeOn: version >= 140 ? aHandout.madeOn : null }] : [],
    next: null,
    damaged: 0,
  })
  expect(readAllContents(db).map(({ text }) => text)).toEqual(version >= 130 ? [aContent.text] : [])
  expect(readAudit(db)).toMatchObject({ entries: { length: version >= 110 ? 1 : 0 }, brokenAt: null })
  db.close()
  fresh.close()
})

test('R5: where the copy before an update is not the same as the file, nothing is updated', () => {
  restoreFixture(file(), 10)
  // called with the `this` of each database below
  // oxlint-disable-next-line typescript/unbound-method
  const prepare = Database.prototype.prepare
  const bad = vi.spyOn(Database.prototype, 'prepare').mockImplementation(function (this: Db, sql: string) {
    const statement = prepare.call(this, sql)
    if (!sql.startsWith('VACUUM INTO')) return statement
    const write = statement.run.bind(statement)
    const run = (part: string) => {
      const result = write(part)
      const copy = new Database(part)
      copy.exec(`UPDATE settings SET value = '"113"' WHERE key = 'emergencyNumber'`)
      copy.close()
      return result
    }
    return Object.assign(statement, { run })
  })
  expect(() => openClinicDatabase(file())).toThrow(/could not be copied before the update, so nothing was updated/u)
  bad.mockRestore()
  const db = new Database(file())
  expect(readVersion(db)).toBe(10)
  db.close()
  expect(readdirSync(join(folder(), 'backups'))).toEqual([])
})

test('R5: before an update the old file is copied, whole and private', () => {
  restoreFixture(file(), 10)
  openClinicDatabase(file()).close()
  const kept = join(folder(), 'backups', 'clinic-version-10.db')
  expect(readdirSync(join(folder(), 'backups'))).toEqual(['clinic-version-10.db'])
  if (process.platform !== 'win32') expect(statSync(kept).mode & 0o777).toBe(0o600)
  const copy = new Database(kept, { readonly: true })
  expect(copy.pragma('user_version', { simple: true })).toBe(10)
  expect(copy.pragma('application_id', { simple: true })).toBe(clinicSchema.applicationId)
  expect(copy.prepare('SELECT key FROM settings').pluck().all()).toEqual(['emergencyNumber', 'name'])
  copy.close()
})

test('R5: a new file, or one that needs no update, is not copied', () => {
  openClinicDatabase(file()).close()
  openClinicDatabase(file()).close()
  expect(existsSync(join(folder(), 'backups'))).toBe(false)
})

test('R5: what cannot be copied is not updated', () => {
  const [first, second] = [
    { version: 10, sql: 'CREATE TABLE a (x TEXT PRIMARY KEY) STRICT' },
    { version: 20, sql: 'CREATE TABLE b (x TEXT PRIMARY KEY) STRICT' },
  ]
  const small = { applicationId: 7, migrations: [first] }
  openDatabase(file(), small).close()
  // a folder stands where the copy belongs
  mkdirSync(join(folder(), 'backups', 'clinic-version-10.db', 'full'), { recursive: true })
  expect(() => openDatabase(file(), { applicationId: 7, migrations: [first, second] })).toThrow(/could not be opened/u)
  const db = openDatabase(file(), small)
  expect(readVersion(db)).toBe(10)
  db.close()
})

test('a file is claimed for writing before its version is read, so that two starts never bring it up together', () => {
  const tries: unknown[] = []
  const schema = {
    applicationId: 7,
    migrations: [
      {
        version: 1,
        sql: 'SELECT 1', // writes nothing yet
        fill: () => {
          const second = new Database(file(), { timeout: 0 })
          try {
            second.exec('BEGIN IMMEDIATE; ROLLBACK')
            tries.push('wrote')
          } catch (error) {
            tries.push(readErrorCode(error))
          } finally {
            second.close()
          }
        },
      },
    ],
  }
  openDatabase(file(), schema).close()
  expect(tries).toEqual(['SQLITE_BUSY'])
})
