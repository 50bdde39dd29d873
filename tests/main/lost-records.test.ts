import fs, {
  existsSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
  truncateSync,
  writeFileSync,
} from 'node:fs'
import { syncBuiltinESMExports } from 'node:module'
import { join } from 'node:path'
import { beforeEach, expect, test, vi } from 'vitest'
import type { IsoDate } from '../../src/domain/calendar.ts'
import { Clinic } from '../../src/domain/clinic.ts'
import { writeEnglish } from '../../src/domain/message.ts'
import { backUp, listBackups } from '../../src/store/back-up.ts'
import { addHandout, listHandouts } from '../../src/store/handout-store.ts'
import { checkBackup, restoreBackup } from '../../src/store/restore-backup.ts'
import { readRecordSettings, readSettings, saveRecordSettings, saveSettings } from '../../src/store/settings-store.ts'
import { makeHandout } from '../store/make-handout.ts'
import { useClinic } from '../store/use-clinic.ts'

const { now, folder, file, backups, note, keep, keepIn, use, openAgain } = useClinic(
  new Date('2026-11-30T09:30:00.000Z'),
)
const clinic = Clinic.parse({ name: 'A clinic', emergencyNumber: '112' })
const stick = () => join(folder(), 'stick')
const count = (kept: ReturnType<typeof keep>) => listHandouts(kept.open(), {}, null, 200).handouts.length
const countIn = (where: string) =>
  listBackups(file(), where, '2026-11-30').map(({ file: copy }) => checkBackup(join(where, copy)))

beforeEach(() => mkdirSync(stick()))

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
])('R7: a clinic.db that is %s is made anew of the newest copy, and that is told', async (_, lose) => {
  await makeRecords(20)
  lose()
  const kept = keep()
  expect([count(kept), readSettings(kept.open())]).toEqual([20, clinic])
  expect(kept.listHealed().map(writeEnglish)).toEqual([
    expect.stringMatching(/^The file clinic\.db was gone, or empty, .* 20 of the sheets .* 2 of the settings/u),
  ])
  kept.hideHealed()
  kept.close()
  await makeCopies(backups(), '2026-11-23', '2026-11-24', '2026-11-25')
  expect(countIn(backups())).toEqual([20, 20, 20])
  expect(openAgain().told).toEqual([])
})

test('R7: the same where the note is gone with it, or junk: then its copies stay, for others may lie where nobody knows', async () => {
  for (const lose of [() => rmSync(note()), () => writeFileSync(note(), 'junk')]) {
    await makeRecords(20)
    rmSync(file())
    lose()
    expect(openAgain().told).toEqual(['records-from-copy', 'history-days-lost'])
    expect(use((db) => listHandouts(db, {}, null, 50).handouts.length)).toBe(20)
    const before = readdirSync(backups())
    await makeCopies(backups(), '2026-11-26', '2026-11-27', '2026-11-28', '2026-11-29')
    expect(readdirSync(backups())).toEqual(expect.arrayContaining(before))
    for (const place of [backups(), stick()]) rmSync(place, { recursive: true })
    for (const place of [file(), note()]) rmSync(place)
    for (const place of [backups(), stick()]) mkdirSync(place)
  }
})

test.each<[string, () => void]>([
  ['a history', () => writeFileSync(join(folder(), 'history.db'), 'sealed')],
  ['a history that was damaged', () => writeFileSync(join(folder(), 'history-damaged-1.db'), 'sealed')],
  ['records that were set aside', () => writeFileSync(join(folder(), 'clinic-replaced-1.db'), '')],
  ['a journal', () => writeFileSync(`${file()}-wal`, 'of before')],
  ['a note that is junk', () => writeFileSync(note(), 'junk')],
  ['a folder where the note was', () => mkdirSync(note())],
  ['a copy', () => writeFileSync(join(backups(), 'caresheet-2026-11-21.db'), '')],
  ['a copy of before an update', () => writeFileSync(join(backups(), 'clinic-version-20.db'), '')],
])('R7: a clinic.db of which only %s is left was there, so names live for all their days', (_, leave) => {
  leave()
  expect(openAgain()).toEqual({ days: 365, told: expect.arrayContaining(['records-begun-anew', 'history-days-lost']) })
  expect(openAgain().told).toEqual([])
  use((db) => addHandout(db, makeHandout(1)))
})

test('R7: what was healed is told at every start until someone puts it away', async () => {
  await makeRecords(20)
  rmSync(file())
  for (const _ of [1, 2]) {
    const kept = keep()
    expect(kept.listHealed().map(({ id }) => id)).toEqual(['records-from-copy'])
    kept.close()
  }
  const kept = keep()
  kept.hideHealed()
  expect(kept.listHealed()).toEqual([])
  kept.close()
  expect(keep().listHealed()).toEqual([])
})

test('D7: the days that were noted hold after a heal from an older copy, and though that copy be restored then', async () => {
  use((db) => saveRecordSettings(db, { ...readRecordSettings(db), historyDays: 60 }, now))
  await backUp(file(), backups(), '2026-11-21')
  use((db) => saveRecordSettings(db, { ...readRecordSettings(db), historyDays: 90 }, now))
  rmSync(file())
  const kept = keep()
  expect(readRecordSettings(kept.open()).historyDays).toBe(90)
  kept.restore(join(backups(), listBackups(file(), backups(), '2026-11-30')[0]?.file ?? ''))
  expect(readRecordSettings(kept.open()).historyDays).toBe(90)
  expect(kept.listHealed().map(({ id }) => id)).toContain('history-days-kept')
  kept.close()
})

test('R7: a copy that is restored does not move where the copies go, and its other folder is told', async () => {
  await makeRecords(2, stick())
  const [copy] = listBackups(file(), stick(), '2026-11-30')
  use((db) => saveRecordSettings(db, { ...readRecordSettings(db), backupFolder: null }, now))
  const kept = keep()
  kept.restore(join(stick(), copy?.file ?? ''))
  expect([count(kept), readRecordSettings(kept.open()).backupFolder]).toEqual([2, null])
  expect(kept.listHealed().map(writeEnglish)).toEqual([
    `The copies of the records still go to ${backups()}, as before. The copy that was restored had another folder, ${stick()}. If that is what you want, please choose it in Settings, Records.`,
  ])
  kept.close()
})

test('R7: where there is no copy either it is told that a new file was begun', () => {
  keep().close()
  rmSync(file())
  const kept = keep()
  expect(kept.listHealed().map(writeEnglish)).toEqual([
    expect.stringMatching(
      /could not be found: the file clinic\.db was gone, or empty, and no copy of it could be read\./u,
    ),
  ])
  kept.close()
})

test('R7: copies that could not be read do not give way either: another computer may read them', async () => {
  await makeRecords(20)
  const copies = readdirSync(backups())
  for (const copy of copies) writeFileSync(join(backups(), copy), 'unreadable')
  rmSync(file())
  expect(openAgain().told).toEqual(['records-begun-anew'])
  await makeCopies(backups(), '2026-11-26', '2026-11-27', '2026-11-28', '2026-11-29')
  expect(readdirSync(backups())).toEqual(expect.arrayContaining(copies))
})

/** What becomes of the stick, its folder, and of clinic.db while it is out. */
const losses: readonly [string, () => void, readonly string[]][] = [
  ['gone', () => rmSync(file()), ['records-begun-anew', 'copies-unseen']],
  ['damaged', () => writeFileSync(file(), readFileSync(file()).fill(1)), ['records-healed', 'copies-unseen']],
  [
    'gone, while an older copy is at hand',
    () => {
      const copy = readdirSync(join(folder(), 'in a drawer')).find((name) => name.includes('11-20')) ?? ''
      writeFileSync(join(backups(), copy), readFileSync(join(folder(), 'in a drawer', copy)))
      rmSync(file())
    },
    ['records-from-copy', 'copies-unseen'],
  ],
]
test.each(
  losses.flatMap(([what, lose, told]) =>
    ['no folder', 'an empty folder'].map((left) => [what, left, lose, told] as const),
  ),
)(
  'R7: good copies on a stick that was out do not give way where clinic.db is %s, and %s is in their place',
  async (...[, left, lose, told]) => {
    await makeRecords(20, stick())
    renameSync(stick(), join(folder(), 'in a drawer'))
    if (left === 'an empty folder') mkdirSync(stick()) // as where a disk is mounted
    lose()
    expect(openAgain().told).toEqual(told)
    expect(use(readRecordSettings).backupFolder).toBe(stick())
    rmSync(stick(), { recursive: true, force: true })
    renameSync(join(folder(), 'in a drawer'), stick())
    await makeCopies(stick(), '2026-11-26', '2026-11-27', '2026-11-28', '2026-11-29')
    const others = listBackups(file(), stick(), '2026-11-30').filter(({ from }) => from === 'elsewhere')
    expect(others.map(({ file: copy }) => checkBackup(join(stick(), copy)))).toEqual([20, 20, 20])
  },
)

test('R7: a kill just before the new file takes the place of a lost one leaves the copies safe, and the next start heals', async () => {
  await makeRecords(20)
  use((db) => saveRecordSettings(db, { ...readRecordSettings(db), backupFolder: stick() }, now)) // where none is yet
  rmSync(file())
  const { renameSync: rename } = fs
  vi.spyOn(fs, 'renameSync').mockImplementation((from, to) => {
    if (String(from).endsWith('salvaging.db')) throw new Error('killed')
    rename(from, to)
  })
  syncBuiltinESMExports()
  const kept = keep()
  expect(() => kept.open()).toThrow(/could not be saved/u)
  vi.restoreAllMocks()
  syncBuiltinESMExports()
  vi.spyOn(console, 'error').mockImplementation(() => undefined)
  expect(existsSync(file())).toBe(false)
  expect(listBackups(file(), backups(), '2026-11-30').map(({ from }) => from)).toEqual(Array(3).fill('elsewhere'))
  expect(openAgain().told).toEqual(['records-from-copy', 'copies-unseen'])
  expect(use((db) => listHandouts(db, {}, null, 50).handouts.length)).toBe(20)
})

test('R7: of copies in two places the newest is taken, whichever place it lies in', async () => {
  for (const [older, newer] of [
    [backups(), stick()],
    [stick(), backups()],
  ] as const) {
    await makeRecords(1, stick())
    for (const place of [backups(), stick()]) for (const name of readdirSync(place)) rmSync(join(place, name))
    await makeCopies(older, '2026-11-20')
    use((db) => saveSettings(db, { ...clinic, name: 'A new name' }, now))
    await makeCopies(newer, '2026-11-21')
    rmSync(file())
    openAgain()
    expect(use(readSettings).name).toBe('A new name')
    for (const place of [backups(), stick()]) for (const name of readdirSync(place)) rmSync(join(place, name))
    for (const place of [file(), note()]) rmSync(place)
  }
})

test('R7: a clinic.db that is gone is made anew of this computer’s copies, though a newer one of another lies beside them', async () => {
  await makeRecords(20)
  const other = join(folder(), 'other')
  mkdirSync(other)
  const kept = keepIn(other)
  for (let number = 100; number < 105; number += 1) addHandout(kept.open(), makeHandout(number))
  kept.close()
  await backUp(join(other, 'clinic.db'), backups(), '2026-11-29')
  rmSync(file())
  const again = keep()
  expect([count(again), readSettings(again.open())]).toEqual([20, clinic])
  again.close()
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

test.each<[string, () => void]>([
  ['gone', () => rmSync(file())],
  ['empty', () => truncateSync(file())],
])('R7: the journal of a clinic.db that is %s is kept and told, and never applied to the new one', async (_, lose) => {
  await makeRecords(20)
  const kept = keep()
  addHandout(kept.open(), makeHandout(90))
  const journal = readFileSync(`${file()}-wal`)
  kept.close()
  lose()
  writeFileSync(`${file()}-wal`, journal)
  const again = keep()
  expect(count(again)).toBe(20)
  again.close()
  const aside = readdirSync(folder()).find((name) => name.endsWith('-wal')) ?? ''
  expect(readFileSync(join(folder(), aside)).equals(journal)).toBe(true)
  expect(again.listHealed().map(writeEnglish)[1]).toMatch(`is kept as ${aside}.`)
})

test('R7: nor does a restore throw away the journal of an emptied clinic.db', async () => {
  await makeRecords(20)
  const kept = keep()
  addHandout(kept.open(), makeHandout(90))
  const journal = readFileSync(`${file()}-wal`)
  kept.close()
  truncateSync(file())
  writeFileSync(`${file()}-wal`, journal)
  restoreBackup(join(backups(), listBackups(file(), backups(), '2026-11-30')[0]?.file ?? ''), file(), now)
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
  const before = keepIn(old)
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
