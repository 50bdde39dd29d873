import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import Database from 'better-sqlite3'
import { expect, test } from 'vitest'
import { writeEnglish } from '../../src/domain/message.ts'
import { passphrase, pdf, sheet, useHistory } from './use-history.ts'

const { folder, file, keep, forgetAudit } = useHistory()

const isRecovery = /^(?:[0-9A-HJKMNP-TV-Z]{4}-){7}[0-9A-HJKMNP-TV-Z]{4}$/u

test('it is off by default: no file, and giving a sheet writes none', () => {
  const { history } = keep()
  expect(history.readStatus()).toMatchObject({ state: 'off', by: null, days: 30, lockMinutes: 5, records: 0 })
  expect(history.add(sheet)).toBeNull()
  expect(() => history.list({ words: '' }, null, 9)).toThrow(/history with names is off/u)
  expect(readdirSync(folder())).toEqual([])
})

test('with a passphrase: sheets are kept with their PDF; locked, nothing can be read or kept; unlocked, all is there', async () => {
  const { history, list, locked, events } = keep()
  const { recoveryCode, status } = await history.switchOn(passphrase)
  expect(recoveryCode).toMatch(isRecovery)
  expect(status).toMatchObject({ state: 'open', by: 'passphrase' })
  history.add(sheet)
  expect(list()).toMatchObject([{ patientName: 'Patient Name', retestOn: '2026-12-22', paper: 'A4', doneOn: null }])
  history.lockIfOpen()
  expect(history.readStatus()).toMatchObject({ state: 'locked', records: 1, isCodeUnkept: false })
  expect(locked).toEqual(['locked']) // and the window with it
  history.lockIfOpen()
  expect(locked).toHaveLength(1) // a sheet that is being written while they are locked has its own minutes
  expect(list).toThrow(/are locked/u)
  const told = history.add(sheet)
  expect(told && writeEnglish(told)).toMatch(/^Names were locked, so it was not kept with them\./u)
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

test('D2: of what was removed, or purged, no sealed byte is left in any file', async () => {
  const { history, list } = keep()
  await history.switchOn(passphrase)
  for (let count = 0; count < 3; count += 1) history.add(sheet)
  const db = new Database(file(), { readonly: true })
  const sealed = db.prepare<[], Buffer>('SELECT record FROM sealed UNION ALL SELECT pdf FROM sealed').pluck().all()
  db.close()
  const countLeft = () => {
    const files = readdirSync(folder()).map((name) => readFileSync(join(folder(), name)))
    return sealed.filter((each) => files.some((bytes) => bytes.includes(each.subarray(0, 40)))).length
  }
  expect(countLeft()).toBe(6)
  history.remove(list()[0]?.handout.id ?? '')
  expect(countLeft()).toBe(4)
  expect([history.purge('2026-11-23'), countLeft()]).toEqual([2, 0])
  history.close()
})

test('D10: erased in one step, it is off: no file, no key', async () => {
  const { history, events } = keep()
  await history.switchOn(passphrase)
  history.add(sheet)
  expect(history.erase()).toMatchObject({ state: 'off', records: 0 })
  expect(readdirSync(folder())).toEqual(['copies.json']) // which says that it is off
  expect(events.at(-1)).toEqual({ kind: 'history-erased', records: 1 })
  expect(history.add(sheet)).toBeNull()
  await history.switchOn(passphrase)
  expect(history.readStatus()).toMatchObject({ state: 'open', records: 0 })
  history.close()
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

test('D4: that nobody has the newest recovery code on paper is known until somebody says so, over locks and starts', async () => {
  const { history } = keep()
  await history.switchOn(passphrase)
  expect(history.readStatus().isCodeUnkept).toBe(true)
  history.lock()
  expect(() => history.recordCodeKept()).toThrow(/are locked/u)
  history.close()

  const again = keep()
  expect(await again.history.unlock('four words are enough')).toMatchObject({ isCodeUnkept: true })
  expect(again.history.recordCodeKept()).toMatchObject({ state: 'open', isCodeUnkept: false })
  again.history.renewCode()
  expect(again.history.readStatus().isCodeUnkept).toBe(true)
  again.history.recordCodeKept()
  again.history.close()

  const last = keep()
  expect(await last.history.unlock('four words are enough')).toMatchObject({ isCodeUnkept: false })
  last.history.close()
})

test('D4: whether the newest recovery code is on paper does not go by what clinic.db has of it; who types it has it', async () => {
  const { history } = keep()
  await history.switchOn(passphrase)
  history.recordCodeKept()
  const code = history.renewCode()
  history.close()
  forgetAudit() // as when an older copy is put back

  const again = keep()
  expect(await again.history.unlock('four words are enough')).toMatchObject({ isCodeUnkept: true })
  again.history.lock()
  expect(await again.history.recover(code, passphrase)).toMatchObject({ isCodeUnkept: false })
  again.history.close()
})
