import { copyFileSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import Database from 'better-sqlite3'
import { expect, test } from 'vitest'
import { pin, passphrase, sheet, useHistory } from '../main/use-history.ts'
import { countFaults } from './count.ts'
import { makeRandom } from './damage.ts'

const { folder, file, keep } = useHistory()
const [rounds, sheets] = [countFaults(8, 500), 5]
/** What lies beside a sealed record, and is sealed by nothing. */
const places = [
  ['key_wraps', 'key_id'],
  ['key_wraps', 'wrapped'],
  ['key_wraps', 'salt'],
  ['lock', 'pin_salt'],
  ['lock', 'pin_key'],
  ['lock', 'last_try'],
  ['listed', 'list'],
] as const

/** One bit of a value of a table as it lies in the file. */
function flip(random: (below: number) => number): void {
  const [table, column] = places[random(places.length)] ?? places[0]
  const db = new Database(file(), { readonly: true })
  const where = table === 'key_wraps' && random(3) > 0 ? `WHERE by = 'keystore'` : ''
  const values = db.prepare(`SELECT ${column} FROM ${table} ${where}`).pluck().all()
  db.close()
  const value = values[random(values.length)]
  const [bytes, wanted] = [readFileSync(file()), Buffer.isBuffer(value) ? value : Buffer.from(String(value))]
  if (wanted.length === 0) return
  const at = bytes.indexOf(wanted) + random(wanted.length)
  bytes.writeUInt8(bytes.readUInt8(at) ^ (1 << random(8)), at)
  writeFileSync(file(), bytes)
}

/** How a way in is answered. */
async function tryWay(open: () => Promise<unknown>): Promise<string> {
  try {
    await open()
    return 'opened'
  } catch (error) {
    return String(error)
  }
}

test('R6: one bit of a wrap, of the PIN, or of the list takes no name away: PIN or recovery code opens all of them', async () => {
  const first = keep()
  const { recoveryCode } = await first.history.switchOn(pin)
  for (let number = 0; number < sheets; number += 1) first.history.add(sheet)
  first.history.close()
  const taken = join(folder(), 'taken')
  mkdirSync(taken)
  copyFileSync(file(), join(taken, 'history.db'))
  const random = makeRandom(7)
  for (let round = 0; round < rounds; round += 1) {
    for (const suffix of ['-wal', '-shm']) rmSync(file() + suffix, { force: true })
    copyFileSync(join(taken, 'history.db'), file())
    flip(random)
    const { history, list } = keep()
    const byPin = await tryWay(() => history.unlock('2580'))
    const way = byPin === 'opened' ? byPin : await tryWay(() => history.recover(recoveryCode, passphrase))
    expect([way, way === 'opened' && list().length], byPin).toEqual(['opened', sheets])
    history.close()
  }
}, 3_600_000)
