import {
  existsSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
  truncateSync,
  writeFileSync,
} from 'node:fs'
import { join } from 'node:path'
import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import type { IsoDate } from '../../src/domain/calendar.ts'
import { Clinic } from '../../src/domain/clinic.ts'
import { writeEnglish } from '../../src/domain/message.ts'
import { keepClinic } from '../../src/main/keep-clinic.ts'
import { backUp, listBackups } from '../../src/store/back-up.ts'
import { addHandout, listHandouts } from '../../src/store/handout-store.ts'
import { makeReserve } from '../../src/store/reserve.ts'
import { checkBackup } from '../../src/store/restore-backup.ts'
import { readRecordSettings, readSettings, saveRecordSettings, saveSettings } from '../../src/store/settings-store.ts'
import { makeHandout } from '../store/make-handout.ts'
import { useTempFolder } from '../store/temp-folder.ts'

const folder = useTempFolder()
const now = new Date('2026-11-30T09:30:00.000Z')
const clinic = Clinic.parse({ name: 'A clinic', emergencyNumber: '112' })
const file = () => join(folder(), 'clinic.db')
const backups = () => join(folder(), 'backups')
const stick = () => join(folder(), 'stick')
const keep = () =>
  keepClinic({
    paths: { clinicDatabase: file(), backups: backups() },
    reserve: makeReserve(folder(), 'records'),
    readTime: () => now,
  })
const count = (kept: ReturnType<typeof keep>) => listHandouts(kept.open(), {}, null, 200).handouts.length

beforeEach(() => {
  vi.spyOn(console, 'error').mockImplementation(() => undefined)
  mkdirSync(backups())
  mkdirSync(stick())
})
afterEach(() => vi.restoreAllMocks())

async function makeCopies(where: string, ...days: readonly IsoDate[]): Promise<void> {
  for (const day of days) await backUp(file(), where, day)
}

/** Records that were copied, and one sheet that came after. */
async function makeRecords(sheets: number, where = backups()): Promise<void> {
  const kept = keep()
  saveSettings(kept.open(), clinic, now)
  if (where !== backups())
    saveRecordSettings(kept.open(), { ...readRecordSettings(kept.open()), backupFolder: where }, now)
  for (let number = 0; number < sheets; number += 1) addHandout(kept.open(), makeHandout(number))
  kept.close()
  keep().close() // notes where the copies go
  await makeCopies(where, '2026-11-20', '2026-11-21', '2026-11-22')
  const later = keep()
  addHandout(later.open(), makeHandout(sheets))
  later.close()
}

test.each<[string, () => void]>([
  ['empty', () => truncateSync(file())],
  ['gone', () => rmSync(file())],
  ['gone, with the note beside it', () => (rmSync(file()), rmSync(join(folder(), 'copies.json')))],
])('R7: a clinic.db that is %s is made anew of the newest copy, and that is told', async (_, lose) => {
  await makeRecords(20)
  lose()
  const kept = keep()
  expect([count(kept), readSettings(kept.open())]).toEqual([20, clinic])
  expect(kept.listHealed().map(writeEnglish)).toEqual([
    expect.stringMatching(/^The file clinic\.db was gone, or empty, .* 20 of the sheets .* 2 of the settings/u),
  ])
  kept.close()
  await makeCopies(backups(), '2026-11-23', '2026-11-24', '2026-11-25')
  for (const { file: copy } of listBackups(file(), backups(), '2026-11-30'))
    expect(checkBackup(join(backups(), copy))).toBe(20)
  const again = keep()
  expect(again.listHealed()).toEqual([])
  again.close()
})

test('R7: where there is no copy either it is told that a new file was begun; names live for all their days', () => {
  keep().close()
  rmSync(file())
  const kept = keep()
  expect(kept.listHealed().map(writeEnglish)).toEqual([
    expect.stringMatching(/^The file clinic\.db was gone, or empty, and no copy of it could be read\./u),
    expect.stringMatching(/^For how many days/u),
  ])
  expect(readRecordSettings(kept.open()).historyDays).toBe(365)
  kept.close()
})

test('R7: good copies on a stick that was out do not give way to those of a file that was begun without them', async () => {
  await makeRecords(20, stick())
  renameSync(stick(), `${stick()} in a drawer`)
  rmSync(file())
  const kept = keep()
  expect(kept.listHealed().map(({ id }) => id)).toEqual(['records-begun-anew', 'copies-unseen', 'history-days-lost'])
  kept.close()
  renameSync(`${stick()} in a drawer`, stick())
  await makeCopies(stick(), '2026-11-26', '2026-11-27', '2026-11-28', '2026-11-29')
  const others = listBackups(file(), stick(), '2026-11-30').filter(({ from }) => from === 'elsewhere')
  expect(others.map(({ file: copy }) => checkBackup(join(stick(), copy)))).toEqual([20, 20, 20])
})

test('R7: copies that were looked at give way as ever, also where the records were made anew of them', async () => {
  await makeRecords(20, stick())
  rmSync(file())
  const kept = keep()
  expect([count(kept), readRecordSettings(kept.open()).backupFolder]).toEqual([20, stick()])
  kept.close()
  await makeCopies(stick(), '2026-11-26', '2026-11-27')
  expect(listBackups(file(), stick(), '2026-11-30').map(({ day }) => day)).toEqual([
    '2026-11-27',
    '2026-11-26',
    '2026-11-22',
  ])
})

test('a journal that is left of a clinic.db that is gone is kept, and never applied to the new one', async () => {
  await makeRecords(20)
  const kept = keep()
  addHandout(kept.open(), makeHandout(90))
  const journal = readFileSync(`${file()}-wal`)
  kept.close()
  rmSync(file())
  writeFileSync(`${file()}-wal`, journal)
  const again = keep()
  expect(count(again)).toBe(20)
  again.close()
  const aside = readdirSync(folder()).find((name) => name.endsWith('-wal')) ?? ''
  expect(readFileSync(join(folder(), aside)).equals(journal)).toBe(true)
})

test('a new installation is silent', () => {
  const kept = keep()
  expect(kept.listHealed()).toEqual([])
  expect(existsSync(join(folder(), 'copies.json'))).toBe(true)
  kept.close()
})

test('R6: the key comes from the newest copy that holds anything, not from one of before the old records were brought', async () => {
  const old = join(folder(), 'old')
  mkdirSync(old)
  const brought = join(old, 'clinic.db')
  const before = keepClinic({
    paths: { clinicDatabase: brought, backups: join(old, 'backups') },
    reserve: makeReserve(old, 'records'),
    readTime: () => now,
  })
  for (let number = 0; number < 10; number += 1) addHandout(before.open(), makeHandout(number))
  before.close()
  const { file: copy } = await backUp(brought, stick(), '2026-11-19')
  const kept = keep()
  await makeCopies(backups(), '2026-11-20') // of the first day, with a key of its own
  kept.restore(join(stick(), copy))
  addHandout(kept.open(), makeHandout(10))
  await makeCopies(backups(), '2026-11-21', '2026-11-22')
  kept.close()
  writeFileSync(file(), 'not a database at all, but long enough to be looked at as one'.repeat(200))
  const again = keep()
  expect(count(again)).toBe(11)
  again.close()
})
