import { mkdirSync, readdirSync, readFileSync, rmSync, watch, writeFileSync } from 'node:fs'
import { basename, join } from 'node:path'
import { Worker } from 'node:worker_threads'
import Database from 'better-sqlite3'
import { expect, test, vi } from 'vitest'
import { tell, writeEnglish } from '../../src/domain/message.ts'
import { makeBackupRunner } from '../../src/main/run-backup.ts'
import { readBundleFile } from '../../src/store/bundle-file.ts'
import { readCopiesNote } from '../../src/store/copies-note.ts'
import { keepContent } from '../../src/store/content-store.ts'
import { addHandout, listHandouts } from '../../src/store/handout-store.ts'
import { saveLogo } from '../../src/store/logo-store.ts'
import { savePrintChoice } from '../../src/store/print-choice-store.ts'
import { readSample } from '../pdf/logo/samples.ts'
import { aContent, makeHandout } from '../store/make-handout.ts'
import { gym, realRun, useRecords } from './use-records.ts'

const { folder, makeKept } = useRecords()
test('R7: a thread of its own copies the records while they are written to', async () => {
  const { kept, records } = makeKept()
  for (let number = 0; number < 200; number += 1) addHandout(kept.open(), makeHandout(number))
  const making = records.backUp()
  for (let number = 200; number < 260; number += 1) addHandout(kept.open(), makeHandout(number))
  const { backups, folder: where, notices } = await making
  expect(backups).toEqual([
    {
      file: expect.stringMatching(/^caresheet-2026-11-2\d-[0-9a-f]{8}\.db$/u),
      day: expect.any(String),
      size: expect.any(Number),
      folder: where,
      from: 'here',
    },
  ])
  expect([where, notices]).toEqual([join(folder(), 'backups'), []])
  await records.restore(backups[0]?.file ?? '')
  const { handouts } = listHandouts(kept.open(), {}, null, 200)
  expect(handouts.length).toBe(200)
  expect(handouts.every(({ sheetId }) => sheetId === '7F3A-91C2')).toBe(true)
  kept.close()
})

test('the bundles go with the copies and into the export', async () => {
  const { kept, records } = makeKept()
  await records.backUp()
  const { installation } = readCopiesNote(join(folder(), 'clinic.db'))
  expect(await readBundleFile(join(folder(), 'backups', `caresheet-bundles-${installation}.json`))).toEqual([gym])
  const file = (await records.exportAll()) ?? ''
  expect(JSON.parse(readFileSync(file, 'utf8'))).toMatchObject({ bundles: [{ name: 'Gym' }], habits: { labName: '' } })
  kept.close()
})

test('copies go where the clinic wants them, and a stick that was taken out is told until it is back', async () => {
  const { kept, records } = makeKept()
  mkdirSync(join(folder(), 'usb'))
  expect(await records.chooseFolder()).toMatchObject({ backupFolder: join(folder(), 'usb') })
  expect(await records.backUp()).toMatchObject({ folder: join(folder(), 'usb'), backups: { length: 1 }, notices: [] })
  rmSync(join(folder(), 'usb'), { recursive: true })
  await expect(records.backUp()).rejects.toMatchObject({ code: 'storage-failed' })
  expect(records.readStatus().backups).toEqual([])
  expect(records.readStatus().notices.map(writeEnglish)).toEqual([
    expect.stringMatching(/^The copy of the records was not made\. The folder .*usb is not there\./u),
  ])
  expect(records.readCopyTrouble()).toEqual(records.readStatus().notices[0])
  records.saveSettings({ backupFolder: null })
  expect(records.readCopyTrouble()).toBeNull() // it was of the folder before
  expect(await records.backUp()).toMatchObject({ backups: { length: 1 }, notices: [] })
  expect(records.readCopyTrouble()).toBeNull()
  kept.close()
})

test('a folder is tried when it is chosen: one that takes no file is refused in words, and the one before stays', async () => {
  const { kept, records } = makeKept()
  writeFileSync(join(folder(), 'usb'), 'not a folder')
  await expect(records.chooseFolder()).rejects.toThrow(
    /^CareSheet cannot write in .*usb\. Please choose another folder\.$/u,
  )
  expect(records.readSettings().backupFolder).toBeNull()
  rmSync(join(folder(), 'usb'))
  mkdirSync(join(folder(), 'usb'))
  expect(await records.chooseFolder()).toMatchObject({ backupFolder: join(folder(), 'usb') })
  expect(readdirSync(join(folder(), 'usb'))).toEqual([])
  kept.close()
})

test('R6: a damaged clinic.db takes what it lacks from the folder that was chosen, which it can no longer name', async () => {
  vi.spyOn(console, 'error').mockImplementation(() => undefined)
  const { kept, records } = makeKept()
  mkdirSync(join(folder(), 'usb'))
  await records.chooseFolder()
  addHandout(kept.open(), makeHandout(1))
  await records.backUp()
  kept.close()
  writeFileSync(join(folder(), 'clinic.db'), 'not a database at all'.repeat(500))
  const later = makeKept()
  expect(listHandouts(later.kept.open(), {}, null, 9).handouts).toEqual([makeHandout(1)])
  expect(later.records.readSettings().backupFolder).toBe(join(folder(), 'usb'))
  later.kept.close()
  vi.restoreAllMocks()
})

test('what is purged while another program reads the file is not said to be gone until it is', () => {
  const { kept, records } = makeKept()
  addHandout(kept.open(), makeHandout(1, { staff: 'CANARY' }))
  const inFiles = () =>
    ['clinic.db', 'clinic.db-wal'].some((name) => readFileSync(join(folder(), name)).includes('CANARY'))
  const reader = new Database(join(folder(), 'clinic.db'), { readonly: true })
  reader.exec('BEGIN')
  reader.prepare('SELECT count(*) FROM handouts').get()
  expect(() => records.purge('2027-01-01')).toThrow(/its text still stands in the file/u)
  expect([inFiles(), records.readStatus().notices]).toEqual([true, [tell('purge-unfinished')]])
  reader.close()
  expect([records.readStatus().notices, inFiles()]).toEqual([[], false])
  kept.close()
})

test('a copy that fails for a reason nobody foresaw is told too', async () => {
  const { kept, records } = makeKept(async () => {
    throw new Error('Patient Name')
  })
  await expect(records.backUp()).rejects.toThrow('Patient Name')
  expect(records.readCopyTrouble()).toEqual(tell('backup-fault'))
  kept.close()
})

test('who asks for a copy while one is made waits for that one', async () => {
  let runs = 0
  const { kept, records } = makeKept(async () => {
    runs += 1
    await new Promise((resolveLater) => setTimeout(resolveLater, 20))
  })
  await Promise.all([records.backUp(), records.backUp()])
  expect(runs).toBe(1)
  kept.close()
})

test('a copy is made each day without being asked, and once', async () => {
  vi.useFakeTimers()
  try {
    const days: string[] = []
    const { kept, records } = makeKept(async (order) => {
      if (order.task === 'check') return
      days.push(order.day)
      writeFileSync(join(order.folder, `caresheet-${order.day}.db`), '')
    })
    const stop = records.startDaily()
    await vi.advanceTimersByTimeAsync(10_000)
    expect(days).toEqual([])
    await vi.advanceTimersByTimeAsync(5 * 60 * 60_000)
    expect(days).toHaveLength(1)
    stop()
    kept.close()
  } finally {
    vi.useRealTimers()
  }
})

test('D8: soon after each start every row is held against its seal, though today has its copy already', async () => {
  const before = makeKept()
  for (let number = 0; number < 20; number += 1) addHandout(before.kept.open(), makeHandout(number))
  await before.records.backUp()
  before.kept.open().exec('UPDATE handouts SET pages = 9 WHERE row = 7')
  before.kept.close()
  vi.useFakeTimers()
  vi.spyOn(console, 'error').mockImplementation(() => undefined)
  const { kept, records } = makeKept()
  expect(kept.listHealed()).toEqual([])
  const stop = records.startDaily()
  await vi.advanceTimersByTimeAsync(20_000)
  vi.useRealTimers()
  await vi.waitFor(() => expect(kept.listHealed()).toHaveLength(1), { timeout: 10_000 })
  expect(listHandouts(kept.open(), {}, null, 200).handouts.map(({ pages }) => pages)).toEqual(Array(20).fill(2))
  stop()
  vi.restoreAllMocks()
  kept.close()
})

test('D8: a row that was changed is found though the stick for the copies is out', async () => {
  const before = makeKept()
  for (let number = 0; number < 20; number += 1) addHandout(before.kept.open(), makeHandout(number))
  await before.records.backUp()
  before.records.saveSettings({ backupFolder: join(folder(), 'usb') })
  before.kept.open().exec('UPDATE handouts SET pages = 9 WHERE row = 7')
  before.kept.close()
  vi.useFakeTimers()
  vi.spyOn(console, 'error').mockImplementation(() => undefined)
  const { kept, records } = makeKept()
  const stop = records.startDaily()
  await vi.advanceTimersByTimeAsync(20_000)
  vi.useRealTimers()
  await vi.waitFor(() => expect(kept.listHealed().map(({ id }) => id)).toContain('records-healed'), { timeout: 10_000 })
  expect(listHandouts(kept.open(), {}, null, 200).handouts.map(({ pages }) => pages)).toEqual(Array(20).fill(2))
  expect(records.readCopyTrouble()).not.toBeNull()
  stop()
  vi.restoreAllMocks()
  kept.close()
})

test('only a copy of the list is restored, whatever path is asked for', async () => {
  const { kept, records } = makeKept()
  await expect(records.restore('../clinic.db')).rejects.toMatchObject({ code: 'not-available' })
  await expect(records.restore('clinic.db', folder())).rejects.toMatchObject({ code: 'not-available' })
  kept.close()
})

test('R7: copies in the own folder and in the one that was chosen before are offered beside those of the new one', async () => {
  const { kept, records } = makeKept()
  const [first, second] = [join(folder(), 'first stick'), join(folder(), 'second stick')]
  await records.backUp()
  for (const stick of [first, second]) {
    mkdirSync(stick)
    records.saveSettings({ backupFolder: stick, staffAlias: basename(stick) })
    await records.backUp()
  }
  const listed = () => records.readStatus().backups.map((copy) => copy.folder)
  expect(listed()).toEqual([second, join(folder(), 'backups'), first])
  const { file } = records.readStatus().backups[2] ?? { file: '' }
  await records.restore(file, first)
  expect(records.readSettings()).toMatchObject({ staffAlias: 'first stick', backupFolder: second })
  rmSync(second, { recursive: true }) // pulled out
  expect(listed()).toEqual([join(folder(), 'backups'), first])
  await expect(records.restore(file, second)).rejects.toThrow(`no longer in ${second}`)
  kept.close()
})

test('of a file that a kill left half written a note is kept for the next start', async () => {
  const { kept, records } = makeKept()
  const notes = new Set<string>()
  mkdirSync(join(folder(), 'writing'))
  const watcher = watch(join(folder(), 'writing'), (_, name) => void (name?.length === 36 && notes.add(name)))
  await records.exportAll()
  await vi.waitFor(() => expect(notes.size).toBe(1), { timeout: 5000 })
  expect(readdirSync(join(folder(), 'writing'))).toEqual([]) // no longer needed
  watcher.close()
  kept.close()
})

test('everything is exported as JSON to the file that was chosen', async () => {
  const { kept, records, asked } = makeKept()
  const choice = { printer: 'Front desk', copies: 2, sides: null, tray: null }
  addHandout(kept.open(), makeHandout(1))
  keepContent(kept.open(), aContent)
  savePrintChoice(kept.open(), choice)
  saveLogo(kept.open(), { type: 'png', bytes: readSample('colour.png') })
  const path = await records.exportAll()
  expect(asked).toEqual([expect.stringMatching(/^caresheet-records-2026-11-2\d\.json$/u)])
  const told: unknown = JSON.parse(readFileSync(path ?? '', 'utf8'))
  expect(told).toMatchObject({
    program: 'CareSheet',
    handouts: [makeHandout(1)],
    printChoice: choice,
    logo: { type: 'png', base64: Buffer.from(readSample('colour.png')).toString('base64') },
    contents: [{ sha256: aContent.hash, library: JSON.parse(aContent.text) as unknown }],
    missingContents: [],
  })
  await records.backUp()
  vi.spyOn(console, 'error').mockImplementation(() => undefined)
  kept.open().exec('UPDATE handouts SET pages = 9')
  expect(JSON.parse(readFileSync((await records.exportAll()) ?? '', 'utf8'))).toMatchObject({
    handouts: [makeHandout(1)],
  })
  expect(kept.listHealed()).toHaveLength(1)
  vi.restoreAllMocks()
  kept.close()
})

test('damaged content is told beside the records, and in the export, which never leaves it out in silence', async () => {
  const { kept, records } = makeKept()
  vi.spyOn(console, 'error').mockImplementation(() => undefined)
  addHandout(kept.open(), makeHandout(1), aContent)
  await records.backUp()
  const spoil = () => kept.open().exec('UPDATE contents SET library = zeroblob(length(library))')
  const readExport = async () => JSON.parse(readFileSync((await records.exportAll()) ?? '', 'utf8')) as unknown
  spoil()
  expect(records.readStatus().notices.map(({ id }) => id)).toEqual(['contents-damaged'])
  expect(await readExport()).toMatchObject({ contents: [{ sha256: aContent.hash }], missingContents: [] }) // of the copy
  expect(records.readStatus().notices.map(({ id }) => id)).toEqual(['records-healed'])
  for (const { file } of records.readStatus().backups) rmSync(join(records.readStatus().folder, file))
  spoil()
  expect(await readExport()).toMatchObject({ contents: [], missingContents: [makeHandout(1).contentSha256] })
  expect(records.readStatus().notices.map(({ id }) => id)).toEqual([
    'records-healed',
    'records-healed',
    'contents-lost',
  ])
  vi.restoreAllMocks()
  kept.close()
})

test('D8: an audit that is changed while the app runs is told with what to do, and that does it', async () => {
  const { kept, records } = makeKept()
  vi.spyOn(console, 'error').mockImplementation(() => undefined)
  records.saveSettings({ staffAlias: 'ab' })
  addHandout(kept.open(), makeHandout(1))
  kept.open().exec(`DROP TRIGGER audit_is_not_changed; UPDATE audit SET at = '2020-01-01T00:00:00.000Z'`)
  expect(records.readStatus().notices.map(writeEnglish)).toEqual([
    expect.stringMatching(/from entry 1 on.*Please press “Make a copy now”.*keeps the damaged file/u),
  ])
  expect((await records.backUp()).notices.map(({ id }) => id)).toEqual(['records-healed'])
  expect(listHandouts(kept.open(), {}, null, 9).handouts).toEqual([makeHandout(1)])
  expect(readdirSync(folder()).filter((name) => /^clinic-damaged-.*\.db$/u.test(name))).toHaveLength(1)
  vi.restoreAllMocks()
  kept.close()
})

test('a clinic.db that is not ours is told, and nothing is copied over a good copy', async () => {
  writeFileSync(join(folder(), 'clinic.db'), '')
  const { kept, records } = makeKept()
  kept.open().pragma('user_version = 9999')
  kept.close()
  const later = makeKept()
  expect(later.records.readStatus().notices.map(writeEnglish)).toEqual([
    expect.stringMatching(/newer CareSheet.* Sheets print all the same\.$/u),
  ])
  await expect(later.records.backUp()).rejects.toThrow(/newer CareSheet/u)
  expect(readdirSync(join(folder(), 'backups'))).toEqual([])
  expect(records.readSettings()).toEqual({
    staffAlias: '',
    isLogKept: true,
    backupFolder: null,
    historyDays: 365, // by days that cannot be read no name goes
    lockMinutes: 5,
  })
})

test('a thread that breaks off is a sentence', async () => {
  const run = makeBackupRunner(() => new Worker('throw new Error("Patient Name")', { eval: true }))
  const broken = run({ task: 'copy', database: 'a', folder: 'b', day: '2026-11-22' })
  await expect(broken).rejects.toThrow(/^The copy of the records was not made: something went wrong inside/u)
})

test('R10: with a clock that was set back a year all goes on, and no copy or sheet of the later days is lost', async () => {
  const late = makeKept(realRun, '2026-11-22T09:30:00.000Z')
  addHandout(late.kept.open(), makeHandout(1))
  await late.records.backUp()
  late.kept.close()
  const early = makeKept(realRun, '2025-11-22T09:30:00.000Z')
  addHandout(early.kept.open(), makeHandout(2, { givenAt: '2025-11-22T09:30:00.000Z' }))
  const { backups, notices } = await early.records.backUp()
  expect(notices).toEqual([])
  expect(backups.map(({ day }) => day.slice(0, 4))).toEqual(['2025', '2026'])
  expect(listHandouts(early.kept.open(), {}, null, 9).handouts.map(({ id }) => id)).toEqual([
    makeHandout(2).id,
    makeHandout(1).id,
  ])
  expect(early.records.purge('2026-01-01')).toBe(1)
  early.kept.close()
})
