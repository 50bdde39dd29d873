import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { assert, constantFrom, integer, nat, property } from 'fast-check'
import { expect, test } from 'vitest'
import type { AuditEvent } from '../../src/domain/audit-event.ts'
import { Clinic } from '../../src/domain/clinic.ts'
import { appendAudit, findLastEvent, readAudit } from '../../src/store/audit-log.ts'
import { openClinicDatabase } from '../../src/store/clinic-database.ts'
import { emptyJournal } from '../../src/store/empty-journal.ts'
import { addHandout, countHandoutsBefore, listHandouts, purgeHandouts } from '../../src/store/handout-store.ts'
import type { Db } from '../../src/store/open-database.ts'
import { saveSettings } from '../../src/store/settings-store.ts'
import { makeHandout } from './make-handout.ts'
import { useTempFolder } from './temp-folder.ts'

const folder = useTempFolder()
const minute = (number: number) => new Date(Date.UTC(2026, 10, 22, 9, number))
const event = (handouts: number): AuditEvent => ({ kind: 'exported', handouts })

/** A clinic.db with an audit of eight entries. */
function openAudited(): Db {
  const db = openClinicDatabase(join(folder(), 'clinic.db'))
  for (let number = 1; number <= 8; number += 1) appendAudit(db, event(number), minute(number))
  return db
}

/** Takes away what keeps the audit from being changed, as someone with the file in hand can. */
function unlock(db: Db): Db {
  const triggers = db.prepare<[], string>(`SELECT name FROM sqlite_schema WHERE type = 'trigger'`).pluck().all()
  for (const name of triggers) db.exec(`DROP TRIGGER ${name}`)
  return db
}

test('the audit reads as it was written, after the next start too', () => {
  openAudited().close()
  const db = openClinicDatabase(join(folder(), 'clinic.db'))
  expect(readAudit(db)).toEqual({
    brokenAt: null,
    entries: [1, 2, 3, 4, 5, 6, 7, 8].map((number) => ({
      number,
      at: minute(number).toISOString(),
      event: event(number),
    })),
  })
  db.close()
})

test.each([
  `UPDATE audit SET at = '2020-01-01T00:00:00.000Z' WHERE number = 3`,
  'DELETE FROM audit WHERE number = 8',
  'DELETE FROM audit',
  `INSERT OR REPLACE INTO audit SELECT number, '2020-01-01T00:00:00.000Z', event, mac FROM audit WHERE number = 3`,
  'DELETE FROM audit_head',
])('D8: the database refuses %s', (change) => {
  const db = openAudited()
  expect(() => db.exec(change)).toThrow(/only added to/u)
  expect(readAudit(db).brokenAt).toBeNull()
  db.close()
})

test.each<[string, string, number]>([
  ['an entry is edited', `UPDATE audit SET event = replace(event, '4', '9') WHERE number = 4`, 4],
  ['an entry is taken out', 'DELETE FROM audit WHERE number = 4', 4],
  [
    'an entry is put in',
    `UPDATE audit SET number = -number WHERE number > 4; UPDATE audit SET number = 1 - number WHERE number < 0;
     INSERT INTO audit SELECT 5, at, event, mac FROM audit WHERE number = 4`,
    5,
  ],
  [
    'two entries are swapped',
    `UPDATE audit SET number = 99 WHERE number = 3; UPDATE audit SET number = 3 WHERE number = 4;
     UPDATE audit SET number = 4 WHERE number = 99`,
    3,
  ],
  ['the end is cut off', 'DELETE FROM audit WHERE number > 6', 7],
  ['all is wiped', 'DELETE FROM audit', 1],
  ['all is wiped, the head too', 'DELETE FROM audit; DELETE FROM audit_head', 1],
  ['the head is gone', 'DELETE FROM audit_head', 9],
  ['the head says fewer', 'DELETE FROM audit WHERE number > 6; UPDATE audit_head SET entries = 6', 7],
])('D8: it is found when %s', (_, change, brokenAt) => {
  const db = unlock(openAudited())
  db.exec(change)
  expect(readAudit(db).brokenAt).toBe(brokenAt)
  db.close()
})

test('D8: it is found when an old head is put back, or the head of another computer', () => {
  const db = openAudited()
  const old = db.prepare<[], { entries: number; seal: Buffer }>('SELECT entries, seal FROM audit_head').get()
  appendAudit(db, event(9), minute(9))
  unlock(db)
  db.prepare('UPDATE audit_head SET entries = @entries, seal = @seal').run(old)
  expect(readAudit(db).brokenAt).toBe(10)
  db.prepare('UPDATE audit_head SET entries = 9').run()
  expect(readAudit(db).brokenAt).toBe(10)
  const other = openClinicDatabase(':memory:')
  for (let number = 1; number <= 9; number += 1) appendAudit(other, event(number), minute(number))
  db.prepare('UPDATE audit_head SET entries = @entries, seal = @seal').run(
    other.prepare('SELECT entries, seal FROM audit_head').get(),
  )
  expect(readAudit(db).brokenAt).toBe(10)
  other.close()
  db.close()
})

test('D8: each of 1,000 random changes of one value is found', { timeout: 60_000 }, () => {
  const db = unlock(openAudited())
  const rows = db.prepare('SELECT * FROM audit').all()
  const head = db.prepare('SELECT * FROM audit_head').all()
  const put = db.prepare('UPDATE audit SET at = @at, event = @event, mac = @mac WHERE number = @number')
  const putHead = db.prepare('UPDATE audit_head SET entries = @entries, seal = @seal')
  const place = constantFrom('at', 'event', 'mac', 'entries', 'seal')
  let tried = 0
  assert(
    property(nat(7), place, nat(), integer({ min: 1, max: 255 }), (row, column, at, change) => {
      const [table, key] = column === 'entries' || column === 'seal' ? ['audit_head', 1] : ['audit', row + 1]
      const name = table === 'audit' ? 'number' : 'only_row'
      const value = db.prepare(`SELECT ${column} FROM ${table} WHERE ${name} = ?`).pluck().get(key)
      const changed = changeValue(value, at, change)
      db.prepare(`UPDATE ${table} SET ${column} = ? WHERE ${name} = ?`).run(changed, key)
      tried += 1
      expect(readAudit(db).brokenAt).not.toBeNull()
      for (const each of rows) put.run(each)
      for (const each of head) putHead.run(each)
    }),
    { numRuns: 1000 },
  )
  expect([tried, readAudit(db).brokenAt]).toEqual([1000, null])
  db.close()
})

function changeValue(value: unknown, at: number, change: number): unknown {
  if (typeof value === 'number') return value + change
  if (typeof value === 'string') {
    const place = at % value.length
    const letter = String.fromCodePoint(((value.codePointAt(place) ?? 0) + change) % 0xd800)
    return value.slice(0, place) + letter + value.slice(place + 1)
  }
  const bytes = Buffer.from(value as Buffer)
  const place = at % bytes.length
  bytes[place] = (bytes[place] ?? 0) ^ change
  return bytes
}

test('a change of settings is told by the names of the fields, and only when there is one', () => {
  const db = openClinicDatabase(join(folder(), 'clinic.db'))
  const clinic = Clinic.parse({ name: 'A clinic', phone: '555 0134' })
  saveSettings(db, clinic, minute(1))
  saveSettings(db, clinic, minute(2))
  expect(readAudit(db)).toEqual({
    entries: [
      { number: 1, at: minute(1).toISOString(), event: { kind: 'settings-changed', fields: ['name', 'phone'] } },
    ],
    brokenAt: null,
  })
  db.close()
})

test('what is purged is gone from every file, and the audit tells how much it was', () => {
  const db = openClinicDatabase(join(folder(), 'clinic.db'))
  for (let number = 1; number <= 50; number += 1)
    addHandout(db, makeHandout(number, { staff: 'CANARY', givenAt: new Date(2026, 0, number).toISOString() }))
  addHandout(db, makeHandout(51, { givenAt: new Date(2026, 5, 1).toISOString() }))
  expect([countHandoutsBefore(db, '2026-06-01'), countHandoutsBefore(db, '2026-01-11')]).toEqual([50, 10])
  expect(purgeHandouts(db, '2026-06-01', minute(3))).toBe(50)
  expect(emptyJournal(db)).toBe(true)
  expect(listHandouts(db, {}, null, 100).handouts).toHaveLength(1)
  expect(readAudit(db).entries.at(-1)?.event).toEqual({ kind: 'log-purged', before: '2026-06-01', handouts: 50 })
  const files = ['clinic.db', 'clinic.db-wal'].map((name) => readFileSync(join(folder(), name)))
  expect(files.some((bytes) => bytes.includes('CANARY'))).toBe(false)
  db.close()
})

test('the last event of some kinds is found, whatever came after; none where there is none', () => {
  const db = openAudited()
  expect(findLastEvent(db, ['history-begun', 'history-erased'])).toBeNull()
  appendAudit(db, { kind: 'history-begun', by: 'passphrase' }, minute(9))
  appendAudit(db, { kind: 'settings-changed', fields: ['history-erased'] }, minute(10)) // which only names a kind
  expect(findLastEvent(db, ['history-begun', 'history-erased'])).toEqual({ kind: 'history-begun', by: 'passphrase' })
  expect(findLastEvent(db, ['exported'])).toEqual(event(8))
  db.close()
})
