import { readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { expect, test } from 'vitest'
import { Clinic } from '../../src/domain/clinic.ts'
import { Habits } from '../../src/domain/habits.ts'
import { writeEnglish } from '../../src/domain/message.ts'
import { readAudit } from '../../src/store/audit-log.ts'
import { backUp } from '../../src/store/back-up.ts'
import { addHandout, listHandouts, purgeHandouts } from '../../src/store/handout-store.ts'
import { readLogo, saveLogo } from '../../src/store/logo-store.ts'
import { readPrintChoice, savePrintChoice } from '../../src/store/print-choice-store.ts'
import { readSample } from '../pdf/logo/samples.ts'
import type { KeptLogo } from '../../src/domain/logo.ts'
import type { PrintChoice } from '../../src/domain/print-choice.ts'
import {
  readHabits,
  readRecordSettings,
  readSettings,
  saveHabits,
  saveRecordSettings,
  saveSettings,
} from '../../src/store/settings-store.ts'
import { makeHandout } from './make-handout.ts'
import { useClinic } from './use-clinic.ts'

const { now, folder, file, backups, keep } = useClinic()
const clinic = Clinic.parse({ name: 'A clinic', emergencyNumber: '112' })
const choice: PrintChoice = { printer: 'Front desk', copies: 2, sides: null, tray: null }
const logo: KeptLogo = { type: 'png', bytes: readSample('colour.png') }
const list = (kept: ReturnType<typeof keep>) => listHandouts(kept.open(), {}, null, 200).handouts

function makeRecords(count: number): void {
  const kept = keep()
  saveSettings(kept.open(), clinic, now)
  for (let number = 0; number < count; number += 1) addHandout(kept.open(), makeHandout(number))
  kept.close()
}

/** Zeroes the page that holds a text. */
function wipePageOf(text: string): void {
  const bytes = readFileSync(file())
  const start = Math.floor(bytes.indexOf(text) / 4096) * 4096
  writeFileSync(file(), bytes.fill(0, start, start + 4096))
}

test('R6: of a log with a page that is gone, all other rows are saved, and it is told in words', () => {
  makeRecords(150)
  wipePageOf(makeHandout(70).id)
  const kept = keep()
  const saved = list(kept)
  expect(saved.length).toBeGreaterThan(130)
  expect(saved.length).toBeLessThan(150)
  for (const each of saved) expect(each).toEqual(makeHandout(Number.parseInt(each.id.slice(-12), 16)))
  expect(readSettings(kept.open())).toEqual(clinic)
  const [told] = kept.listHealed()
  expect(told && writeEnglish(told)).toMatch(
    new RegExp(`^The file clinic\\.db was damaged\\. ${saved.length} of the sheets given and 2 of the settings`, 'u'),
  )
  expect(readAudit(kept.open()).entries.at(-1)?.event).toEqual({ kind: 'salvaged', handouts: saved.length })
  expect(readdirSync(folder())).toContain('clinic-damaged-2026-11-22T09-30-00.db')
  kept.close()
  kept.hideHealed()
  const again = keep()
  expect([list(again).length, again.listHealed()]).toEqual([saved.length, []])
  again.close()
})

test('R6: every setting is saved, of whichever kind', () => {
  makeRecords(150)
  const first = keep()
  const habits = Habits.parse({
    snippets: [{ name: 'rest', language: 'en', text: 'Rest for a week.' }],
    labName: 'Town lab',
  })
  saveHabits(first.open(), habits, now)
  const records = { ...readRecordSettings(first.open()), staffAlias: 'Nurse 2', historyDays: 90 }
  saveRecordSettings(first.open(), records, now)
  first.close()
  wipePageOf(makeHandout(70).id)
  const kept = keep()
  expect(kept.listHealed()).toHaveLength(1)
  expect([readSettings(kept.open()), readHabits(kept.open()), readRecordSettings(kept.open())]).toEqual([
    clinic,
    habits,
    records,
  ])
  kept.close()
})

test('R6: what the damaged file lacks comes from the newest copy', async () => {
  makeRecords(150)
  await backUp(file(), backups(), '2026-11-21')
  wipePageOf(makeHandout(70).id)
  const kept = keep()
  expect(list(kept)).toHaveLength(150)
  kept.close()
})

test('R6: what was taken out of the log does not come back from a copy that is older', async () => {
  makeRecords(150)
  const day = { givenAt: '2025-12-01T09:00:00.000Z' }
  const first = keep()
  addHandout(first.open(), makeHandout(200, day))
  await backUp(file(), backups(), '2026-11-21')
  purgeHandouts(first.open(), '2025-12-31', now)
  first.close()
  wipePageOf(makeHandout(70).id)
  const kept = keep()
  expect(kept.listHealed()).toHaveLength(1)
  expect(list(kept).map(({ id }) => id)).not.toContain(makeHandout(200).id)
  expect(list(kept)).toHaveLength(150)
  kept.close()
})

test('R6: what was given after a purge stays, though the day of the purge lay ahead, or the clock was set back since', async () => {
  makeRecords(150)
  const first = keep()
  purgeHandouts(first.open(), '2027-01-01', now)
  const ahead = makeHandout(201, { givenAt: '2026-11-22T10:30:00.000Z' })
  addHandout(first.open(), ahead)
  await backUp(file(), backups(), '2026-11-22')
  for (let number = 0; number < 150; number += 1) addHandout(first.open(), makeHandout(number)) // by a clock of January
  first.open().prepare('UPDATE handouts SET pages = 9 WHERE id = ?').run(ahead.id)
  first.close()
  wipePageOf(makeHandout(70).id)
  const kept = keep()
  expect(kept.listHealed()).toHaveLength(1)
  const saved = list(kept)
  expect(saved).toContainEqual(ahead) // of the copy
  expect(saved.length).toBeGreaterThan(130) // of the file itself
  kept.close()
})

test('R6: a damaged logo comes from a copy, and the printer of the damaged file stands', async () => {
  makeRecords(1)
  const first = keep()
  saveLogo(first.open(), logo)
  savePrintChoice(first.open(), choice)
  first.close()
  await backUp(file(), backups(), '2026-11-21')
  const changed = keep()
  savePrintChoice(changed.open(), { ...choice, printer: 'Ward' })
  changed.open().exec(`UPDATE logo SET picture = X'89504e470d0a1a0b'`)
  changed.close()
  const kept = keep()
  expect(kept.listHealed()).toHaveLength(1)
  expect([readLogo(kept.open()), readPrintChoice(kept.open())]).toEqual([logo, { ...choice, printer: 'Ward' }])
  kept.close()
})

test('R6: a file of which nothing is left gives way to the newest copy', async () => {
  makeRecords(20)
  await backUp(file(), backups(), '2026-11-21')
  writeFileSync(file(), 'not a database at all, but long enough to be looked at as one'.repeat(200))
  const kept = keep()
  expect([list(kept).length, readSettings(kept.open())]).toEqual([20, clinic])
  kept.close()
})

test('D8: an audit that was changed outside is cut where it breaks, told, and the file that shows it is kept', () => {
  makeRecords(1)
  const first = keep()
  saveSettings(first.open(), { ...clinic, phone: '555 0134' }, now)
  first
    .open()
    .exec(`DROP TRIGGER audit_is_not_changed; UPDATE audit SET at = '2020-01-01T00:00:00.000Z' WHERE number = 2`)
  first.close()
  const kept = keep()
  expect(kept.listHealed()).toHaveLength(1)
  expect(readAudit(kept.open()).entries.map(({ event }) => event.kind)).toEqual(['settings-changed', 'salvaged'])
  expect(readSettings(kept.open()).phone).toBe('555 0134')
  kept.close()
})

test('damage that only shows while reading is healed too', () => {
  makeRecords(150)
  const kept = keep()
  wipePageOf(makeHandout(70).id)
  kept.open().pragma('cache_size = 0')
  expect(kept.use((db) => listHandouts(db, {}, null, 200)).handouts.length).toBeGreaterThan(130)
  expect(kept.listHealed()).toHaveLength(1)
  kept.close()
})
