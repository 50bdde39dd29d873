import Database from 'better-sqlite3'
import { expect, test } from 'vitest'
import type { LoggedHandout } from '../../src/domain/handout-log.ts'
import { writeEnglish } from '../../src/domain/message.ts'
import { library, passphrase, sheet, useHistory } from './use-history.ts'

const { file, keep } = useHistory()

test('a sheet is outdated once its topic, or the wording or the terms of one of its languages, are other ones', async () => {
  const topic = library.topics.find(({ topic: { id } }) => id === 'raised-liver-enzymes')
  const handout: Partial<LoggedHandout> = { contentSha256: topic?.sha256 ?? '', languages: ['zh-CN', 'en'] }
  const given = { library, handout }
  const { history, list } = keep(given)
  await history.switchOn(passphrase)
  history.add(sheet)
  const { wording, glossary } = library
  const { en, es } = wording
  if (en === undefined || es === undefined) throw new Error('the library lacks a language')
  const isOutdatedBeside = (change: Partial<typeof library>) => {
    given.library = { ...library, ...change }
    return history.show(list()[0]?.handout.id ?? '').isOutdated
  }
  expect(isOutdatedBeside({})).toBe(false)
  expect(isOutdatedBeside({ wording: { ...wording, es: { ...es, languageName: 'Another' } } })).toBe(false)
  expect(isOutdatedBeside({ wording: { ...wording, en: { ...en, languageName: 'Another' } } })).toBe(true)
  expect(isOutdatedBeside({ glossary: { ...glossary, 'zh-CN': undefined } })).toBe(true)
  expect(isOutdatedBeside({ topics: [] })).toBe(true)
  history.close()
})

test('a test that falls after the days that are kept is told when its sheet is kept, for it never shows as overdue', async () => {
  const { history } = keep({ days: 30 })
  await history.switchOn(passphrase)
  const told = history.add(sheet)
  expect(told && writeEnglish(told)).toMatch(
    /^The history with names keeps this sheet until 22 December 2026, so its test on 22 December 2026/u,
  )
  history.erase()
  const longer = keep({ days: 31 })
  await longer.history.switchOn(passphrase)
  expect(longer.history.add(sheet)).toBeNull()
  longer.history.close()
})

test('that is told once, not with each sheet, and anew when the days are changed or CareSheet is opened again', async () => {
  const { history, clock } = keep({ days: 30 })
  await history.switchOn(passphrase)
  const told = () => history.add(sheet)?.id ?? null
  expect([told(), told(), told()]).toEqual(['retest-beyond-history', null, null])
  clock.days = 20
  expect([told(), told()]).toEqual(['retest-beyond-history', null])
  history.erase()
  const next = keep({ days: 20 })
  await next.history.switchOn(passphrase)
  expect(next.history.add(sheet)?.id).toBe('retest-beyond-history')
  next.history.close()
})

test('a sheet that is printed and then saved is one record; later, it may be for another patient of that name', async () => {
  const { history, list, clock } = keep({ handout: { pdfSeal: 'a'.repeat(64) } })
  await history.switchOn(passphrase)
  history.add(sheet)
  clock.now = new Date('2026-11-22T09:45:00.000Z')
  history.add({ ...sheet, way: 'saved' })
  expect([list().length, history.listFollowUps().followUps.length]).toEqual([1, 1])
  clock.now = new Date('2026-11-22T09:45:01.000Z')
  history.add(sheet)
  expect([list().length, history.listFollowUps().followUps.length]).toEqual([2, 2])
  clock.handout = { pdfSeal: 'b'.repeat(64) } // another note
  history.add(sheet)
  expect(list()).toHaveLength(3)
  history.close()
})

test('a sheet given before, by a clock that was set back meanwhile, is another record', async () => {
  const { history, list, clock } = keep({ handout: { pdfSeal: 'a'.repeat(64) } })
  await history.switchOn(passphrase)
  history.add(sheet)
  clock.now = new Date('2026-11-22T09:20:00.000Z')
  history.add(sheet)
  expect(list()).toHaveLength(2)
  history.close()
})

test('the day of the next test is counted from the day on the sheet, though it was taken past midnight', async () => {
  const { history, list } = keep({ now: new Date('2026-11-25T00:10:00.000Z') })
  await history.switchOn(passphrase)
  const retest = { kind: 'weeks', weeks: 4 } as const
  history.add({ ...sheet, madeOn: '2026-11-24', selection: { ...sheet.selection, retest } })
  expect(list()[0]?.retestOn).toBe('2026-12-22')
  history.close()
})

test('a sheet whose first record is damaged is kept when it is given again', async () => {
  const { history, list } = keep({ handout: { pdfSeal: 'a'.repeat(64) } })
  await history.switchOn(passphrase)
  history.add(sheet)
  const db = new Database(file())
  db.prepare('UPDATE sealed SET pdf = zeroblob(100)').run()
  db.close()
  history.add(sheet)
  expect(list()).toHaveLength(2)
  expect(new TextDecoder().decode(history.show(list()[0]?.handout.id ?? '').pdf)).toBe('%PDF Patient Name')
  history.close()
})

test('two sheets without a name are two, though they look the same: each may be for another patient', async () => {
  const { history, list } = keep({ handout: { pdfSeal: 'a'.repeat(64) } })
  await history.switchOn(passphrase)
  const nameless = { ...sheet, selection: { ...sheet.selection, patientName: '' } }
  history.add(nameless)
  history.add(nameless)
  expect(list()).toHaveLength(2)
  history.close()
})
