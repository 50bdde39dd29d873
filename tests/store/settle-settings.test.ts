import fs, {
  cpSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readFileSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs'
import { syncBuiltinESMExports } from 'node:module'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import Database from 'better-sqlite3'
import { expect, test, vi } from 'vitest'
import { writeEnglish } from '../../src/domain/message.ts'
import { backUp } from '../../src/store/back-up.ts'
import { addHandout, listHandouts } from '../../src/store/handout-store.ts'
import { makeReserve } from '../../src/store/reserve.ts'
import { restoreBackup } from '../../src/store/restore-backup.ts'
import type { Db } from '../../src/store/open-database.ts'
import { readNote } from '../../src/store/copies-note.ts'
import { readRecordSettings, saveRecordSettings } from '../../src/store/settings-store.ts'
import { makeHandout } from './make-handout.ts'
import { useClinic } from './use-clinic.ts'

const { now, folder, file, backups, note, keep, keepIn, use, setDays, openAgain } = useClinic()

/** A copy of the records of another computer, with days of its own. */
async function copyOther(days: number): Promise<string> {
  const other = join(folder(), 'other')
  mkdirSync(other)
  const kept = keepIn(other)
  setDays(kept.open(), days)
  kept.close()
  return join(other, (await backUp(join(other, 'clinic.db'), other, '2026-11-20')).file)
}

test.each(['the note beside it', 'no note'])(
  'D7: a copy that is restored brings no days back: those of today hold, with %s, and that is told',
  async (beside) => {
    use((db) => setDays(db, 7))
    const { file: copy } = await backUp(file(), backups(), '2026-11-20')
    const kept = keep()
    setDays(kept.open(), 90)
    if (beside === 'no note') rmSync(note())
    kept.restore(join(backups(), copy))
    expect(readRecordSettings(kept.open()).historyDays).toBe(90)
    expect(kept.listHealed().map(writeEnglish)).toEqual([
      expect.stringMatching(/^Names are still kept for 90 days, as before\. .* another number, 7\./u),
    ])
    kept.hideHealed()
    kept.close()
    expect(openAgain()).toEqual({ days: 90, told: [] })
  },
)

test('D7: nor does one that the command restores, once CareSheet is started', async () => {
  use((db) => setDays(db, 7))
  const { file: copy } = await backUp(file(), backups(), '2026-11-20')
  use((db) => setDays(db, 90))
  restoreBackup(join(backups(), copy), file(), now)
  expect(openAgain()).toEqual({ days: 90, told: ['history-days-kept'] })
  expect(openAgain()).toEqual({ days: 90, told: [] })
})

test.each([30, 90])('D7: nor does a copy of another computer, where the days here are %i', async (days) => {
  const copy = await copyOther(7)
  if (days !== 30) use((db) => setDays(db, days))
  const kept = keep()
  kept.restore(copy)
  expect(readRecordSettings(kept.open()).historyDays).toBe(days)
  kept.hideHealed()
  kept.close()
  expect(openAgain()).toEqual({ days, told: [] })
})

test('D7: a copy with the same days is restored without a word of them', async () => {
  use((db) => setDays(db, 90))
  const { file: copy } = await backUp(file(), backups(), '2026-11-20')
  const kept = keep()
  kept.restore(join(backups(), copy))
  expect(kept.listHealed()).toEqual([])
  kept.close()
})

test('D7: a file that lost its journal, and opens as whole, has not lost the days that stood there', () => {
  use((db) => setDays(db, 7))
  const older = readFileSync(file())
  use((db) => setDays(db, 90))
  writeFileSync(file(), older)
  expect(openAgain()).toEqual({ days: 90, told: ['history-days-kept'] })
})

test('D7: more days are noted before they are saved, and fewer after: a kill between takes no name', () => {
  use((db) => {
    setDays(db, 40)
    const readNoted = () => (JSON.parse(readFileSync(note(), 'utf8')) as { days: { history: number } }).days.history
    const seen: number[] = []
    db.function('see_note', () => seen.push(readNoted()))
    db.exec(`CREATE TEMP TRIGGER see AFTER UPDATE ON settings BEGIN SELECT see_note(); END`)
    setDays(db, 90)
    setDays(db, 7)
    expect([...seen, readNoted()]).toEqual([90, 90, 7])
  })
})

test('D7: days that cannot be noted are not raised, and that is told; sheets are logged all the same', () => {
  use(() => undefined)
  rmSync(note())
  symlinkSync('copies.json', note()) // a link to itself, which no program can read
  use((db) => {
    expect(() => setDays(db, 90)).toThrow(/^The settings could not be saved\./u)
    expect(readRecordSettings(db).historyDays).toBe(30)
    addHandout(db, makeHandout(1))
    expect(listHandouts(db, {}, null, 9).handouts).toHaveLength(1)
  })
})

const bothKept = ['history-days-kept', 'copies-folder-kept']
const setFolder = (db: Db, backupFolder: string | null) =>
  void saveRecordSettings(db, { ...readRecordSettings(db), backupFolder }, now)
const readFolder = () => use((db) => readRecordSettings(db).backupFolder)

/** Records that another folder was chosen for since they were copied, and more days. @returns the copy */
async function makeOlderCopy(): Promise<string> {
  use((db) => (setDays(db, 7), setFolder(db, '/usb')))
  const { file: copy } = await backUp(file(), backups(), '2026-11-20')
  use((db) => (setDays(db, 90), setFolder(db, '/drawer'), setFolder(db, '/new stick')))
  return join(backups(), copy)
}

test('R7: a copy that the command restores, or before a kill, does not move where the copies go, and that is told once', async () => {
  restoreBackup(await makeOlderCopy(), file(), now)
  expect(openAgain()).toEqual({ days: 90, told: bothKept })
  expect(readFolder()).toBe('/new stick')
  expect(openAgain().told).toEqual([])
})

test('R7: a folder that is chosen after a copy was restored holds, though a kill comes before it is noted', async () => {
  restoreBackup(await makeOlderCopy(), file(), now)
  openAgain()
  const older = readFileSync(note())
  use((db) => setFolder(db, '/usb'))
  writeFileSync(note(), older)
  expect([openAgain().told, readFolder()]).toEqual([[], '/usb'])
})

test('D7: nor do fewer days that are chosen once a copy was restored give way to those noted before a kill', async () => {
  use(() => undefined)
  const { file: copy } = await backUp(file(), backups(), '2026-11-20')
  restoreBackup(join(backups(), copy), file(), now)
  openAgain()
  const older = readFileSync(note())
  use((db) => setDays(db, 7))
  writeFileSync(note(), older)
  expect(openAgain()).toEqual({ days: 7, told: [] })
})

test('R7: the folder chosen before stays known where days and folder of a copy both give way', async () => {
  const copy = await makeOlderCopy()
  const kept = keep()
  kept.restore(copy)
  kept.close()
  expect(readNote(file())).toMatchObject({ folder: '/new stick', earlier: '/drawer', days: { history: 90 } })
})

test.each<[string, () => void]>([
  ['gone', () => rmSync(file())],
  ['damaged', () => writeFileSync(file(), readFileSync(file()).fill(1))],
])('R6: a clinic.db that is %s and made anew of an older copy does not move where the copies go', async (_, lose) => {
  await makeOlderCopy()
  lose()
  expect([openAgain().days, readFolder()]).toEqual([90, '/new stick'])
})

test('R6: with a note that is lost too, the folder of what was healed holds', async () => {
  await makeOlderCopy()
  for (const lost of [file(), note()]) rmSync(lost)
  openAgain()
  expect(readFolder()).toBe('/usb')
})

test('R4, D7: records that open stay open where what holds cannot be written, and are settled at the next start', async () => {
  restoreBackup(await makeOlderCopy(), file(), now)
  const alter = (sql: string) => {
    const db = new Database(file())
    db.exec(sql)
    db.close()
  }
  alter(`CREATE TRIGGER full BEFORE UPDATE ON settings BEGIN SELECT RAISE(ABORT, 'full'); END`)
  use((db) => {
    addHandout(db, makeHandout(1))
    expect(readRecordSettings(db)).toMatchObject({ historyDays: 90, backupFolder: '/new stick' })
  })
  alter('DROP TRIGGER full')
  expect(openAgain()).toEqual({ days: 90, told: bothKept })
  rmSync(note()) // what was settled stands in the file
  expect([openAgain().days, readFolder()]).toEqual([90, '/new stick'])
})

test('D7: no copy is restored while what holds cannot be noted', async () => {
  const copy = await makeOlderCopy()
  const kept = keep()
  rmSync(note())
  symlinkSync('copies.json', note())
  expect(() => kept.restore(copy)).toThrow(/^The records could not be read or changed\./u)
  expect(readRecordSettings(kept.open()).historyDays).toBe(90)
  kept.close()
})

/** Does something before each writing of the note, while `work` runs. */
function watchNote(beforeNote: () => void, work: () => void): void {
  const { writeFileSync: write } = fs
  vi.spyOn(fs, 'writeFileSync').mockImplementation((to, ...rest) => {
    if (String(to).startsWith(note())) beforeNote()
    write(to, ...rest)
  })
  syncBuiltinESMExports()
  try {
    work()
  } finally {
    vi.mocked(fs.writeFileSync).mockRestore()
    syncBuiltinESMExports()
  }
}

test('R7: wherever a kill comes while what holds is written, the next start tells it', async () => {
  restoreBackup(await makeOlderCopy(), file(), now)
  const killed = mkdtempSync(join(tmpdir(), 'caresheet-test-'))
  let kills = 0
  const snap = () => cpSync(folder(), join(killed, String((kills += 1))), { recursive: true })
  watchNote(snap, () => keep().close())
  expect(kills).toBe(2)
  for (const kill of ['1', '2']) {
    const kept = keepIn(join(killed, kill))
    const told = kept.listHealed().map(({ id }) => id)
    expect([readRecordSettings(kept.open()).historyDays, told]).toEqual([90, expect.arrayContaining(bothKept)])
    kept.close()
  }
  rmSync(killed, { recursive: true })
})

test('R4: on a full disk the reserve lets what holds be noted, so that a copy can be restored', async () => {
  const copy = await makeOlderCopy()
  makeReserve(folder(), 'records').keep()
  const kept = keep()
  rmSync(note())
  const failWhileFull = () => {
    if (existsSync(join(folder(), 'reserve-records'))) throw Object.assign(new Error('no space'), { code: 'ENOSPC' })
  }
  watchNote(failWhileFull, () => kept.restore(copy))
  expect(readRecordSettings(kept.open())).toMatchObject({ historyDays: 90, backupFolder: '/new stick' })
  kept.close()
})
