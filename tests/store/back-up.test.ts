import { existsSync, mkdirSync, readdirSync, readFileSync, renameSync, rmSync, statSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import Database from 'better-sqlite3'
import { expect, test, vi } from 'vitest'
import type { IsoDate } from '../../src/domain/calendar.ts'
import { Clinic } from '../../src/domain/clinic.ts'
import { readAudit } from '../../src/store/audit-log.ts'
import { backUp, listBackups } from '../../src/store/back-up.ts'
import { openClinicDatabase } from '../../src/store/clinic-database.ts'
import { exportRecords } from '../../src/store/export-records.ts'
import { addHandout, listHandouts } from '../../src/store/handout-store.ts'
import type { Db } from '../../src/store/open-database.ts'
import { checkBackup, restoreBackup } from '../../src/store/restore-backup.ts'
import { readSettings, saveSettings } from '../../src/store/settings-store.ts'
import { makeHandout } from './make-handout.ts'
import { restoreFixture, versions } from './released-schemas.ts'
import { DamagedFile } from '../../src/store/storage-error.ts'
import { useTempFolder } from './temp-folder.ts'

const folder = useTempFolder()
const file = () => join(folder(), 'clinic.db')
const now = new Date('2026-11-22T09:30:00.000Z')
const today = '2026-11-30'
const clinic = Clinic.parse({ name: 'A clinic', emergencyNumber: '112' })

function makeBackups(): string {
  const backups = join(folder(), 'backups')
  mkdirSync(backups, { recursive: true })
  return backups
}

/** Records with some sheets, still open. */
function openFilled(count: number): Db {
  const db = openClinicDatabase(file())
  saveSettings(db, clinic, now)
  for (let number = 0; number < count; number += 1) addHandout(db, makeHandout(number))
  return db
}

const countSheets = (path: string) => {
  const db = openClinicDatabase(path)
  const { handouts } = listHandouts(db, {}, null, 200)
  db.close()
  return handouts.length
}

test('R7: a copy is whole while the records are in use, one file, and private', async () => {
  const db = openFilled(20)
  const backups = makeBackups()
  const made = await backUp(file(), backups, '2026-11-22')
  expect(made).toEqual({
    file: expect.stringMatching(/^caresheet-2026-11-22-[0-9a-f]{8}\.db$/u),
    day: '2026-11-22',
    size: expect.any(Number),
    from: 'here',
  })
  expect(readdirSync(backups)).toEqual([made.file])
  const [writer, reader] = readFileSync(join(backups, made.file)).subarray(18, 20)
  expect([writer, reader]).toEqual([1, 1]) // no write-ahead log, by sqlite.org/fileformat2.html, so no second file is ever needed
  if (process.platform !== 'win32') expect(statSync(join(backups, made.file)).mode & 0o777).toBe(0o600)
  expect(checkBackup(join(backups, made.file))).toBe(20)
  addHandout(db, makeHandout(21))
  expect(checkBackup(join(backups, made.file))).toBe(20)
  db.close()
})

test('R7: three copies are kept, and a second copy of a day takes the place of the first', async () => {
  const db = openFilled(1)
  const backups = makeBackups()
  for (const day of ['2026-11-20', '2026-11-21', '2026-11-22', '2026-11-23', '2026-11-23'])
    await backUp(file(), backups, day)
  expect(listBackups(file(), backups, today).map(({ day }) => day)).toEqual(['2026-11-23', '2026-11-22', '2026-11-21'])
  db.close()
})

test('R7, R10: while a clock is wrong, and once it is right again, the last three copies stay', async () => {
  openFilled(1).close()
  const backups = makeBackups()
  const make = async (...days: readonly IsoDate[]) => {
    for (const day of days) await backUp(file(), backups, day)
    return listBackups(file(), backups, days.at(-1) ?? today).map(({ day }) => day)
  }
  await make('2026-11-20', '2026-11-21')
  expect(await make('2030-01-01', '2030-01-02')).toEqual(['2030-01-02', '2030-01-01', '2026-11-21'])
  expect(await make('2026-11-22')).toEqual(['2026-11-22', '2026-11-21', '2030-01-02'])
  expect(await make('2026-11-23', '2026-11-24')).toEqual(['2026-11-24', '2026-11-23', '2026-11-22'])
  expect(await make('2020-01-01')).toEqual(['2020-01-01', '2026-11-24', '2026-11-23']) // the clock was set back
  expect(await make('2020-01-02', '2020-01-03')).toEqual(['2020-01-03', '2020-01-02', '2020-01-01'])
})

test('R10: copies are known for those of this computer though the note beside the records is lost, or junk', async () => {
  openFilled(1).close()
  const [backups, note] = [makeBackups(), join(folder(), 'copies.json')]
  await backUp(file(), backups, '2026-11-20')
  await backUp(file(), backups, '2026-11-21')
  writeFileSync(note, 'junk')
  await backUp(file(), backups, '2026-11-22')
  rmSync(note)
  expect(listBackups(file(), backups, today).map(({ day, from }) => [day, from])).toEqual([
    ['2026-11-22', 'here'],
    ['2026-11-21', 'here'],
    ['2026-11-20', 'here'],
  ])
  expect(existsSync(note)).toBe(false) // looking alone notes nothing
  await backUp(file(), backups, '2026-11-23')
  expect(listBackups(file(), backups, today).map(({ day }) => day)).toEqual(['2026-11-23', '2026-11-22', '2026-11-21'])
  expect(existsSync(note)).toBe(true)
})

test('R7: copies of several computers in one folder stay apart: none replaces or removes one of another', async () => {
  const stick = join(folder(), 'stick')
  mkdirSync(stick)
  const db = openFilled(20)
  for (const day of ['2026-11-20', '2026-11-21', '2026-11-22']) await backUp(file(), stick, day)
  const own = readdirSync(stick)
  db.close()
  const other = join(folder(), 'other', 'clinic.db')
  mkdirSync(join(folder(), 'other'))
  openClinicDatabase(other).close()
  for (const day of ['2026-11-22', '2026-11-23', '2026-11-24', '2026-11-25']) await backUp(other, stick, day)
  for (const name of own) expect(checkBackup(join(stick, name))).toBe(20)
  expect(listBackups(other, stick, today).map(({ day, from }) => [day, from])).toEqual([
    ['2026-11-25', 'here'],
    ['2026-11-24', 'here'],
    ['2026-11-23', 'here'],
    ['2026-11-22', 'elsewhere'],
    ['2026-11-21', 'elsewhere'],
    ['2026-11-20', 'elsewhere'],
  ])
  expect(restoreBackup(join(stick, own.at(-1) ?? ''), other, now)).toBe(20)
})

test('a copy whose name does not say whose it is is listed, and restored, and goes only from the own folder', async () => {
  openFilled(2).close()
  const [backups, stick] = [makeBackups(), join(folder(), 'stick')]
  mkdirSync(stick)
  for (const place of [backups, stick]) {
    const { file: copy } = await backUp(file(), place, '2026-11-19')
    renameSync(join(place, copy), join(place, 'caresheet-2026-11-19.db'))
    expect(listBackups(file(), place, today)).toMatchObject([{ file: 'caresheet-2026-11-19.db', day: '2026-11-19' }])
    for (const day of ['2026-11-20', '2026-11-21', '2026-11-22']) await backUp(file(), place, day)
  }
  expect(listBackups(file(), backups, today).map(({ from }) => from)).toEqual(['here', 'here', 'here'])
  expect(listBackups(file(), stick, today).map(({ from }) => from)).toEqual(['here', 'here', 'here', 'unknown'])
  expect(restoreBackup(join(stick, 'caresheet-2026-11-19.db'), file(), now)).toBe(2)
})

test.each<[string, (db: Db) => void]>([
  ['a sheet in the log', (db) => db.exec(`UPDATE handouts SET sheet_id = 'XXXX-XXXX' WHERE row = 2`)],
  ['the emergency number', (db) => db.exec(`UPDATE settings SET value = '"113"' WHERE key = 'emergencyNumber'`)],
  ['the audit', (db) => db.exec(`DROP TRIGGER audit_is_not_changed; UPDATE audit SET at = '2020-01-01T00:00:00.000Z'`)],
])('R7: once the disk has changed %s, no copy takes the place of a good one', async (_, damage) => {
  const db = openFilled(5)
  const backups = makeBackups()
  for (const day of ['2026-11-20', '2026-11-21', '2026-11-22']) await backUp(file(), backups, day)
  damage(db)
  for (const day of ['2026-11-23', '2026-11-24', '2026-11-25'])
    await expect(backUp(file(), backups, day)).rejects.toThrow(/damaged, so no new copy/u)
  expect(readdirSync(backups).toSorted()).toEqual(
    ['2026-11-20', '2026-11-21', '2026-11-22'].map((day) => expect.stringMatching(`^caresheet-${day}-.{8}\\.db$`)),
  )
  for (const each of listBackups(file(), backups, today)) expect(checkBackup(join(backups, each.file))).toBe(5)
  db.close()
})

test('R7: pages that are gone keep a copy from being made too', async () => {
  openFilled(200).close()
  const backups = makeBackups()
  await backUp(file(), backups, '2026-11-22')
  const bytes = readFileSync(file())
  writeFileSync(file(), bytes.fill(0, 8 * 4096, 9 * 4096))
  await expect(backUp(file(), backups, '2026-11-23')).rejects.toMatchObject({ code: 'storage-failed' })
  expect(listBackups(file(), backups, today).map(({ day }) => day)).toEqual(['2026-11-22'])
  expect(readdirSync(backups)).toHaveLength(1)
})

test('a folder that is gone, as a USB stick that was taken out, is told in words', async () => {
  openFilled(1).close()
  await expect(backUp(file(), join(folder(), 'usb'), '2026-11-22')).rejects.toThrow(/copy of the records was not made/u)
  expect(listBackups(file(), join(folder(), 'usb'), today)).toEqual([])
})

test('R7, the drill: the records are lost, the copy is restored, and everything of that day is there', async () => {
  const db = openFilled(20)
  const before = exportRecords(db, [], now)
  const backups = makeBackups()
  const { file: copy } = await backUp(file(), backups, '2026-11-22')
  db.close()
  writeFileSync(file(), 'lost')
  expect(restoreBackup(join(backups, copy), file(), now)).toBe(20)
  const again = openClinicDatabase(file())
  const after = exportRecords(again, [], now)
  expect([after.handouts, after.settings]).toEqual([before.handouts, before.settings])
  expect(after.audit.slice(0, before.audit.length)).toEqual(before.audit)
  expect(after.audit.at(-1)?.event).toEqual({ kind: 'restored', copy, handouts: 20 })
  again.close()
  expect(readFileSync(join(folder(), 'clinic-replaced-2026-11-22T09-30-00.db'), 'utf8')).toBe('lost')
})

test('what was there before a restore stays beside it, with all that stood in its journal', async () => {
  const db = openFilled(3)
  const backups = makeBackups()
  const { file: copy } = await backUp(file(), backups, '2026-11-22')
  addHandout(db, makeHandout(3))
  db.close()
  restoreBackup(join(backups, copy), file(), now)
  expect(countSheets(file())).toBe(3)
  expect(countSheets(join(folder(), 'clinic-replaced-2026-11-22T09-30-00.db'))).toBe(4)
})

test('what was set aside is never written over, even by a restore in the same second', async () => {
  const db = openFilled(3)
  const backups = makeBackups()
  const { file: copy } = await backUp(file(), backups, '2026-11-22')
  addHandout(db, makeHandout(9))
  db.close()
  restoreBackup(join(backups, copy), file(), now)
  restoreBackup(join(backups, copy), file(), now)
  expect(countSheets(join(folder(), 'clinic-replaced-2026-11-22T09-30-00.db'))).toBe(4)
  expect(countSheets(join(folder(), 'clinic-replaced-2026-11-22T09-30-00-2.db'))).toBe(3)
})

test('what a killed restore left can be restored itself', async () => {
  const db = openFilled(3)
  const backups = makeBackups()
  const { file: copy } = await backUp(file(), backups, '2026-11-22')
  db.close()
  const left = join(folder(), 'restoring.db')
  writeFileSync(left, readFileSync(join(backups, copy)))
  expect(restoreBackup(left, file(), now)).toBe(3)
  expect(readdirSync(folder())).toContain('restoring.db')
})

test('nothing is restored while CareSheet is open, nor from a file that is no good copy', async () => {
  const db = openFilled(3)
  const backups = makeBackups()
  const { file: copy } = await backUp(file(), backups, '2026-11-22')
  expect(() => restoreBackup(join(backups, copy), file(), now)).toThrow(/CareSheet is open/u)
  db.close()
  const bad = join(folder(), 'bad.db')
  writeFileSync(bad, readFileSync(join(backups, copy)).fill(0, 4096, 8192))
  expect(() => restoreBackup(bad, file(), now)).toThrow(/damaged/u)
  expect(() => restoreBackup(join(folder(), 'none.db'), file(), now)).toThrow(/could not be read/u)
  expect(countSheets(file())).toBe(3)
  expect(readdirSync(folder()).filter((name) => /replaced|restoring/u.test(name))).toEqual([])
})

test('nothing is restored from a copy in which a row was changed: its seals do not fit', async () => {
  const db = openFilled(3)
  const backups = makeBackups()
  const { file: copy } = await backUp(file(), backups, '2026-11-22')
  db.close()
  const changed = openClinicDatabase(join(backups, copy))
  changed.exec(`UPDATE handouts SET sheet_id = 'XXXX-XXXX' WHERE row = 2`)
  changed.close()
  expect(() => restoreBackup(join(backups, copy), file(), now)).toThrow(/Some of what this copy holds is damaged/u)
  expect(countSheets(file())).toBe(3)
})

test('R7: a copy that lacks what its source holds, though each of its rows is whole, is not taken for one', async () => {
  openFilled(5).close()
  const backups = makeBackups()
  const copyAll = vi.spyOn(Database.prototype, 'backup').mockImplementation(async (to) => {
    const other = openClinicDatabase(to)
    addHandout(other, makeHandout(1))
    other.close()
    return { totalPages: 1, remainingPages: 0 }
  })
  await expect(backUp(file(), backups, '2026-11-22')).rejects.toMatchObject({ told: { id: 'backup-differs' } })
  expect(readdirSync(backups)).toEqual([])
  copyAll.mockRestore()
})

test.each(versions)('a copy of version %i can be restored', (version) => {
  const copy = join(folder(), 'old.db')
  restoreFixture(copy, version)
  restoreBackup(copy, file(), now)
  const db = openClinicDatabase(file())
  expect(readSettings(db)).toMatchObject(clinic)
  expect(readAudit(db).brokenAt).toBeNull()
  db.close()
  const files = readdirSync(folder()).filter((name) => !/-(wal|shm)$/u.test(name))
  expect(files.toSorted()).toEqual(['clinic.db', 'old.db'])
})

test('an export holds everything but the key, and is itself an event of the audit', () => {
  const db = openFilled(1203)
  const before = readAudit(db).entries
  const told = exportRecords(db, [], now)
  expect(told).toMatchObject({ program: 'CareSheet', settings: clinic, audit: before })
  expect(told.handouts).toEqual(Array.from({ length: 1203 }, (_, number) => makeHandout(number)))
  expect(readAudit(db).entries.at(-1)?.event).toEqual({ kind: 'exported', handouts: 1203 })
  const key = db.prepare('SELECT hex(key) FROM install').pluck().get()
  expect(JSON.stringify(told).toUpperCase()).not.toContain(key)
  db.close()
})

test.each([
  `UPDATE handouts SET pages = 9 WHERE row = 7`,
  `UPDATE settings SET value = '"999"' WHERE key = 'emergencyNumber'`,
  `DROP TRIGGER audit_is_not_changed; UPDATE audit SET at = '2020-01-01T00:00:00.000Z' WHERE number = 1`,
])('D8: nothing is exported as whole that is not (%s)', (change) => {
  const db = openFilled(10)
  db.exec(change)
  const before = db.prepare('SELECT count(*) FROM audit').pluck().get()
  expect(() => exportRecords(db, [], now)).toThrow(DamagedFile)
  expect(db.prepare('SELECT count(*) FROM audit').pluck().get()).toBe(before)
  db.close()
})
