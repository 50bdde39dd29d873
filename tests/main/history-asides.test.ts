import fs, { mkdirSync, readdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs'
import { syncBuiltinESMExports } from 'node:module'
import { join } from 'node:path'
import Database from 'better-sqlite3'
import { expect, test, vi } from 'vitest'
import { writeEnglish } from '../../src/domain/message.ts'
import { passphrase, sheet, useHistory } from './use-history.ts'

const { folder, file, keep } = useHistory()
const secret = 'four words are enough'
type History = ReturnType<typeof keep>['history']
const listNotices = (history: History) => history.readStatus().notices.map(({ id }) => id)
const asides = () =>
  readdirSync(folder())
    .filter((name) => /^history-(?:damaged|replaced)/u.test(name))
    .toSorted((one, other) => one.length - other.length)

/** A history of two sheets, locked. */
async function keepTwo() {
  const kept = keep()
  await kept.history.switchOn(passphrase)
  kept.history.add(sheet)
  kept.history.add(sheet)
  kept.history.lock()
  return kept
}

function replace(text = 'another history'): void {
  const other = join(folder(), 'other.db')
  writeFileSync(other, text)
  renameSync(other, file())
}

test('R7: a file that another program puts in the place of history.db is kept, told, and goes with what is removed', async () => {
  const { history, list } = await keepTwo()
  await history.unlock(secret)
  replace()
  expect(list()).toHaveLength(2)
  const [aside = ''] = asides()
  expect(readFileSync(join(folder(), aside), 'utf8')).toBe('another history')
  expect(history.readStatus().notices.map(writeEnglish)).toEqual([
    expect.stringMatching(/^Another program put a file in the place of history\.db/u),
    `What was set aside is kept as ${aside} until a sheet is removed or a new recovery code is made, for 14 days at the longest.`,
  ])
  history.remove(list()[0]?.handout.id ?? '')
  expect([asides(), list().length, listNotices(history)]).toEqual([[], 1, ['history-replaced']])
  history.close()
})

test('R7: all of them are told at each start, until somebody who unlocked the names was shown it', async () => {
  const { history } = await keepTwo()
  for (const text of ['another history', 'and yet another']) {
    replace(text)
    history.readStatus()
  }
  expect(asides()).toHaveLength(2)
  history.close()
  const second = keep()
  expect(second.history.readStatus().notices).toMatchObject([
    { id: 'history-replaced' },
    { id: 'history-aside-kept', values: { files: asides().join(', ') } },
  ])
  await second.history.unlock(secret)
  expect(listNotices(second.history)).toEqual(['history-replaced', 'history-aside-kept']) // until it ends
  second.history.close()
  const third = keep()
  expect([listNotices(third.history), asides().length]).toEqual([['history-aside-kept'], 2]) // as long as they are there
  third.history.close()
})

test('R7: one stays when old records go by age while nobody was told, for two weeks at the longest; then it is told without its name', async () => {
  const { history, clock } = await keepTwo()
  clock.now = new Date('2026-12-20T09:30:00.000Z')
  replace()
  history.readStatus()
  clock.now = new Date('2026-12-23T09:30:00.000Z')
  history.purgeOld()
  expect([history.readStatus().records, asides().length]).toEqual([0, 1])
  expect(listNotices(history)).toEqual(['history-replaced', 'history-aside-kept'])
  clock.now = new Date('2027-01-04T09:30:00.000Z')
  history.purgeOld()
  expect([asides(), listNotices(history)]).toEqual([[], ['history-replaced']])
  history.close()
  expect(listNotices(keep({ now: clock.now }).history)).toEqual(['history-replaced'])
})

test('nothing is told any more of what was set aside once all is erased', async () => {
  const { history } = await keepTwo()
  replace()
  expect(listNotices(history)).toHaveLength(2)
  expect([history.erase().notices, asides()]).toEqual([[], []])
  history.close()
  const again = keep()
  expect(again.history.readStatus()).toMatchObject({ state: 'off', notices: [] })
  again.history.close()
})

test('R7: where a history.db that was put back cannot be opened again, a sentence says so', async () => {
  const { history } = await keepTwo()
  rmSync(file())
  const { renameSync: rename } = fs
  vi.spyOn(fs, 'renameSync').mockImplementation((from, to) => {
    rename(from, to)
    if (String(to) !== file()) return
    const db = new Database(file())
    db.pragma('user_version = 9999')
    db.close()
  })
  syncBuiltinESMExports()
  for (let time = 0; time < 2; time += 1) {
    const { state, notices } = history.readStatus()
    expect([state, notices.map(writeEnglish).join()]).toEqual(['closed', expect.stringMatching(/newer CareSheet/u)])
    await expect(history.unlock(secret)).rejects.toThrow(/newer CareSheet/u)
  }
  vi.restoreAllMocks()
  syncBuiltinESMExports()
  history.close()
})

test('what a kill left of a history.db that was salvaged goes at the next start, and while history.db is away once all is erased', async () => {
  const { history } = await keepTwo()
  history.close()
  const half = join(folder(), 'salvaging-history.db')
  const leave = () => ['', '-wal'].forEach((suffix) => writeFileSync(half + suffix, 'wraps of the key'))
  const halves = () => readdirSync(folder()).filter((name) => name.startsWith('salvaging'))
  leave()
  keep().history.close()
  expect(halves()).toEqual([])
  leave()
  rmSync(file())
  const without = keep()
  expect(halves()).toHaveLength(2)
  without.history.erase()
  expect(halves()).toEqual([])
  without.history.close()
  mkdirSync(half) // which cannot be removed
  expect(keep().history.readStatus().notices).toMatchObject([{ id: 'history-asides-left' }])
})
