import { copyFileSync, existsSync, mkdirSync, readdirSync, renameSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { AppError } from '../../src/domain/app-error.ts'
import { tell } from '../../src/domain/message.ts'
import { openHistory } from '../../src/main/open-history.ts'
import { openHistoryDatabase } from '../../src/store/history/history-database.ts'
import { makeKeystore, passphrase, pin, sheet, useHistory } from './use-history.ts'

const { folder, file, keep, forgetAudit } = useHistory()

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
  const history = openHistory({
    path,
    clinicDatabase: join(folder(), 'clinic.db'),
    keystore: makeKeystore(),
    readTime,
    record: () => undefined,
    findLast: () => null,
  })
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
  await expect(unlocking).rejects.toThrow(/are locked/u)
  expect(history.readStatus().state).toBe('locked')
  history.close()
})

test('D5: a lock that comes while a history begins, or is recovered, leaves it closed', async () => {
  const { history } = keep()
  const beginning = history.switchOn(passphrase)
  history.lock()
  await expect(beginning).rejects.toThrow(/are locked/u)
  expect([history.readStatus().state, existsSync(file())]).toEqual(['off', false])
  const { recoveryCode } = await history.switchOn(passphrase)
  history.lock()
  const recovering = history.recover(recoveryCode, { by: 'passphrase', passphrase: 'four other words now' })
  await new Promise((resolve) => setTimeout(resolve, 10)) // the code has opened it, the new passphrase is being made
  history.lock()
  await expect(recovering).rejects.toThrow(/are locked/u)
  expect(history.readStatus().state).toBe('locked')
  await history.unlock('four words are enough') // as before
  history.close()
})

test('D5: what is erased while its key is being made stays erased, and a second try waits for the first', async () => {
  const { history } = keep()
  const beginning = history.switchOn(pin)
  await expect(history.switchOn(passphrase)).rejects.toThrow('The history with names is being opened already')
  let { recoveryCode } = await beginning
  for (const open of [() => history.unlock('2580'), () => history.recover(recoveryCode, passphrase)]) {
    history.lock()
    const opening = open()
    await expect(history.unlock('2580')).rejects.toThrow('The history with names is being opened already')
    history.erase()
    await expect(opening).rejects.toThrow(/history with names is off|names are locked/u)
    expect([history.readStatus().state, existsSync(file())]).toEqual(['off', false])
    recoveryCode = (await history.switchOn(pin)).recoveryCode
  }
  history.close()
})

test.each([passphrase, pin])(
  'R7: a history.db that is taken away while the secret is tried ($by) is put back, and opens',
  async (lock) => {
    const { history, list } = keep()
    await history.switchOn(lock)
    history.add(sheet)
    history.lock()
    const unlocking = history.unlock(lock.by === 'passphrase' ? lock.passphrase : lock.pin)
    rmSync(file())
    expect((await unlocking).notices).toMatchObject([{ id: 'history-removed' }])
    expect(list()).toHaveLength(1)
    history.close()
  },
)

test('a history without a key, as a kill leaves it, is off and removed', async () => {
  openHistoryDatabase(file()).close()
  expect(keep().history.readStatus().state).toBe('off')
  expect(existsSync(file())).toBe(false)
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

test('R6: where no way to the key is left but records are, the file stays, and is not taken for one that was never begun', async () => {
  const first = keep()
  await first.history.switchOn(passphrase)
  first.history.add(sheet)
  first.history.close()
  const db = openHistoryDatabase(file())
  db.exec('DELETE FROM key_wraps')
  db.close()
  const { history } = keep()
  expect(history.readStatus()).toMatchObject({ state: 'closed', by: null }) // no secret opens it
  history.close()
  expect(existsSync(file())).toBe(true)
})

test.each(['before', 'while'])(
  'R7: a history that was away at the start and is back %s it is switched on is not replaced: its own secret opens it',
  async (when) => {
    const first = keep()
    await first.history.switchOn(passphrase)
    first.history.add(sheet)
    first.history.close()
    const away = join(folder(), 'away.db')
    renameSync(file(), away)
    for (const name of readdirSync(folder())) if (name.startsWith('history')) rmSync(join(folder(), name))
    if (when === 'while') forgetAudit() // else it is told to be gone, and none is switched on
    const { history, list } = keep()
    if (when === 'before') copyFileSync(away, file())
    const switching = history.switchOn({ by: 'passphrase', passphrase: 'other words than these' })
    if (when === 'while') copyFileSync(away, file())
    await expect(switching).rejects.toThrow(/was left as it is: please unlock it/u)
    expect(history.readStatus()).toMatchObject({ state: 'locked', records: 1, notices: [{ id: 'history-back' }] })
    expect((await history.unlock('four words are enough')).notices).toEqual([])
    expect(list()).toHaveLength(1)
    history.lock()
    expect(history.readStatus().notices).toEqual([]) // it was told, and done
    history.close()
  },
)

test('D10: a damaged file kept aside that cannot be removed is told, at an erase too, and the next start goes on', async () => {
  const aside = 'history-damaged-2026-11-01T00-00-00.db'
  const { history } = keep()
  await history.switchOn(passphrase)
  history.add(sheet)
  mkdirSync(join(folder(), aside)) // nothing can delete or empty it
  writeFileSync(join(folder(), aside, 'wraps of the key'), '')
  const told = { id: 'history-asides-left', values: { files: aside } }
  history.purge('2026-11-23')
  expect(history.readStatus().notices).toMatchObject([told])
  expect(history.erase()).toMatchObject({ state: 'off', notices: [told] })
  history.close()
  const second = keep()
  expect(second.history.readStatus().notices).toMatchObject([told])
  second.history.close()
  rmSync(join(folder(), aside), { recursive: true })
  writeFileSync(join(folder(), aside), 'wraps of the key')
  const third = keep()
  expect([third.history.readStatus().notices, readdirSync(folder())]).toEqual([[], ['copies.json']])
  third.history.close()
})
