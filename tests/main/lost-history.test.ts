import fs, {
  cpSync,
  existsSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
  writeFileSync,
} from 'node:fs'
import { syncBuiltinESMExports } from 'node:module'
import { join } from 'node:path'
import { expect, test, vi } from 'vitest'
import { writeEnglish } from '../../src/domain/message.ts'
import { openHistoryDatabase } from '../../src/store/history/history-database.ts'
import { passphrase, sheet, useHistory } from './use-history.ts'

const { folder, file, keep } = useHistory()
const secret = 'four words are enough'
const asides = () => readdirSync(folder()).filter((name) => /^history-(?:damaged|replaced)/u.test(name))
const countAsides = () => asides().filter((name) => name.endsWith('.db')).length
type History = ReturnType<typeof keep>['history']
const listNotices = (history: History) => history.readStatus().notices.map(({ id }) => id)

async function keepTwo() {
  const kept = keep()
  await kept.history.switchOn(passphrase)
  kept.history.add(sheet)
  kept.history.add(sheet)
  return kept
}

test('a history.db that is gone though the history was on is told, and so is each sheet that is not kept, until all is erased', async () => {
  const { history } = await keepTwo()
  history.close()
  rmSync(file())
  for (const start of [keep(), keep()]) {
    const { state, notices } = start.history.readStatus()
    expect([state, notices.map(writeEnglish)]).toEqual([
      'closed',
      [expect.stringMatching(/^The history with names is gone: .*not shown; sheets print all the same\.$/u)],
    ])
    const told = start.history.add(sheet)
    expect(told && writeEnglish(told)).toMatch(
      /^The sheet is not in the history with names\. The history with names is gone/u,
    )
    start.history.close()
  }
  const last = keep()
  expect(last.history.erase()).toMatchObject({ state: 'off', notices: [] })
  expect(last.history.add(sheet)).toBeNull()
  last.history.close()
  const begun = keep()
  await begun.history.switchOn(passphrase)
  expect(begun.history.readStatus()).toMatchObject({ state: 'open', notices: [] })
  begun.history.close()
})

test('a history.db that was gone and is put back opens as it was', async () => {
  const { history, list } = await keepTwo()
  const all = list()
  history.close()
  renameSync(file(), `${file()}.away`)
  const without = keep()
  expect(without.history.readStatus().state).toBe('closed')
  without.history.close()
  renameSync(`${file()}.away`, file())
  const again = keep()
  await again.history.unlock(secret)
  expect([again.list(), listNotices(again.history)]).toEqual([all, []])
  again.history.close()
})

test('a history.db in which nothing is left, not even a way to the key, is told to be gone', async () => {
  const { history } = await keepTwo()
  history.close()
  rmSync(file())
  openHistoryDatabase(file()).close()
  const again = keep()
  expect(again.history.readStatus()).toMatchObject({ state: 'closed', notices: [{ id: 'history-closed' }] })
  again.history.close()
})

test('where there never was a history, or it was erased, nothing is told', async () => {
  const never = keep()
  expect(never.history.readStatus()).toMatchObject({ state: 'off', notices: [] })
  never.history.close()
  writeFileSync(file(), '') // ended while it was begun
  const begun = keep()
  expect(begun.history.readStatus()).toMatchObject({ state: 'off', notices: [] })
  await begun.history.switchOn(passphrase)
  begun.history.erase()
  begun.history.close()
  const erased = keep()
  expect(erased.history.readStatus()).toMatchObject({ state: 'off', notices: [] })
  erased.history.close()
})

test('a history.db that another program takes away meanwhile is put back with all it held, and told', async () => {
  const { history, list } = await keepTwo()
  renameSync(file(), `${file()}.synced`)
  for (const suffix of ['-wal', '-shm']) rmSync(file() + suffix)
  expect(history.add(sheet)?.id).not.toBe('not-in-history')
  expect([list().length, listNotices(history)]).toEqual([3, ['history-removed']])
  rmSync(file())
  history.close() // puts it back too
  expect(existsSync(file())).toBe(true)
  const again = keep()
  await again.history.unlock(secret)
  expect([again.list().length, listNotices(again.history)]).toEqual([3, []])
  again.history.close()
})

/** Twenty sheets of 22 November and twenty of 20 December 2026, with a page damaged. */
async function keepDamaged() {
  const { history, clock } = keep()
  await history.switchOn(passphrase)
  for (let number = 0; number < 20; number += 1) history.add(sheet)
  clock.now = new Date('2026-12-20T09:30:00.000Z')
  for (let number = 0; number < 20; number += 1) history.add(sheet)
  history.close()
  const bytes = readFileSync(file())
  const page = Math.floor(bytes.length / 4096) - 4
  writeFileSync(file(), bytes.fill(0, page * 4096, (page + 1) * 4096))
}

test('what is told of a damaged history stays told, at later starts too, until the names were unlocked, though old records go', async () => {
  await keepDamaged()
  const start = (day: string) => {
    const kept = keep({ now: new Date(`${day}T09:30:00.000Z`) })
    kept.history.startPurging()()
    return kept
  }
  const first = start('2026-12-24')
  expect([listNotices(first.history), countAsides()]).toEqual([['history-salvaged', 'history-aside-kept'], 1])
  expect(first.events.map(({ kind }) => kind)).toEqual(['history-set-aside', 'history-purged'])
  first.history.close()
  const second = start('2027-01-07')
  expect([listNotices(second.history), countAsides()]).toEqual([['history-salvaged', 'history-aside-kept'], 1])
  second.history.close()
  const third = start('2027-01-08') // two weeks are over
  expect([listNotices(third.history), asides()]).toEqual([['history-salvaged'], []])
  await third.history.unlock(secret)
  expect(listNotices(third.history)).toEqual(['history-healed'])
  third.history.close()
  const last = start('2027-01-08')
  await last.history.unlock(secret)
  expect(listNotices(last.history)).toEqual([])
  last.history.close()
})

test('once it was told, the damaged file goes with the next records that are old', async () => {
  await keepDamaged()
  const { history, clock } = keep({ now: new Date('2026-12-21T09:30:00.000Z') })
  await history.unlock(secret)
  expect([listNotices(history), countAsides()]).toEqual([['history-aside-kept', 'history-healed'], 1])
  clock.now = new Date('2026-12-23T09:30:00.000Z')
  history.purgeOld()
  expect(asides()).toEqual([])
  history.close()
})

/** Erases all, and does something before each writing of the note beside clinic.db. */
function eraseMeanwhile(history: History, beforeNote: () => void): void {
  const { writeFileSync: write } = fs
  vi.spyOn(fs, 'writeFileSync').mockImplementation((to, ...rest) => {
    if (String(to).includes('copies.json')) beforeNote()
    write(to, ...rest)
  })
  syncBuiltinESMExports()
  history.erase()
  vi.mocked(fs.writeFileSync).mockRestore()
  syncBuiltinESMExports()
}

test('R7: an erase that a kill cuts short before it is noted leaves all names, none of which is told as lost', async () => {
  const { history, list } = await keepTwo()
  const all = list()
  const killed = join(mkdtempSync(join(folder(), 'killed-')), 'data')
  const from = [file(), `${file()}-wal`]
  eraseMeanwhile(history, () => from.forEach((path) => cpSync(path, path.replace(folder(), killed))))
  expect(history.readStatus().state).toBe('off')
  history.close()
  for (const path of from) renameSync(path.replace(folder(), killed), path)
  const again = keep()
  await again.history.unlock(secret)
  expect(again.list()).toEqual(all)
  again.history.close()
})

test('R4: a history that is erased on a full disk, where there is room for the note only afterwards, is not told as lost', async () => {
  const { history } = await keepTwo()
  eraseMeanwhile(history, () => {
    if (existsSync(file())) throw Object.assign(new Error('no space left'), { code: 'ENOSPC' })
  })
  history.close()
  const again = keep()
  expect(again.history.readStatus()).toMatchObject({ state: 'off', notices: [] })
  again.history.close()
})
