import fs, { readFileSync } from 'node:fs'
import { syncBuiltinESMExports } from 'node:module'
import { join } from 'node:path'
import { afterEach, expect, test, vi } from 'vitest'
import { Clinic } from '../../src/domain/clinic.ts'
import { openClinicDatabase } from '../../src/store/clinic-database.ts'
import { readInstallKey, sealRow } from '../../src/store/seal.ts'
import {
  listDamagedSettings,
  readRecordSettings,
  readSettings,
  saveRecordSettings,
  saveSettings,
} from '../../src/store/settings-store.ts'
import { useTempFolder } from './temp-folder.ts'

const folder = useTempFolder()
const open = () => openClinicDatabase(join(folder(), 'clinic.db'))
const now = new Date('2026-11-22T09:30:00.000Z')
const aClinic = Clinic.parse({ name: 'Östliche "Klinik" 诊所', phone: '+1 555', paper: 'Letter', language: 'zh-CN' })

afterEach(() => {
  vi.restoreAllMocks()
  syncBuiltinESMExports()
})

test('a new clinic has the defaults', () => {
  const db = open()
  expect(readSettings(db)).toEqual(Clinic.parse({}))
  db.close()
})

test('what is saved is there after the next start', () => {
  const db = open()
  expect(saveSettings(db, aClinic, now)).toEqual(aClinic)
  db.close()
  const again = open()
  expect(readSettings(again)).toEqual(aClinic)
  again.close()
})

test('a field can go back to its default', () => {
  const db = open()
  saveSettings(db, aClinic, now)
  expect(saveSettings(db, Clinic.parse({}), now)).toEqual(Clinic.parse({}))
  db.close()
})

test.each([
  ['language', '"tlh"'],
  ['language', 'not json'],
  ['paper', '4'],
  ['shoeSize', '"44"'],
  ['__proto__', '{"name":"x"}'],
])('a row that makes no sense (%s %s) counts as not set and is not lost', (key, value) => {
  const db = open()
  db.prepare('INSERT INTO settings VALUES (?, ?, ?)').run(
    key,
    value,
    sealRow(readInstallKey(db), 'settings', [key, value]),
  )
  expect(readSettings(db)).toEqual(Clinic.parse({}))
  saveSettings(db, Clinic.parse({ name: 'New name' }), now)
  expect(readSettings(db).name).toBe('New name')
  expect(db.prepare('SELECT value FROM settings WHERE key = ?').pluck().get(key)).toBe(value)
  db.close()
})

test('a failed save changes nothing and says why', () => {
  const db = open()
  saveSettings(db, Clinic.parse({ name: 'Before' }), now)
  db.exec(`CREATE TRIGGER stop BEFORE INSERT ON settings WHEN NEW.key = 'phone' BEGIN SELECT raise(ABORT, 'no'); END`)
  expect(() => saveSettings(db, Clinic.parse({ name: 'After', phone: '1' }), now)).toThrow(
    /^The settings could not be saved\. .*\.$/,
  )
  expect(readSettings(db).name).toBe('Before')
  db.close()
})

test('R6: a setting that the disk changed counts as not set, and is told of', () => {
  const db = open()
  saveSettings(db, Clinic.parse({ name: 'A clinic', emergencyNumber: '112' }), now)
  db.prepare(`UPDATE settings SET value = '"113"' WHERE key = 'emergencyNumber'`).run()
  expect(readSettings(db)).toMatchObject({ name: 'A clinic', emergencyNumber: '' })
  expect(listDamagedSettings(db)).toEqual(['emergencyNumber'])
  saveSettings(db, Clinic.parse({ name: 'A clinic', emergencyNumber: '112' }), now)
  expect([readSettings(db).emergencyNumber, listDamagedSettings(db)]).toEqual(['112', []])
  db.close()
})

test('the settings of the records and those of the sheet stand side by side', () => {
  const db = open()
  saveSettings(db, aClinic, now)
  const records = { staffAlias: 'Nurse 2', isLogKept: false, backupFolder: '/usb', historyDays: 7, lockMinutes: 1 }
  expect(readRecordSettings(db)).toEqual({
    staffAlias: '',
    isLogKept: true,
    backupFolder: null,
    historyDays: 30,
    lockMinutes: 5,
  })
  expect(saveRecordSettings(db, records, now)).toEqual(records)
  expect([readSettings(db), readRecordSettings(db)]).toEqual([aClinic, records])
  db.close()
})

test('settings of the records are saved, and said to be, where the note beside them cannot be written', () => {
  const db = open()
  saveRecordSettings(db, { ...readRecordSettings(db), historyDays: 30 }, now)
  const note = () => readFileSync(join(folder(), 'copies.json'), 'utf8')
  const before = note()
  vi.spyOn(fs, 'renameSync').mockImplementation(() => {
    throw Object.assign(new Error('read only'), { code: 'EROFS' })
  })
  syncBuiltinESMExports()
  const changed = { ...readRecordSettings(db), backupFolder: '/usb', staffAlias: 'Nurse 2' }
  expect(saveRecordSettings(db, changed, now)).toEqual(changed)
  expect(readRecordSettings(db)).toEqual(changed)
  expect(() => saveRecordSettings(db, { ...changed, historyDays: 90 }, now)).toThrow(/settings could not be/u)
  expect([readRecordSettings(db).historyDays, note()]).toEqual([30, before])
  db.close()
})
