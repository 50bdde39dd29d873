import { existsSync, readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { expect, test } from 'vitest'
import { writeEnglish } from '../../src/domain/message.ts'
import { openHistoryDatabase } from '../../src/store/history/history-database.ts'
import { passphrase, sheet, useHistory } from './use-history.ts'

const { folder, file, keep } = useHistory()

test('a damaged history.db is told, keeps no sheet from leaving, and can be erased', async () => {
  writeFileSync(file(), 'not a database at all, but long enough to be looked at as one'.repeat(200))
  const { history } = keep()
  const { state, notices } = history.readStatus()
  expect([state, notices.map(writeEnglish)]).toEqual([
    'closed',
    [expect.stringMatching(/damaged.*The names are not shown; sheets print all the same\.$/u)],
  ])
  expect(notices.map(writeEnglish).join(' ')).toContain(`have ${file()}, with every file whose name begins so, copied`)
  const told = history.add(sheet)
  expect(told && writeEnglish(told)).toMatch(/^The sheet is not in the history with names\. .*damaged/u)
  expect(history.erase()).toMatchObject({ state: 'off' })
  expect(existsSync(file())).toBe(false)
})

test.each([
  ['the record root and the key table are', true],
  ['the ways to the key are gone, and nothing else is', false],
])('R6: where %s damaged, it is said that no copy exists, what to keep, and what to press', async (_, isTorn) => {
  const first = keep()
  await first.history.switchOn(passphrase)
  for (let number = 0; number < 3; number += 1) first.history.add(sheet)
  const rows = openHistoryDatabase(file())
  const roots = rows.prepare<[], number>("SELECT rootpage FROM sqlite_schema WHERE name IN ('key_wraps', 'sealed')")
  const pages = roots.pluck().all()
  first.history.close()
  if (!isTorn) rows.exec('DELETE FROM key_wraps')
  rows.close()
  if (isTorn) {
    const bytes = readFileSync(file())
    for (const page of pages) bytes.fill(0x5a, (page - 1) * 4096, page * 4096)
    writeFileSync(file(), bytes)
  }
  const before = readFileSync(file())
  const { history, list } = keep()
  const { state, by, notices } = history.readStatus()
  expect([state, by, notices.length]).toEqual(['closed', null, 1])
  expect(notices.map(writeEnglish)[0]).toMatch(
    /its key cannot be read, and no copy of it is ever made\. No sheet is kept with a name meanwhile\..*press “Erase all names…”.*sheets print all the same\.$/u,
  )
  expect(history.add(sheet)).toMatchObject({ id: 'not-in-history' })
  expect(readFileSync(file()).equals(before)).toBe(true) // for whoever is to try
  expect(history.erase()).toMatchObject({ state: 'off', notices: [] })
  await history.switchOn(passphrase)
  history.add(sheet)
  expect(list()).toHaveLength(1)
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
    /^The file history\.db was damaged\..*kept as history-damaged-2026-11-22T09-30-00\.db until a sheet is removed or a new recovery code is made, for 14 days at the longest\.$/u,
  )
  const notKept = history.add(sheet) // which is saved and printed all the same
  expect(notKept && writeEnglish(notKept)).toMatch(/^Names were locked, so it was not kept/u)
  const opened = await history.unlock('four words are enough')
  const saved = list()
  expect(saved.length).toBeGreaterThan(20)
  expect(saved.length).toBeLessThan(40)
  for (const record of saved) expect(all).toContainEqual(record)
  expect(opened.notices.map(writeEnglish)).toEqual([
    expect.stringMatching(/^What was set aside is kept as history-damaged-/u), // as long as it is there
    `The history with names was damaged on the disk, or changed outside CareSheet. Sheets that can still be read: ${saved.length} of at most 40. What cannot be read is not shown, and is removed when it is old.`,
  ])
  const names = () => history.readStatus().notices.map(({ id }) => id)
  expect(events).toContainEqual({ kind: 'history-salvaged', records: saved.length })
  const asides = () => readdirSync(folder()).filter((name) => name.startsWith('history-damaged'))
  expect(asides().length).toBeGreaterThan(0)
  history.remove(saved[0]?.handout.id ?? '') // what is removed must not live on in the damaged file
  expect([asides(), names()]).toEqual([[], ['history-healed']])
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
  expect(() => first.list()).toThrow(/Please start CareSheet again and unlock the names: what is whole is then kept/u)
  first.history.close()
  const { history, list } = keep()
  const { notices } = await history.unlock('four words are enough')
  expect(notices).toMatchObject([{ id: 'history-healed-unlisted', values: { readable: 3, found: 3 } }])
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
