import { readFileSync, rmSync, writeFileSync } from 'node:fs'
import { expect, test } from 'vitest'
import { writeEnglish } from '../../src/domain/message.ts'
import { RecordSettings } from '../../src/domain/record-settings.ts'
import { readAudit } from '../../src/store/audit-log.ts'
import { backUp } from '../../src/store/back-up.ts'
import type { Db } from '../../src/store/open-database.ts'
import { readRecordSettings, saveRecordSettings } from '../../src/store/settings-store.ts'
import { useClinic } from './use-clinic.ts'

const { now, file, backups, note, keep, use, setDays, openAgain } = useClinic()

const spoilDays = (db: Db) => db.exec(`UPDATE settings SET value = '30' WHERE key = 'historyDays'`)
const loseNote = () => rmSync(note())
const spoilFile = () => writeFileSync(file(), readFileSync(file()).fill(1))

test.each<[string, () => void]>([
  ['the number is damaged', () => use(spoilDays)],
  ['the file is lost to the last byte', spoilFile],
  ['the file is gone', () => rmSync(file())],
])('D7: where %s the days are as they were last chosen, though the copy is of before', async (_, lose) => {
  use((db) => setDays(db, 7))
  await backUp(file(), backups(), '2026-11-20')
  use((db) => setDays(db, 90))
  lose()
  const { days, told } = openAgain()
  expect([days, told.length]).toEqual([90, 1])
  expect(openAgain()).toEqual({ days: 90, told: [] })
})

test.each<[string, () => void]>([
  ['the file is lost to the last byte', spoilFile],
  ['the file is gone', () => rmSync(file())],
])('D7: where %s, and the note beside it, no copy is sure, so the days are the most there can be', async (_, lose) => {
  use((db) => setDays(db, 7))
  await backUp(file(), backups(), '2026-11-20')
  lose()
  loseNote()
  const { days, told } = openAgain()
  expect([days, told[1]]).toEqual([365, 'history-days-lost'])
})

test('D7: days that the disk changed, and that neither note nor copy has, become the most there can be, and that is told', () => {
  use((db) => (setDays(db, 90), spoilDays(db)))
  loseNote()
  const kept = keep()
  expect(readRecordSettings(kept.open()).historyDays).toBe(365)
  const [healed, days] = kept.listHealed().map(writeEnglish)
  expect(healed).toMatch(/ 0 of the sheets given and 0 of the settings were saved/u)
  expect(days).toMatch(/can no longer be read, so it is 365 days\. Please type the number again/u)
  expect(readAudit(kept.open()).entries.map(({ event }) => event.kind)).toEqual([
    'settings-changed',
    'settings-changed',
    'salvaged',
  ])
  kept.close()
  use((db) => spoilDays(db))
  loseNote()
  expect(openAgain()).toEqual({ days: 365, told: ['records-healed', 'history-days-lost'] })
})

test('D7: without a note days come from a copy, but not from one of before they were changed', async () => {
  use((db) => setDays(db, 7))
  await backUp(file(), backups(), '2026-11-20')
  use((db) => (setDays(db, 90), spoilDays(db)))
  loseNote()
  expect(openAgain()).toEqual({ days: 365, told: ['records-healed', 'history-days-lost'] })
  use((db) => setDays(db, 90))
  await backUp(file(), backups(), '2026-11-21')
  use((db) => spoilDays(db))
  loseNote()
  expect(openAgain()).toEqual({ days: 90, told: ['records-healed'] })
})

test('D7: days that were saved a moment before a kill stand, though they were not noted', () => {
  use((db) => setDays(db, 90))
  const before = readFileSync(note())
  use((db) => {
    setDays(db, 7)
    saveRecordSettings(db, { ...readRecordSettings(db), staffAlias: 'Nurse 2' }, now)
    db.exec(`UPDATE settings SET value = '"x"' WHERE key = 'staffAlias'`)
  })
  writeFileSync(note(), before)
  expect(openAgain()).toEqual({ days: 7, told: ['records-healed'] })
})

test('D7: days of a damaged file that is of before they were changed, as one that lost its journal, do not stand', () => {
  use((db) => (setDays(db, 7), saveRecordSettings(db, { ...readRecordSettings(db), staffAlias: 'Nurse 2' }, now)))
  const older = readFileSync(file())
  use((db) => setDays(db, 90))
  writeFileSync(file(), Buffer.from(older.toString('latin1').replace('"Nurse 2"', '"Nurse 3"'), 'latin1'))
  expect(openAgain()).toEqual({ days: 90, told: ['records-healed'] })
})

test('D7: days that were never set stay as they are when something else is damaged', () => {
  const spoil = () =>
    use((db) => {
      saveRecordSettings(db, RecordSettings.parse({ staffAlias: 'Nurse 2' }), now)
      db.exec(`UPDATE settings SET value = '"x"' WHERE key = 'staffAlias'`)
    })
  spoil()
  expect(openAgain()).toEqual({ days: 30, told: ['records-healed'] })
  spoil()
  loseNote()
  expect(openAgain()).toEqual({ days: 30, told: ['records-healed'] })
})

test('D7: whole days of a damaged file stand, though its audit and the note are gone too', async () => {
  use((db) => setDays(db, 7))
  await backUp(file(), backups(), '2026-11-20')
  use((db) => setDays(db, 90))
  use((db) => db.exec(`DROP TRIGGER audit_is_not_changed; UPDATE audit SET at = '2020-01-01T00:00:00.000Z'`))
  loseNote()
  expect(openAgain()).toEqual({ days: 90, told: ['records-healed'] })
})

test('D7: while the app runs, days that cannot be read are as noted, or the most there can be', () => {
  use((db) => {
    setDays(db, 7)
    spoilDays(db)
    expect(readRecordSettings(db).historyDays).toBe(7)
    loseNote()
    expect(readRecordSettings(db).historyDays).toBe(365)
    db.exec(`UPDATE settings SET key = 'historyDayz'`)
    expect(readRecordSettings(db).historyDays).toBe(365)
    db.exec('DELETE FROM settings')
    expect(readRecordSettings(db).historyDays).toBe(30)
  })
})

test('D7: while the app runs, whole days stand though another setting is damaged', () => {
  use((db) => {
    saveRecordSettings(db, { ...readRecordSettings(db), historyDays: 7, staffAlias: 'Nurse 2' }, now)
    loseNote()
    db.exec(`UPDATE settings SET value = '"x"' WHERE key = 'staffAlias'`)
    expect(readRecordSettings(db).historyDays).toBe(7)
  })
})

test('D7: a damaged file without any setting left does not tell that the days were never set', () => {
  use((db) => {
    setDays(db, 90)
    db.exec(`DELETE FROM settings; DROP TRIGGER audit_is_not_changed; UPDATE audit SET at = '2020-01-01T00:00:00.000Z'`)
  })
  loseNote()
  expect(openAgain()).toEqual({ days: 365, told: ['records-healed', 'history-days-lost'] })
})
