import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { setTimeout } from 'node:timers/promises'
import Database from 'better-sqlite3'
import { expect, test, vi } from 'vitest'
import { Habits } from '../../src/domain/habits.ts'
import { createHandlers } from '../../src/main/handlers.ts'
import { listPaths } from '../../src/main/paths.ts'
import { readAudit } from '../../src/store/audit-log.ts'
import { openClinicDatabase } from '../../src/store/clinic-database.ts'
import { aClinic } from '../domain/make.ts'
import { makeSvg, readSample } from '../pdf/logo/samples.ts'
import { useTempFolder } from '../store/temp-folder.ts'
import { makeServices } from './make-services.ts'
import { startServices } from './start-services.ts'
import { pdf, sheet } from './use-history.ts'
import { unsealZip } from './unseal-zip.ts'

const folder = useTempFolder()
const { readAbout } = makeServices()
const passphrase = { by: 'passphrase', passphrase: 'four words are enough' } as const

test('D9: a sheet that a kill left on its way to the printer is gone once the app has started', () => {
  const { printing } = listPaths(folder(), folder())
  mkdirSync(printing)
  const left = join(printing, 'left.pdf')
  writeFileSync(left, '%PDF Patient Name')
  const { close } = startServices(folder())
  const isThere = existsSync(left)
  close()
  expect(isThere).toBe(false)
})

test('a computer that sleeps or locks its screen, and a lock by hand, clear the window, with the history off, open or locked already', async () => {
  const { services, close, lockNow, cleared } = startServices(folder())
  const isShown = services.watchWindow()
  expect(isShown()).toBe(true)
  lockNow()
  expect([cleared.length, isShown(), services.watchWindow()()]).toEqual([1, false, true])
  await services.history.switchOn(passphrase)
  lockNow()
  expect([services.history.readStatus().state, cleared.length]).toEqual(['locked', 2])
  lockNow()
  expect(cleared).toHaveLength(3)
  services.history.lock()
  expect(cleared).toHaveLength(4)
  close()
})

test('D5: untouched for the minutes, a window is cleared where the names are open, and not where none are kept', async () => {
  const { services, close, cleared } = startServices(folder())
  const readClock = Date.now.bind(Date)
  let passed = 0
  const clock = vi.spyOn(Date, 'now').mockImplementation(() => readClock() + passed)
  passed += 301_000
  await setTimeout(1500) // it is looked at each second
  expect(cleared).toEqual([])
  await services.history.switchOn(passphrase)
  passed += 290_000
  services.touch() // somebody is there
  passed += 290_000
  await setTimeout(1500)
  expect(cleared).toEqual([])
  passed += 11_000
  await vi.waitFor(() => expect(cleared).toHaveLength(1), 3000)
  expect(services.history.readStatus().state).toBe('locked')
  clock.mockRestore()
  close()
})

test('the list of tests to repeat does not leave once the names are locked, though its dialog stood open before', async () => {
  const file = join(folder(), 'list.zip')
  let isLocking = true
  const { services, close } = startServices(folder(), {
    forFollowUps: async () => {
      if (isLocking) services.history.lock()
      return file
    },
  })
  await services.history.switchOn(passphrase)
  await expect(services.exportFollowUps('four words are enough')).rejects.toThrow(/are locked/u)
  expect(existsSync(file)).toBe(false)
  isLocking = false
  await services.history.unlock(passphrase.passphrase)
  expect(await services.exportFollowUps('four words are enough')).toBe(file)
  close()
  const db = openClinicDatabase(listPaths(folder(), folder()).clinicDatabase)
  const audit = readAudit(db).entries.map(({ event }) => event)
  db.close()
  const unsealed = await unsealZip(readFileSync(file), 'four words are enough')
  expect(new TextDecoder().decode(unsealed['follow-up.csv'])).toContain('Patient')
  expect(audit.filter(({ kind }) => kind === 'follow-ups-exported')).toEqual([
    { kind: 'follow-ups-exported', followUps: 0 },
  ])
})

test('a sheet of the history is not saved again once the names are locked, though its dialog stood open before', async () => {
  const file = join(folder(), 'again.pdf')
  let isLocking = true
  const { services, close } = startServices(folder(), {
    forPath: async () => {
      if (isLocking) services.history.lock()
      return file
    },
  })
  await services.history.switchOn(passphrase)
  services.history.add(sheet)
  const [kept] = services.history.list({ words: '' }, null, 1).records
  const saveAgain = () =>
    createHandlers({ ...services, readAbout })['history.save-again']({ record: kept?.handout.id ?? '' })
  await expect(saveAgain()).rejects.toThrow(/are locked/u)
  expect(existsSync(file)).toBe(false)
  isLocking = false
  await services.history.unlock(passphrase.passphrase)
  await saveAgain()
  expect(readFileSync(file)).toEqual(Buffer.from(pdf))
  close()
})

/** Lets no setting and no logo be written into clinic.db any more. */
function blockWrites(file: string): void {
  const db = new Database(file)
  for (const table of ['settings', 'logo'])
    for (const change of ['INSERT', 'UPDATE'])
      db.exec(`CREATE TRIGGER no_${change}_${table} BEFORE ${change} ON ${table} BEGIN SELECT RAISE(ABORT, 'no'); END`)
  db.close()
}

test('what could not be kept does not hide what a copy brings back, nor the logo from the sheets drawn then', async () => {
  const [first, second] = [readSample('colour.png'), makeSvg('<rect width="9" height="9"/>')]
  const file = join(folder(), 'logo.png')
  writeFileSync(file, first)
  const { services, close } = startServices(folder(), { forLogo: async () => file })
  await services.saveSettings({ ...aClinic, name: 'As it was' })
  services.habits.save(Habits.parse({ labName: 'Town Lab' }))
  await services.chooseLogo()
  const { backups } = await services.records.backUp()
  const drawn = async () =>
    (await services.render({ selection: sheet.selection, clinic: aClinic, today: '2026-11-22' }, 'paper')).pdf
  const before = await drawn()
  writeFileSync(file, second)
  blockWrites(listPaths(folder(), folder()).clinicDatabase)
  expect(await services.saveSettings({ ...aClinic, name: 'Unkept' })).toMatchObject({
    notKept: { id: 'settings-not-kept' },
  })
  expect(services.habits.save(Habits.parse({ labName: 'Unkept' })).told).toHaveLength(1)
  expect(await services.chooseLogo()).toMatchObject({ notKept: { id: 'logo-not-kept' } })
  expect(await drawn()).not.toEqual(before)
  await services.records.restore(backups[0]?.file ?? '')
  expect([services.readSettings().name, services.habits.read().labName]).toEqual(['As it was', 'Town Lab'])
  expect(await drawn()).toEqual(before)
  close()
})
