import { join } from 'node:path'
import { expect, test } from 'vitest'
import { openHistoryDatabase } from '../../../src/store/history/history-database.ts'
import { countTry, findNextTry, forgetTries } from '../../../src/store/history/tries.ts'
import { useTempFolder } from '../temp-folder.ts'

const folder = useTempFolder()
const open = () => openHistoryDatabase(join(folder(), 'history.db'))
const at = (minutes: number) => new Date(Date.UTC(2026, 10, 22, 9, minutes))

test('D6: five tries are free, then each further one doubles the wait, up to an hour', () => {
  const db = open()
  const waits: number[] = []
  let now = 0
  for (let tries = 1; tries <= 14; tries += 1) {
    countTry(db, at(now))
    const wait = Math.round(((findNextTry(db, at(now))?.getTime() ?? at(now).getTime()) - at(now).getTime()) / 60_000)
    waits.push(wait)
    now += wait
  }
  expect(waits).toEqual([0, 0, 0, 0, 1, 2, 4, 8, 16, 32, 60, 60, 60, 60])
  expect(findNextTry(db, at(now))).toBeNull()
  db.close()
})

test('D6: a new start does not shorten the wait, nor does a clock that was set back', () => {
  const db = open()
  for (let tries = 0; tries < 6; tries += 1) countTry(db, at(0))
  db.close()
  const again = open()
  expect(findNextTry(again, at(1))).toEqual(at(2))
  expect(findNextTry(again, at(-500))).toEqual(at(2))
  expect(findNextTry(again, at(2))).toBeNull()
  forgetTries(again)
  expect(findNextTry(again, at(0))).toBeNull()
  again.close()
})
