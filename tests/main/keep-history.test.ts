import { existsSync, readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import Database from 'better-sqlite3'
import { expect, test } from 'vitest'
import type { LoggedHandout } from '../../src/domain/handout-log.ts'
import { AppError } from '../../src/domain/app-error.ts'
import { tell, writeEnglish } from '../../src/domain/message.ts'
import { openHistory } from '../../src/main/open-history.ts'
import { openHistoryDatabase } from '../../src/store/history/history-database.ts'
import { library, passphrase, pin, pdf, makeKeystore, sheet, useHistory } from './use-history.ts'

const { folder, file, keep } = useHistory()

const isRecovery = /^(?:[0-9A-HJKMNP-TV-Z]{4}-){7}[0-9A-HJKMNP-TV-Z]{4}$/u

test('it is off by default: no file, and giving a sheet writes none', () => {
  const { history } = keep()
  expect(history.readStatus()).toMatchObject({ state: 'off', by: null, days: 30, lockMinutes: 5, records: 0 })
  expect(history.add(sheet)).toBeNull()
  expect(() => history.list({ words: '' }, null, 9)).toThrow(/history is off/u)
  expect(readdirSync(folder())).toEqual([])
})

test('with a passphrase: sheets are kept with their PDF; locked, nothing can be read or kept; unlocked, all is there', async () => {
  const { history, list, locked, events } = keep()
  const { recoveryCode, status } = await history.switchOn(passphrase)
  expect(recoveryCode).toMatch(isRecovery)
  expect(status).toMatchObject({ state: 'open', by: 'passphrase' })
  history.add(sheet)
  expect(list()).toMatchObject([{ patientName: 'Patient Name', retestOn: '2026-12-22', paper: 'A4', doneOn: null }])
  expect(history.lock()).toMatchObject({ state: 'locked', records: 1 })
  expect(locked).toEqual([])
  expect(list).toThrow(/is locked/u)
  const told = history.add(sheet)
  expect(told && writeEnglish(told)).toMatch(/^Names are locked, so it was not kept with them\./u)
  history.close()

  const again = keep()
  expect(again.history.readStatus()).toMatchObject({ state: 'locked', by: 'passphrase', records: 1 })
  await expect(again.history.unlock('four words are wrong')).rejects.toThrow(/did not unlock/u)
  await again.history.unlock('four words are enough')
  const [record] = again.list()
  expect(again.history.show(record?.handout.id ?? '')).toEqual({ record, pdf, isOutdated: true })
  expect([...events, ...again.events].map(({ kind }) => kind)).toEqual([
    'history-begun',
    'history-refused',
    'history-unlocked',
  ])
  again.history.close()
})

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
    /^The history keeps this sheet until 22 December 2026, so its test on 22 December 2026/u,
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

test('with the keystore and a PIN: the PIN unlocks, and after too many wrong ones not even the right one, for a while', async () => {
  const keystore = makeKeystore()
  const { history, clock } = keep({ keystore })
  await history.switchOn(pin)
  history.add(sheet)
  history.lock()
  for (let tries = 0; tries < 5; tries += 1) await expect(history.unlock('0000')).rejects.toThrow(/did not unlock/u)
  await expect(history.unlock('2580')).rejects.toThrow(/Too many tries\. Please wait 1 minute\./u)
  expect(history.readStatus().nextTry).toBe('2026-11-22T09:31:00.000Z')
  clock.now = new Date('2026-11-22T09:31:00.000Z')
  expect(await history.unlock('2580')).toMatchObject({ state: 'open', records: 1, nextTry: null })
  history.close()
})

test('D6: a try is counted before it is known whether it was right, so that ending the app gains nothing', async () => {
  const { history } = keep()
  await history.switchOn(pin)
  history.lock()
  const trying = history.unlock('0000')
  const db = openHistoryDatabase(file())
  expect(db.prepare('SELECT failures FROM lock').pluck().get()).toBe(1)
  db.close()
  await expect(trying).rejects.toThrow(/did not unlock/u)
  history.close()
})

test('D5: locking overwrites the key, not only forgets where it lies', async () => {
  const path = file()
  const readTime = () => new Date('2026-11-22T09:30:00.000Z')
  const history = openHistory({ path, keystore: makeKeystore(), readTime, record: () => undefined })
  for (const close of [history.lock, history.close]) {
    if (history.findLock() === null) await history.begin(pin)
    else await history.unlock('2580')
    const { key } = history.use().key
    expect(key.every((byte) => byte === 0)).toBe(false)
    close()
    expect(key.every((byte) => byte === 0)).toBe(true)
  }
})

test('a lost keystore is told, and the recovery code opens the history, to be locked anew', async () => {
  const keystore = makeKeystore()
  const { history, list } = keep({ keystore })
  const { recoveryCode } = await history.switchOn(pin)
  history.add(sheet)
  history.lock()
  keystore.lose()
  await expect(history.unlock('2580')).rejects.toThrow(/recovery code/u)
  await expect(history.recover('0000-0000', passphrase)).rejects.toThrow(/did not unlock/u)
  const typed = recoveryCode.toLowerCase().replaceAll('-', ' ').replaceAll('1', 'l').replaceAll('0', 'o')
  expect(await history.recover(typed, passphrase)).toMatchObject({ state: 'open', by: 'passphrase' })
  expect(list()).toHaveLength(1)
  history.lock()
  await history.unlock('four words are enough')
  expect(list()).toHaveLength(1)
  history.close()
})

test('D4: without a keystore nothing is written, and the status says why', async () => {
  const refused = tell('keystore-none')
  const refuse = () => {
    throw new AppError('not-available', refused)
  }
  const { history } = keep({ keystore: { refusal: () => refused, wrap: refuse, unwrap: refuse } })
  await expect(history.switchOn(pin)).rejects.toThrow(/no keystore that locks keys away/u)
  expect(history.readStatus()).toMatchObject({ state: 'off', keystoreRefusal: refused })
  expect(readdirSync(folder())).toEqual([])
})

test('D5: a lock that comes while the key is still being made wins', async () => {
  const { history } = keep()
  await history.switchOn(passphrase)
  history.lock()
  const unlocking = history.unlock('four words are enough')
  history.lock()
  await expect(unlocking).rejects.toThrow(/is locked/u)
  expect(history.readStatus().state).toBe('locked')
  history.close()
})

test('D5: a lock that comes while a history begins, or is recovered, leaves it closed', async () => {
  const { history } = keep()
  const beginning = history.switchOn(passphrase)
  history.lock()
  await expect(beginning).rejects.toThrow(/is locked/u)
  expect([history.readStatus().state, existsSync(file())]).toEqual(['off', false])
  const { recoveryCode } = await history.switchOn(passphrase)
  history.lock()
  const recovering = history.recover(recoveryCode, { by: 'passphrase', passphrase: 'four other words now' })
  await new Promise((resolve) => setTimeout(resolve, 10)) // the code has opened it, the new passphrase is being made
  history.lock()
  await expect(recovering).rejects.toThrow(/is locked/u)
  expect(history.readStatus().state).toBe('locked')
  await history.unlock('four words are enough') // as before
  history.close()
})

test('D5: what is erased while its key is being made stays erased, and a second try waits for the first', async () => {
  const { history } = keep()
  const beginning = history.switchOn(pin)
  await expect(history.switchOn(passphrase)).rejects.toThrow('The history is being opened already')
  let { recoveryCode } = await beginning
  for (const open of [() => history.unlock('2580'), () => history.recover(recoveryCode, passphrase)]) {
    history.lock()
    const opening = open()
    await expect(history.unlock('2580')).rejects.toThrow('The history is being opened already')
    history.erase()
    await expect(opening).rejects.toThrow(/history is (?:off|locked)/u)
    expect([history.readStatus().state, existsSync(file())]).toEqual(['off', false])
    recoveryCode = (await history.switchOn(pin)).recoveryCode
  }
  history.close()
})

test('a record can be removed, and those before a day', async () => {
  const { history, list, events, clock } = keep()
  await history.switchOn(passphrase)
  for (let count = 0; count < 3; count += 1) history.add(sheet)
  history.remove(list()[0]?.handout.id ?? '')
  expect(list()).toHaveLength(2)
  clock.now = new Date('2026-11-23T09:30:00.000Z')
  history.add(sheet)
  expect(history.purge('2026-11-23')).toBe(2)
  expect(list()).toHaveLength(1)
  expect(events.slice(1)).toEqual([
    { kind: 'history-record-removed' },
    { kind: 'history-purged', before: '2026-11-23', records: 2 },
  ])
  history.close()
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

test('D10: erased in one step, it is off: no file, no key', async () => {
  const { history, events } = keep()
  await history.switchOn(passphrase)
  history.add(sheet)
  expect(history.erase()).toMatchObject({ state: 'off', records: 0 })
  expect(readdirSync(folder())).toEqual([])
  expect(events.at(-1)).toEqual({ kind: 'history-erased', records: 1 })
  expect(history.add(sheet)).toBeNull()
  await history.switchOn(passphrase)
  expect(history.readStatus()).toMatchObject({ state: 'open', records: 0 })
  history.close()
})

test('a damaged history.db is told, keeps no sheet from leaving, and can be erased', async () => {
  writeFileSync(file(), 'not a database at all, but long enough to be looked at as one'.repeat(200))
  const { history } = keep()
  const { state, notices } = history.readStatus()
  expect([state, notices.map(writeEnglish)]).toEqual([
    'closed',
    [expect.stringMatching(/damaged.*The history is not shown; sheets print all the same\.$/u)],
  ])
  const told = history.add(sheet)
  expect(told && writeEnglish(told)).toMatch(/^The sheet is not in the history\. .*damaged/u)
  expect(history.erase()).toMatchObject({ state: 'off' })
  expect(existsSync(file())).toBe(false)
})

test('a history without a key, as a kill leaves it, is off and removed', async () => {
  openHistoryDatabase(file()).close()
  expect(keep().history.readStatus().state).toBe('off')
  expect(existsSync(file())).toBe(false)
})

test('D2: of a sheet that was kept nothing is in clear on disk, nor the secret', async () => {
  const { history } = keep()
  const { recoveryCode } = await history.switchOn(passphrase)
  history.add(sheet)
  const bytes = Buffer.concat(readdirSync(folder()).map((name) => readFileSync(join(folder(), name))))
  for (const canary of ['Patient Name', 'fatty-liver', 'four words', recoveryCode, recoveryCode.replaceAll('-', '')])
    expect(bytes.includes(canary)).toBe(false)
  history.close()
})

test('R6: a damaged history is set aside and salvaged record by record, it is told in words, and sheets are given meanwhile', async () => {
  const first = keep()
  await first.history.switchOn(passphrase)
  for (let number = 0; number < 40; number += 1) first.history.add(sheet)
  const all = first.list()
  first.history.close()
  const bytes = readFileSync(file())
  writeFileSync(file(), bytes.fill(0, 12 * 4096, 13 * 4096)) // a page of rows

  const { history, list, events } = keep()
  const told = history.readStatus()
  expect(told).toMatchObject({ state: 'locked', by: 'passphrase' })
  expect(told.notices.map(writeEnglish).join(' ')).toMatch(
    /^The file history\.db was damaged\..*kept as history-damaged-2026-11-22T09-30-00\.db until something is removed\.$/u,
  )
  const notKept = history.add(sheet) // which is saved and printed all the same
  expect(notKept && writeEnglish(notKept)).toMatch(/^Names are locked, so it was not kept with them\./u)
  const opened = await history.unlock('four words are enough')
  const saved = list()
  expect(saved.length).toBeGreaterThan(20)
  expect(saved.length).toBeLessThan(40)
  for (const record of saved) expect(all).toContainEqual(record)
  expect(opened.notices.map(writeEnglish)).toEqual([
    `The history was damaged on the disk, or changed outside CareSheet. ${saved.length} of its sheets were saved; what could not be read is missing.`,
  ])
  expect(events).toContainEqual({ kind: 'history-salvaged', records: saved.length })
  const asides = () => readdirSync(folder()).filter((name) => name.startsWith('history-damaged'))
  expect(asides().length).toBeGreaterThan(0)
  history.remove(saved[0]?.handout.id ?? '') // what is removed must not live on in the damaged file
  expect(asides()).toEqual([])
  history.close()
})

test('R6: a list of records that was changed is made anew of those that open, and it is told', async () => {
  const first = keep()
  await first.history.switchOn(passphrase)
  for (let number = 0; number < 3; number += 1) first.history.add(sheet)
  const all = first.list()
  const db = openHistoryDatabase(file())
  db.prepare('UPDATE listed SET list = randomblob(100)').run()
  db.close()
  expect(() => first.list()).toThrow(/Please start CareSheet again and unlock the names: what is whole is then saved/u)
  first.history.close()
  const { history, list } = keep()
  const { notices } = await history.unlock('four words are enough')
  expect(notices).toMatchObject([{ id: 'history-healed', values: { count: 3 } }])
  expect(list()).toEqual(all)
  history.close()
})

test('a damaged record is not left out of the tests to repeat in silence', async () => {
  const { history } = keep()
  await history.switchOn(passphrase)
  history.add(sheet)
  history.add(sheet)
  const db = openHistoryDatabase(file())
  db.exec('UPDATE sealed SET record = zeroblob(200) WHERE row = 1')
  db.close()
  expect(history.listFollowUps()).toMatchObject({ followUps: [{ dueOn: '2026-12-22' }], damaged: 1 })
  history.close()
})

test('R6: where only the recovery code is left of the ways to the key, it still opens the history', async () => {
  const first = keep()
  const { recoveryCode } = await first.history.switchOn(passphrase)
  first.history.add(sheet)
  first.history.close()
  const db = openHistoryDatabase(file())
  db.prepare(`DELETE FROM key_wraps WHERE by = 'passphrase'`).run()
  db.close()
  const { history, list } = keep()
  expect(history.readStatus()).toMatchObject({ state: 'locked', by: null, records: 1 })
  await history.recover(recoveryCode, passphrase)
  expect(list()).toHaveLength(1)
  history.close()
})
