import { join } from 'node:path'
import { beforeAll, expect, test } from 'vitest'
import { historySchema, openHistoryDatabase } from '../../../src/store/history/history-database.ts'
import {
  isCodeKept,
  makeHistoryKey,
  putWrap,
  readWraps,
  unwrapByCode,
  wrapByCode,
  type HistoryKey,
} from '../../../src/store/history/history-keys.ts'
import { purgeRecords } from '../../../src/store/history/history-days.ts'
import { addRecord, listRecords, readRecord } from '../../../src/store/history/history-store.ts'
import { findNewest, readVersion } from '../../../src/store/migrate.ts'
import type { Db } from '../../../src/store/open-database.ts'
import { keepFixtures, listFixtures, restoreFixture } from '../released-schemas.ts'
import { useTempFolder } from '../temp-folder.ts'
import { makeHandout } from '../make-handout.ts'
import { makeRecord } from './make-record.ts'

const folder = useTempFolder()
const versions = historySchema.migrations.map(({ version }) => version)
const code = 'ABCD-EFGH-JKMN-PQRS'
const pdf = Buffer.from('%PDF Patient Name 1')
const all = { words: '' }

/** A record as each version wrote it: of today's row only the columns it had. */
function fill(db: Db): void {
  const key = makeHistoryKey()
  const newest = openHistoryDatabase(':memory:')
  addRecord(newest, key, makeRecord(1), pdf, '2026-11-22')
  const columns = db.prepare<[], string>(`SELECT name FROM pragma_table_info('sealed')`).pluck().all()
  for (const [table, names] of [
    ['sealed', columns],
    ['listed', ['only_row', 'list']],
  ] as const) {
    const row = newest.prepare<[], Record<string, unknown>>(`SELECT ${names.join(', ')} FROM ${table}`).get()
    db.prepare(`INSERT INTO ${table} (${names.join(', ')}) VALUES (${names.map((name) => `@${name}`).join(', ')})`).run(
      row,
    )
  }
  putWrap(db, wrapByCode(key, code))
  newest.close()
}

beforeAll(() => {
  if (process.env['UPDATE_GOLDEN'] === '1') keepFixtures('history', historySchema, fill)
})

function unlock(db: Db): HistoryKey {
  const [wrap] = readWraps(db)
  const key = wrap && unwrapByCode(wrap, code)
  if (!key) throw new Error('The fixture does not open.')
  return key
}

const describeTable = (db: Db) => (table: string) => db.pragma(`table_info(${table})`)

test('R5: every released schema of history.db is kept', () => {
  expect(listFixtures('history')).toEqual(versions)
})

test.each(versions)(
  'R5: a history.db of version %i comes to the newest schema, and opens as it was sealed',
  (version) => {
    const file = join(folder(), 'history.db')
    restoreFixture(file, version, 'history')
    const [db, fresh] = [openHistoryDatabase(file), openHistoryDatabase(':memory:')]
    expect(readVersion(db)).toBe(findNewest(historySchema))
    const tables = ['sealed', 'listed', 'key_wraps', 'lock']
    expect(tables.map(describeTable(db))).toEqual(tables.map(describeTable(fresh)))
    expect(isCodeKept(db)).toBe(true)
    const key = unlock(db)
    const isDayKept = version >= 30 // the day that stands on a sheet
    const old = makeRecord(1, isDayKept ? {} : { handout: makeHandout(1, { madeOn: null }) })
    expect(listRecords(db, key, all, null, 9)).toEqual({ records: [old], next: null, damaged: 0 })
    expect(readRecord(db, key, makeRecord(1).handout.id).pdf).toEqual(pdf)
    addRecord(db, key, makeRecord(2), pdf, '2026-11-23')
    expect(listRecords(db, key, all, null, 9).records).toEqual([makeRecord(2), old])
    expect(purgeRecords(db, '2026-11-22')).toBe(0)
    expect(purgeRecords(db, '2026-11-23')).toBe(1) // its days are counted from the one it was given on
    db.close()
    fresh.close()
  },
)
