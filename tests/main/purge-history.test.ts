import {
  copyFileSync,
  existsSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  rmdirSync,
  statSync,
  writeFileSync,
} from 'node:fs'
import { join } from 'node:path'
import Database from 'better-sqlite3'
import { expect, test, vi } from 'vitest'
import { tell, writeEnglish } from '../../src/domain/message.ts'
import { MadeCode } from '../../src/ipc/history.ts'
import { passphrase, sheet, useHistory } from './use-history.ts'

const { folder, file, keep } = useHistory()

test('D7: records go after their days, at the start, when a day begins, and though the clock was set back', async () => {
  const first = keep({ days: 2 })
  await first.history.switchOn(passphrase)
  first.history.add(sheet)
  first.clock.now = new Date('2026-11-23T09:30:00.000Z')
  first.history.add(sheet)
  vi.useFakeTimers()
  const stop = first.history.startPurging()
  expect(first.list()).toHaveLength(2)
  first.clock.now = new Date('2026-11-25T09:30:00.000Z')
  await vi.advanceTimersByTimeAsync(60 * 60_000)
  expect(first.list()).toHaveLength(1)
  stop()
  vi.useRealTimers()
  expect(first.events.at(-1)).toEqual({ kind: 'history-purged', before: '2026-11-23', records: 1 })
  first.history.close()

  const later = keep({ days: 2, now: new Date('2026-12-24T09:30:00.000Z') })
  later.history.readStatus()
  later.clock.now = new Date('2026-11-22T09:30:00.000Z')
  later.history.startPurging()()
  const { records, state, notices } = later.history.readStatus()
  expect([records, state]).toEqual([0, 'locked'])
  expect(notices.map(writeEnglish)).toEqual([expect.stringMatching(/clock.*22 November 2026.*24 December 2026/u)])
  later.history.close()
})

test('D7: after a clock that was ahead is right again, what is then given lives its days, and what is older goes', async () => {
  const { history, clock, list } = keep({ days: 2 })
  await history.switchOn(passphrase)
  history.add(sheet)
  clock.now = new Date('2026-11-23T09:30:00.000Z')
  history.add(sheet)
  clock.now = new Date('2027-11-24T09:30:00.000Z')
  expect(history.readStatus().state).toBe('open') // which sees the day
  clock.now = new Date('2026-11-24T09:30:00.000Z')
  history.add(sheet)
  history.purgeOld()
  expect(list().map(({ handout }) => handout.givenAt)).toEqual([clock.now.toISOString()])
  clock.now = new Date('2026-11-26T09:30:00.000Z')
  history.purgeOld()
  expect([list().length, history.readStatus().notices[0]?.id]).toEqual([1, 'clock-back'])
  clock.now = new Date('2026-11-27T09:30:00.000Z')
  history.purgeOld()
  expect(list()).toEqual([])
  history.close()
})

test('how many records fewer days would remove is told before, locked or open, and removes none', async () => {
  const { history, clock, list } = keep({ days: 365 })
  expect(history.countOld(1)).toBe(0) // there is none
  await history.switchOn(passphrase)
  history.add(sheet)
  history.add(sheet)
  clock.now = new Date('2026-12-02T09:30:00.000Z')
  history.add(sheet)
  expect([history.countOld(10), history.countOld(9), history.countOld(1)]).toEqual([0, 2, 2])
  clock.now = new Date('2026-12-04T09:30:00.000Z')
  history.lock()
  expect([history.countOld(12), history.countOld(11), history.countOld(1)]).toEqual([0, 2, 3])
  expect(history.readStatus().records).toBe(3)
  clock.days = 11
  history.purgeOld()
  await history.unlock('four words are enough')
  expect(list()).toHaveLength(1)
  // as old by the latest day there ever was as by today
  clock.now = new Date('2026-11-23T09:30:00.000Z')
  expect([history.countOld(2), history.countOld(1)]).toEqual([0, 1])
  history.close()
})

test('D7: what is removed while another program reads the file is not said to be gone until it is', async () => {
  const { history, clock, list } = keep()
  await history.switchOn(passphrase)
  history.add(sheet)
  history.add(sheet)
  const reader = new Database(file(), { readonly: true })
  reader.exec('BEGIN')
  reader.prepare('SELECT count(*) FROM sealed').get()
  expect(() => history.remove(list()[0]?.handout.id ?? '')).toThrow(/its text still stands in the file/u)
  expect(() => history.purge('2026-12-01')).toThrow(/its text still stands in the file/u)
  expect([history.readStatus().records, history.readStatus().notices]).toEqual([0, [tell('purge-unfinished')]])
  reader.close()
  clock.now = new Date('2026-11-22T10:30:00.000Z')
  expect(history.readStatus().notices).toEqual([])
  expect(statSync(`${file()}-wal`).size).toBe(0)
  history.close()
})

test('R4: on a full disk the reserve lets old records go, and it is told', async () => {
  const { history, clock, list, reserve } = keep({ days: 2 })
  reserve.keep()
  await history.switchOn(passphrase)
  history.add(sheet)
  clock.now = new Date('2026-12-22T09:30:00.000Z')
  history.readStatus()
  const path = join(folder(), 'reserve-records')
  // called with the `this` of each database below
  // oxlint-disable-next-line typescript/unbound-method
  const prepare = Database.prototype.prepare
  vi.spyOn(Database.prototype, 'prepare').mockImplementation(function (this: Database.Database, sql: string) {
    if (sql.startsWith('DELETE') && existsSync(path)) throw Object.assign(new Error('full'), { code: 'SQLITE_FULL' })
    return prepare.call(this, sql)
  })
  history.purgeOld()
  expect([list().length, history.readStatus().notices.map(({ id }) => id)]).toEqual([0, ['reserve-used']])
  history.add(sheet)
  clock.now = new Date('2027-12-22T09:30:00.000Z')
  mkdirSync(path) // so full that the reserve does not help
  history.purgeOld()
  expect(history.readStatus().notices.map(({ id }) => id)).toEqual(['history-not-purged', 'reserve-used'])
  rmdirSync(path)
  history.purgeOld()
  expect([list().length, history.readStatus().notices.map(({ id }) => id)]).toEqual([0, ['reserve-used']])
  history.close()
})

test('D10: a new recovery code opens the names and the old one nothing, of which no byte is left in any file', async () => {
  const { history, events } = keep()
  const { recoveryCode: old } = await history.switchOn(passphrase)
  history.add(sheet)
  const aside = join(folder(), 'history-damaged-2026-11-01T00-00-00.db')
  copyFileSync(file(), aside) // which the old code opens too
  const wrapOf = () => {
    const db = new Database(file(), { readonly: true })
    const wrap = db.prepare<[], Buffer>(`SELECT wrapped FROM key_wraps WHERE by = 'recovery'`).pluck().get()
    db.close()
    return wrap ?? Buffer.alloc(0)
  }
  const isOnDisk = (wrap: Buffer) =>
    readdirSync(folder()).some((name) => readFileSync(join(folder(), name)).includes(wrap))
  const oldWrap = wrapOf()
  expect(isOnDisk(oldWrap)).toBe(true)
  const code = history.renewCode()
  expect(MadeCode.safeParse(code).success).toBe(true)
  expect([isOnDisk(oldWrap), isOnDisk(wrapOf()), existsSync(aside)]).toEqual([false, true, false])
  expect(events.at(-1)).toEqual({ kind: 'history-code-renewed' })
  expect([old, code].map(history.isCode)).toEqual([false, true])
  history.lock()
  expect(() => history.isCode(code)).toThrow(/are locked/u)
  history.close()

  const again = keep()
  await expect(again.history.recover(old, passphrase)).rejects.toThrow(/did not unlock/u)
  const given = { by: 'passphrase', passphrase: 'four other words now' } as const
  expect(await again.history.recover(code, given)).toMatchObject({ state: 'open', records: 1 })
  expect(again.list()).toHaveLength(1)
  again.history.close()
})

test('no recovery code is made while the names are locked or off', async () => {
  const { history, events } = keep()
  expect(() => history.renewCode()).toThrow(/is off/u)
  const { recoveryCode } = await history.switchOn(passphrase)
  history.lock()
  expect(() => history.renewCode()).toThrow(/are locked/u)
  expect(events.map(({ kind }) => kind)).toEqual(['history-begun'])
  await history.recover(recoveryCode, passphrase)
  history.close()
})

test.each([
  ['SQLITE_FULL', /^No new recovery code was made; the one before still unlocks the names\. The disk is full\./u],
  [
    'SQLITE_READONLY',
    /^No new recovery code was made; the one before still unlocks the names\. .*(?:access|permission)/iu,
  ],
])(
  'R4: where a new recovery code cannot be written (%s) the old one still works, and it is told',
  async (code, told) => {
    const { history, events } = keep()
    const { recoveryCode } = await history.switchOn(passphrase)
    // called with the `this` of each database below
    // oxlint-disable-next-line typescript/unbound-method
    const prepare = Database.prototype.prepare
    const spy = vi.spyOn(Database.prototype, 'prepare').mockImplementation(function (
      this: Database.Database,
      sql: string,
    ) {
      if (sql.includes('INTO key_wraps')) throw Object.assign(new Error('no'), { code })
      return prepare.call(this, sql)
    })
    expect(() => history.renewCode()).toThrow(told)
    spy.mockRestore()
    expect(events.map(({ kind }) => kind)).toEqual(['history-begun'])
    history.lock()
    expect(await history.recover(recoveryCode, passphrase)).toMatchObject({ state: 'open' })
    history.close()
  },
)

test('a new recovery code is shown though what was deleted cannot be taken out of the journal, and that is tried again', async () => {
  const { history } = keep()
  await history.switchOn(passphrase)
  // called with the `this` of each database below
  // oxlint-disable-next-line typescript/unbound-method
  const pragma = Database.prototype.pragma
  const spy = vi.spyOn(Database.prototype, 'pragma').mockImplementation(function (
    this: Database.Database,
    ...[source, options]
  ) {
    if (source.startsWith('wal_checkpoint')) throw Object.assign(new Error('no'), { code: 'SQLITE_IOERR' })
    return pragma.call(this, source, options)
  })
  const code = history.renewCode()
  spy.mockRestore()
  expect(history.isCode(code)).toBe(true)
  expect(history.readStatus().notices).toEqual([])
  expect(statSync(`${file()}-wal`).size).toBe(0)
  history.close()
})

test('a new recovery code is shown though another program reads the file, and that the old one stands there still is told', async () => {
  const { history } = keep()
  await history.switchOn(passphrase)
  const reader = new Database(file(), { readonly: true })
  reader.exec('BEGIN')
  reader.prepare('SELECT count(*) FROM sealed').get()
  const code = history.renewCode()
  expect(history.readStatus().notices).toEqual([tell('purge-unfinished')])
  reader.close()
  expect(history.readStatus().notices).toEqual([])
  history.lock()
  await history.recover(code, passphrase)
  history.close()
})

test.each([
  ['their age', '2027-01-22', 'open'],
  ['all being erased', '2026-11-22', 'off'],
])('D7: a damaged history that was set aside goes with its records by %s', async (_, day, state) => {
  const first = keep()
  await first.history.switchOn(passphrase)
  for (let number = 0; number < 40; number += 1) first.history.add(sheet)
  first.history.close()
  const bytes = readFileSync(file())
  writeFileSync(file(), bytes.fill(0, bytes.length - 8192, bytes.length - 4096))
  const { history } = keep({ now: new Date(`${day}T09:30:00.000Z`) })
  const asides = () => readdirSync(folder()).filter((name) => name.startsWith('history-damaged'))
  expect(asides().length).toBeGreaterThan(0)
  if (state === 'off') history.erase()
  else await history.unlock('four words are enough') // which tells what was saved, and purges
  expect([asides(), history.readStatus().state, history.readStatus().records]).toEqual([[], state, 0])
  history.close()
})
