import {
  copyFileSync,
  existsSync,
  mkdirSync,
  readdirSync,
  rmSync,
  statSync,
  truncateSync,
  writeFileSync,
} from 'node:fs'
import { join } from 'node:path'
import Database from 'better-sqlite3'
import { expect, test } from 'vitest'
import { writeEnglish } from '../../src/domain/message.ts'
import { passphrase, sheet, useHistory } from './use-history.ts'

const { folder, file, keep } = useHistory()
const secret = 'four words are enough'
const journal = () => `${file()}-wal`
const names = () => readdirSync(folder()).filter((name) => name.includes('history'))
type Kept = ReturnType<typeof keep>
const listNotices = ({ history }: Kept) => history.readStatus().notices.map(({ id }) => id)

function add({ history }: Kept, count: number): void {
  for (let number = 0; number < count; number += 1) expect(history.add(sheet)?.id).not.toBe('not-in-history')
}

/** Takes history.db and its journal as a kill would leave them. @returns the folder in which they are */
function take(name: string): string {
  const place = join(folder(), name)
  mkdirSync(place)
  for (const suffix of ['', '-wal']) copyFileSync(file() + suffix, join(place, `history.db${suffix}`))
  return place
}

/** A history with `first` sheets in its file, and `then` more in its journal alone. @returns a folder with both as a kill leaves them */
async function leaveJournal(first: number, then: number) {
  const kept = keep()
  await kept.history.switchOn(passphrase)
  add(kept, first)
  const db = new Database(file())
  db.pragma('wal_checkpoint(TRUNCATE)')
  db.close()
  const early = take('early')
  add(kept, then)
  const all = kept.list()
  const late = take('late')
  kept.history.close()
  for (const suffix of ['', '-wal', '-shm']) rmSync(file() + suffix, { force: true })
  return { early, late, all }
}

const bring = (from: string, suffix: '' | '-wal') => copyFileSync(join(from, `history.db${suffix}`), file() + suffix)

test.each(['gone', 'empty'])(
  'R7: the journal of a history.db that is %s stays in its place, untouched, and the file that is put back has all of it',
  async (how) => {
    const { late, all } = await leaveJournal(1, 2)
    bring(late, '-wal')
    if (how === 'empty') writeFileSync(file(), '')
    const { size } = statSync(journal())
    for (const start of [keep(), keep()]) {
      const { state, notices } = start.history.readStatus()
      expect(state).toBe('closed')
      expect(notices.map(writeEnglish).join()).toMatch(/Its journal, history\.db-wal, is still there/u)
      await expect(start.history.switchOn(passphrase)).rejects.toThrow(/Its journal, history\.db-wal, is still there/u)
      start.history.close()
      expect(statSync(journal()).size).toBe(size)
    }
    bring(late, '')
    const back = keep()
    await back.history.unlock(secret)
    expect([back.list(), listNotices(back)]).toEqual([all, []])
    back.history.close()
  },
)

test('R7: the journal of a history.db that is gone is removed once all is erased', async () => {
  const { late } = await leaveJournal(0, 2)
  bring(late, '-wal')
  const { history } = keep()
  expect(history.erase()).toMatchObject({ state: 'off', notices: [] })
  expect(names()).toEqual([])
  await history.switchOn(passphrase)
  history.close()
})

test('R7: no history is begun over a journal that comes while its key is made', async () => {
  const { late } = await leaveJournal(0, 2)
  rmSync(join(folder(), 'copies.json'))
  const { history } = keep()
  history.erase()
  const switching = history.switchOn(passphrase)
  bring(late, '-wal')
  await expect(switching).rejects.toThrow(/Its journal, history\.db-wal, is still there/u)
  expect(existsSync(file())).toBe(false)
  history.close()
})

test.each([
  [20, 25],
  [3, 40],
  [40, 1],
])(
  'R6: a history.db of before (%i sheets, then %i) that is put back beside a newer journal shows no wrong sheet, and tells that some are missing',
  async (first, then) => {
    const { early, late, all } = await leaveJournal(first, then)
    // the journal begins anew once all of it was written into the file
    bring(late, '')
    bring(late, '-wal')
    const kept = keep()
    await kept.history.unlock(secret)
    kept.clock.now = new Date('2026-11-22T10:30:00.000Z')
    kept.clock.handout = { id: '11111111-1111-4111-8111-111111111111' }
    add(kept, 1)
    const every = kept.list()
    expect(every).toHaveLength(all.length + 1)
    const last = take('last')
    kept.history.close()
    for (const suffix of ['', '-wal', '-shm']) rmSync(file() + suffix, { force: true })
    bring(early, '')
    bring(last, '-wal')
    const back = keep()
    expect(listNotices(back)).toEqual(['history-salvaged', 'history-aside-kept'])
    await back.history.unlock(secret)
    expect(back.list().length).toBeGreaterThanOrEqual(first)
    for (const record of back.list()) expect(every).toContainEqual(record)
    expect(listNotices(back)).toEqual(['history-aside-kept', 'history-healed'])
    back.history.close()
  },
)

test('what a kill left of a history.db that was put back takes its place, and its journal, all of which is in it, is set aside', async () => {
  const { late, all } = await leaveJournal(1, 2)
  bring(late, '')
  bring(late, '-wal')
  const db = new Database(file())
  db.prepare('VACUUM INTO ?').run(join(folder(), 'history-putting-back.db'))
  db.close()
  rmSync(file())
  bring(late, '-wal')
  const back = keep()
  await back.history.unlock(secret)
  expect([back.list(), listNotices(back)]).toEqual([all, []])
  expect(names()).not.toContain('history-putting-back.db')
  back.history.close()
})

test('R7: half a history.db that a kill left while it was put back does not take its place; the true one does, and it goes', async () => {
  const { late, all } = await leaveJournal(3, 0)
  const half = join(folder(), 'history-putting-back.db')
  copyFileSync(join(late, 'history.db'), half)
  truncateSync(half, 8192)
  const without = keep()
  expect(without.history.readStatus().notices.map(writeEnglish).join()).toMatch(/^The history with names is gone/u)
  without.history.close()
  expect([existsSync(half), existsSync(file())]).toEqual([true, false])
  bring(late, '')
  const back = keep()
  await back.history.unlock(secret)
  expect([back.list(), listNotices(back), existsSync(half)]).toEqual([all, [], false])
  back.history.close()
})
