import fs, { copyFileSync, mkdirSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs'
import { syncBuiltinESMExports } from 'node:module'
import { join } from 'node:path'
import { expect, test, vi } from 'vitest'
import { backUp, listBackups } from '../../src/store/back-up.ts'
import { findCopiesNote, readNote, renewInstallation } from '../../src/store/copies-note.ts'
import { addHandout } from '../../src/store/handout-store.ts'
import { checkBackup } from '../../src/store/restore-backup.ts'
import { readRecordSettings, saveRecordSettings } from '../../src/store/settings-store.ts'
import { makeHandout } from './make-handout.ts'
import { useClinic } from './use-clinic.ts'

const { now, folder, file, backups, note, keep, keepIn, use, setDays } = useClinic()
const stick = () => join(folder(), 'stick')
const listFrom = (where: string) => listBackups(file(), where, '2026-11-30').map(({ from }) => from)

/** Three copies on a stick, and a note that is junk. */
async function makeJunkNote(): Promise<void> {
  mkdirSync(stick())
  use((db) => saveRecordSettings(db, { ...readRecordSettings(db), backupFolder: stick() }, now))
  for (const day of ['2026-11-19', '2026-11-20', '2026-11-21'] as const) await backUp(file(), stick(), day)
  writeFileSync(note(), 'junk')
}

test('the note has the folder of the copies, and for how many days the history is kept', () => {
  use(() => undefined)
  expect(readNote(file())).toMatchObject({ folder: null, days: { history: 30, setBy: null } })
  use((db) => {
    setDays(db, 90)
    saveRecordSettings(db, { ...readRecordSettings(db), backupFolder: '/usb' }, now)
  })
  expect(readNote(file())).toMatchObject({ folder: '/usb', days: { history: 90, setBy: expect.any(String) } })
})

test('R10: a note that is junk is made anew by the copies in the folder that was chosen, which go on being this computer’s', async () => {
  await makeJunkNote()
  use(() => undefined)
  expect(listFrom(stick())).toEqual(['here', 'here', 'here'])
})

test('R10: but not by copies that may be another computer’s: none of another key, and none where two have the same', async () => {
  await makeJunkNote()
  const other = join(folder(), 'other')
  mkdirSync(other)
  keepIn(other).close()
  await backUp(join(other, 'clinic.db'), stick(), '2026-11-22')
  use(() => undefined)
  expect(listFrom(stick())).toEqual(['elsewhere', 'here', 'here', 'here'])
  writeFileSync(note(), 'junk')
  const copy = readdirSync(stick()).find((name) => name.includes('11-20'))
  writeFileSync(join(stick(), 'caresheet-2026-11-23-0123abcd.db'), readFileSync(join(stick(), copy ?? '')))
  use(() => undefined)
  expect(listFrom(stick())).toEqual(Array(5).fill('elsewhere'))
})

/** Another computer that keeps its copies on the stick. @returns its clinic.db, and one of its copies */
async function makeOther(): Promise<{ readonly path: string; readonly copy: string }> {
  const path = join(folder(), 'other', 'clinic.db')
  mkdirSync(join(folder(), 'other', 'backups'), { recursive: true })
  const kept = keepIn(join(folder(), 'other'))
  for (let number = 0; number < 9; number += 1) addHandout(kept.open(), makeHandout(number))
  kept.close()
  for (const day of ['2026-11-19', '2026-11-20'] as const) await backUp(path, stick(), day)
  return { path, copy: (await backUp(path, stick(), '2026-11-21')).file }
}

test.each<[string, (copy: string) => void]>([
  ['put into the own folder by hand', (copy) => copyFileSync(join(stick(), copy), join(backups(), copy))],
  [
    'brought back here, by its key the same',
    (copy) => {
      copyFileSync(join(stick(), copy), join(backups(), copy))
      const kept = keep()
      kept.restore(join(backups(), copy))
      kept.close()
    },
  ],
])(
  'R10: a copy of another computer that was %s does not make its copies give way once the note is junk',
  async (_, bring) => {
    mkdirSync(stick())
    use((db) => saveRecordSettings(db, { ...readRecordSettings(db), backupFolder: stick() }, now))
    const { path, copy } = await makeOther()
    bring(copy)
    writeFileSync(note(), 'junk')
    use((db) =>
      saveRecordSettings(db, { ...readRecordSettings(db), backupFolder: stick(), staffAlias: 'Nurse 2' }, now),
    )
    for (const day of ['2026-11-21', '2026-11-22', '2026-11-23'] as const) await backUp(file(), stick(), day)
    const others = listBackups(path, stick(), '2026-11-30').filter(({ from }) => from === 'here')
    expect(others.map((each) => [each.day, checkBackup(join(stick(), each.file))])).toEqual([
      ['2026-11-21', 9],
      ['2026-11-20', 9],
      ['2026-11-19', 9],
    ])
  },
)

test('R10: without a note the copies in the own folder are known by their key; of a clinic.db that is lost too, none', async () => {
  use(() => undefined)
  await backUp(file(), backups(), '2026-11-20')
  const installation = readNote(file())?.installation
  writeFileSync(join(backups(), 'caresheet-2026-11-22-33333333.db'), '')
  rmSync(note())
  expect(findCopiesNote(file())?.installation).toBe(installation)
  rmSync(file())
  expect(findCopiesNote(file())).toBeNull()
})

test('R10: a folder in the place of the note is put aside, and the note is written', () => {
  use((db) => setDays(db, 90))
  rmSync(note())
  mkdirSync(note())
  writeFileSync(join(note(), 'something'), '')
  use((db) => expect(readRecordSettings(db).historyDays).toBe(90))
  expect(readNote(file())?.days?.history).toBe(90)
  const aside = readdirSync(folder()).find((name) => name.startsWith('copies.json.')) ?? ''
  expect(readdirSync(join(folder(), aside))).toEqual(['something'])
})

test('another name for the installation leaves the rest of the note as it is', () => {
  use((db) => setDays(db, 90))
  const before = readNote(file())
  renewInstallation(file())
  expect(readNote(file())).toEqual({ ...before, installation: expect.not.stringMatching(before?.installation ?? '') })
})

test.skipIf(process.platform === 'win32')('the note is for this account only, whatever the umask', () => {
  const umask = process.umask(0)
  try {
    use((db) => setDays(db, 90))
    expect((statSync(note()).mode & 0o777).toString(8)).toBe('600')
  } finally {
    process.umask(umask)
  }
})

test('R3: days that were noted are there after a power cut, which takes all that was not synced', () => {
  use((db) => setDays(db, 7))
  const onDisk = { bytes: new Map<string, string>(), note: readFileSync(note(), 'utf8') }
  const handles = new Map<number, string>()
  const { openSync: open, fsyncSync: sync } = fs
  vi.spyOn(fs, 'openSync').mockImplementation((path, ...rest) => {
    const handle = open(path, ...rest)
    handles.set(handle, String(path))
    return handle
  })
  vi.spyOn(fs, 'fsyncSync').mockImplementation((handle) => {
    sync(handle)
    const path = handles.get(handle) ?? ''
    if (path === `${note()}.part`) onDisk.bytes.set(note(), readFileSync(path, 'utf8'))
    if (path === folder() && !readdirSync(folder()).includes('copies.json.part'))
      onDisk.note = onDisk.bytes.get(note()) ?? ''
  })
  syncBuiltinESMExports()
  use((db) => setDays(db, 90))
  vi.restoreAllMocks()
  syncBuiltinESMExports()
  expect(JSON.parse(onDisk.note)).toMatchObject({ days: { history: 90 } })
})
