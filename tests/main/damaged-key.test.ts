import { readFileSync, writeFileSync } from 'node:fs'
import Database from 'better-sqlite3'
import { expect, test } from 'vitest'
import type { HistoryLock } from '../../src/ipc/history.ts'
import { passphrase, pin, sheet, useHistory } from './use-history.ts'

const { file, keep } = useHistory()
/** with a sheet that comes later */
const later = { now: new Date('2026-11-22T10:30:00.000Z'), handout: { id: '0c6f2f0e-6f0a-4c6e-9a55-0000000000ff' } }

/** A history of three sheets, closed. */
async function keepThree(lock: HistoryLock = pin, sheets = 3) {
  const { history } = keep()
  const { recoveryCode } = await history.switchOn(lock)
  for (let number = 0; number < sheets; number += 1) history.add(sheet)
  history.close()
  return recoveryCode
}

/** Something else than CareSheet writes into the file. */
function change(sql: string): void {
  const db = new Database(file())
  db.exec(sql)
  db.close()
}
const countRows = () => {
  const db = new Database(file(), { readonly: true })
  const rows = db.prepare('SELECT count(*) FROM sealed').pluck().get()
  db.close()
  return rows
}

test.each([
  ['2580', 'keystore', pin],
  ['four words are enough', 'passphrase', passphrase],
  ['', 'recovery', pin],
] as const)('R6: with one bit of the id of the key changed %s still opens the names (%s)', async (secret, by, lock) => {
  const code = await keepThree(lock)
  const db = new Database(file(), { readonly: true })
  const id = String(db.prepare('SELECT key_id FROM key_wraps WHERE by = ?').pluck().get(by))
  db.close()
  const bytes = readFileSync(file())
  const at = bytes.indexOf(by + id) + by.length + 3
  bytes.writeUInt8(bytes.readUInt8(at) ^ 1, at)
  writeFileSync(file(), bytes)
  const { history, list } = keep(later)
  const status = await (secret === '' ? history.recover(code, passphrase) : history.unlock(secret))
  expect([status.state, status.notices, list().length]).toEqual(['open', [], 3])
  history.add(sheet)
  expect(list()).toHaveLength(4)
  history.close()
})

const asKeystore = `WHERE by = 'keystore'`
test.each([
  ['another key', `UPDATE key_wraps SET wrapped = randomblob(32) ${asKeystore}`],
  ['a key of another length', `UPDATE key_wraps SET wrapped = randomblob(24) ${asKeystore}`],
  ['no key at all', `UPDATE key_wraps SET wrapped = x'' ${asKeystore}`],
])(
  'R6: where the keystore gives %s the PIN is refused in words, nothing goes, and the recovery code opens all',
  async (_, sql) => {
    const code = await keepThree()
    change(sql)
    const { history, list, events } = keep()
    await expect(history.unlock('2580')).rejects.toThrow(
      /key of the history with names was damaged.*Please use the recovery code\.$/u,
    )
    expect(history.readStatus()).toMatchObject({ state: 'locked', records: 3, nextTry: null })
    expect([countRows(), events]).toEqual([3, []])
    expect(await history.recover(code, passphrase)).toMatchObject({ state: 'open', notices: [] })
    expect(list()).toHaveLength(3)
    history.close()
  },
)

test('R6: a key that is changed before the first sheet is known by its empty list, so that none is sealed with it', async () => {
  const code = await keepThree(pin, 0)
  change(`UPDATE key_wraps SET wrapped = randomblob(32) ${asKeystore}`)
  const { history, list } = keep()
  await expect(history.unlock('2580')).rejects.toThrow(/recovery code/u)
  await history.recover(code, pin)
  history.add(sheet)
  expect(list()).toHaveLength(1)
  history.close()
})

test('a history of before, with no list yet, opens with its PIN', async () => {
  await keepThree(pin, 0)
  change('DELETE FROM listed')
  const { history, list } = keep()
  expect(await history.unlock('2580')).toMatchObject({ state: 'open', notices: [] })
  history.add(sheet)
  expect(list()).toHaveLength(1)
  history.close()
})

test('R6: where neither list nor any record opens, the PIN is refused; the code vouches for the key, and all rows stay', async () => {
  const code = await keepThree()
  change('UPDATE listed SET list = randomblob(100); UPDATE sealed SET record = randomblob(300)')
  const { history, list } = keep(later)
  await expect(history.unlock('2580')).rejects.toThrow(/recovery code/u)
  const { notices } = await history.recover(code, passphrase)
  expect(notices).toMatchObject([{ id: 'history-healed-unlisted', values: { readable: 0, found: 3 } }])
  expect(countRows()).toBe(3)
  history.add(sheet) // goes on
  expect(list()).toHaveLength(1)
  history.close()
})

test('R6: one list and one paper that are damaged take no name and no test away, only that paper', async () => {
  await keepThree(passphrase)
  change('UPDATE listed SET list = randomblob(100); UPDATE sealed SET pdf = zeroblob(100) WHERE row = 2')
  const { history, list } = keep()
  await history.unlock('four words are enough')
  expect(list()).toHaveLength(3)
  expect(history.listFollowUps()).toMatchObject({ followUps: [{}, {}, {}], damaged: 0 })
  const [, second] = list()
  expect(() => history.show(second?.handout.id ?? '')).toThrow(
    /^The PDF of this sheet was damaged on the disk.*begin a new sheet/u,
  )
  history.close()
})

test('R6: what was damaged is judged once, not at each unlocking', async () => {
  await keepThree(passphrase)
  change('UPDATE listed SET list = randomblob(100)')
  const { history, events } = keep()
  await history.unlock('four words are enough')
  change('UPDATE listed SET list = randomblob(100)')
  history.lock()
  await history.unlock('four words are enough')
  expect(events.map(({ kind }) => kind)).toEqual(['history-unlocked', 'history-salvaged', 'history-unlocked'])
  history.close()
})
