import { mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import { writeEnglish } from '../../src/domain/message.ts'
import { RecordSettings } from '../../src/domain/record-settings.ts'
import { keepClinic } from '../../src/main/keep-clinic.ts'
import { readAudit } from '../../src/store/audit-log.ts'
import { backUp } from '../../src/store/back-up.ts'
import type { Db } from '../../src/store/open-database.ts'
import { makeReserve } from '../../src/store/reserve.ts'
import { readRecordSettings, saveRecordSettings } from '../../src/store/settings-store.ts'
import { useTempFolder } from './temp-folder.ts'

const folder = useTempFolder()
const now = new Date('2026-11-22T09:30:00.000Z')
const file = () => join(folder(), 'clinic.db')
const backups = () => join(folder(), 'backups')
const keep = () =>
  keepClinic({
    paths: { clinicDatabase: file(), backups: backups() },
    reserve: makeReserve(folder(), 'records'),
    readTime: () => now,
  })

beforeEach(() => {
  vi.spyOn(console, 'error').mockImplementation(() => undefined)
  mkdirSync(backups())
})
afterEach(() => vi.restoreAllMocks())

const setDays = (db: Db, historyDays: number) => saveRecordSettings(db, { ...readRecordSettings(db), historyDays }, now)

function use(work: (db: Db) => void): void {
  const kept = keep()
  work(kept.open())
  kept.close()
}

const spoilDays = (db: Db) => db.exec(`UPDATE settings SET value = '30' WHERE key = 'historyDays'`)

/** What is told and set once the file is opened anew. */
function heal() {
  const kept = keep()
  const days = readRecordSettings(kept.open()).historyDays
  const told = kept.listHealed().map(({ id }) => id)
  kept.close()
  return { days, told }
}

test('D7: days that the disk changed, and that no copy has, become the most there can be, and that is told', () => {
  use((db) => (setDays(db, 90), spoilDays(db)))
  const kept = keep()
  expect(readRecordSettings(kept.open()).historyDays).toBe(365)
  expect(kept.listHealed().map(writeEnglish)[1]).toMatch(
    /can no longer be read, so it is 365 days\. Please type it again/u,
  )
  expect(readAudit(kept.open()).entries.map(({ event }) => event.kind)).toEqual([
    'settings-changed',
    'settings-changed',
    'salvaged',
  ])
  kept.close()
  use((db) => spoilDays(db))
  expect(heal()).toEqual({ days: 365, told: ['records-healed', 'history-days-lost'] })
})

test('D7: days come from a copy, but not from one of before they were changed', async () => {
  use((db) => setDays(db, 7))
  await backUp(file(), backups(), '2026-11-20')
  use((db) => (setDays(db, 90), spoilDays(db)))
  expect(heal()).toEqual({ days: 365, told: ['records-healed', 'history-days-lost'] })
  use((db) => setDays(db, 90))
  await backUp(file(), backups(), '2026-11-21')
  use((db) => spoilDays(db))
  expect(heal()).toEqual({ days: 90, told: ['records-healed'] })
})

test('D7: days that were never set stay as they are when something else is damaged', () => {
  use((db) => {
    saveRecordSettings(db, RecordSettings.parse({ staffAlias: 'Nurse 2' }), now)
    db.exec(`UPDATE settings SET value = '"x"' WHERE key = 'staffAlias'`)
  })
  expect(heal()).toEqual({ days: 30, told: ['records-healed'] })
})

test('D7: whole days of a damaged file stand, though its audit is gone too', async () => {
  use((db) => setDays(db, 7))
  await backUp(file(), backups(), '2026-11-20')
  use((db) => setDays(db, 90))
  use((db) => db.exec(`DROP TRIGGER audit_is_not_changed; UPDATE audit SET at = '2020-01-01T00:00:00.000Z'`))
  expect(heal()).toEqual({ days: 90, told: ['records-healed'] })
})

test('D7: of a file of which nothing is left, and that has no copy, nobody knows the days', () => {
  use((db) => setDays(db, 7))
  writeFileSync(file(), readFileSync(file()).fill(1))
  expect(heal()).toEqual({ days: 365, told: ['records-healed', 'history-days-lost'] })
})

test('D7: while the app runs, days that cannot be read are the most there can be', () => {
  use((db) => {
    setDays(db, 7)
    spoilDays(db)
    expect(readRecordSettings(db).historyDays).toBe(365)
    db.exec(`UPDATE settings SET key = 'historyDayz'`)
    expect(readRecordSettings(db).historyDays).toBe(365)
    db.exec('DELETE FROM settings')
    expect(readRecordSettings(db).historyDays).toBe(30)
  })
})
