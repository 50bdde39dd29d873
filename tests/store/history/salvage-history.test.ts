import { readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import Database from 'better-sqlite3'
import { expect, test } from 'vitest'
import { openHistoryDatabase } from '../../../src/store/history/history-database.ts'
import { makeHistoryKey, putWrap, wrapByCode } from '../../../src/store/history/history-keys.ts'
import { addRecord } from '../../../src/store/history/history-store.ts'
import { salvageHistory } from '../../../src/store/history/salvage-history.ts'
import { useTempFolder } from '../temp-folder.ts'
import { makeRecord } from './make-record.ts'

const folder = useTempFolder()
const file = () => join(folder(), 'history.db')

/** All rows of a table; no page of what is asked for here is damaged. */
function readAll(table: 'lock' | 'days') {
  const db = new Database(file(), { readonly: true })
  const rows = db.prepare(table === 'lock' ? 'SELECT * FROM lock' : 'SELECT row, given_on, seen_on FROM sealed').all()
  db.close()
  return rows
}

/** A history that has what it may hold beside records, with a page of it gone since. */
function makeDamaged(): { readonly lock: unknown[]; readonly days: unknown[] } {
  const key = makeHistoryKey()
  const db = openHistoryDatabase(file())
  putWrap(db, wrapByCode(key, 'ABCD'))
  for (let number = 0; number < 20; number += 1)
    addRecord(db, key, makeRecord(number), Buffer.alloc(9000, 'pdf'), '2026-11-22')
  db.exec(`UPDATE lock SET pin_salt = x'0123', pin_key = x'4567', failures = 7, last_try = '2026-11-22T09:30:00.000Z',
    latest_day = '2026-11-29'; UPDATE sealed SET seen_on = '2026-11-29'`)
  db.close()
  const before = { lock: readAll('lock'), days: readAll('days') }
  const bytes = readFileSync(file())
  const at = Math.floor(bytes.length / 4096 / 2) * 4096
  writeFileSync(file(), bytes.fill(0, at, at + 4096))
  return before
}

test('R6: a salvaged history has the PIN, the tries so far and the latest day of the damaged one', () => {
  const { lock } = makeDamaged()
  expect(salvageHistory(file(), new Date('2026-12-01T09:30:00.000Z'))).toBe('history-damaged-2026-12-01T09-30-00.db')
  expect(readAll('lock')).toEqual(lock)
})

test('R6: a salvaged record keeps both its days, so that none goes early or stays too long', () => {
  const { days } = makeDamaged()
  salvageHistory(file(), new Date('2026-12-01T09:30:00.000Z'))
  const saved = readAll('days')
  expect(saved.length).toBeGreaterThan(10)
  const asBefore = saved.filter((row) => days.some((each) => JSON.stringify(each) === JSON.stringify(row)))
  expect(asBefore.length).toBeGreaterThanOrEqual(saved.length - 1) // the page that is gone held a part of one
})
