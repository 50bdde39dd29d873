import Database from 'better-sqlite3'
import { expect, test } from 'vitest'
import { passphrase, sheet, useHistory } from './use-history.ts'

const { file, keep } = useHistory()
const secret = 'four words are enough'

/** A history of three sheets of 22 November 2026, kept for 30 days, and closed. */
async function keepThree() {
  const { history } = keep()
  await history.switchOn(passphrase)
  for (let number = 0; number < 3; number += 1) history.add(sheet)
  history.close()
}

function damage(sql: string, ...values: readonly string[]) {
  const db = new Database(file())
  db.prepare(sql).run(...values)
  db.close()
}

function start(day: string) {
  const kept = keep({ now: new Date(`${day}T09:30:00.000Z`) })
  kept.history.startPurging()()
  const look = () => {
    const { records, notices } = kept.history.readStatus()
    return { records, notices: notices.map(({ id }) => id) }
  }
  return { ...kept, look }
}

const readLatest = () => {
  const db = new Database(file())
  const text = db.prepare<[], string>('SELECT latest_day FROM lock').pluck().get() ?? ''
  db.close()
  return text
}

test.each(['2126-11-22', '2p26-11-22', '2026-q1-22', '2026-31-22', ':026-11-22'])(
  'D7: a latest day damaged to %s removes nothing, is told and set right, and records go after their days',
  async (day) => {
    await keepThree()
    damage('UPDATE lock SET latest_day = ?', day)
    const { history, clock, look } = start('2026-11-23')
    expect(look()).toEqual({ records: 3, notices: ['history-day-set-right'] })
    clock.now = new Date('2026-12-23T09:30:00.000Z')
    history.purgeOld()
    expect(look().records).toBe(0)
    history.close()
    const again = start('2026-12-23')
    expect(again.look()).toEqual({ records: 0, notices: [] })
    again.history.close()
  },
)

test('D7: no one wrong bit in the latest day removes a record', async () => {
  await keepThree()
  const first = start('2026-11-23')
  first.history.close()
  const written = readLatest()
  expect(written).toMatch(/^2026-11-23 /u)
  for (let at = 0; at < written.length; at += 1)
    for (let bit = 1; bit < 128; bit *= 2) {
      const flipped = String.fromCharCode(written.charCodeAt(at) ^ bit)
      damage('UPDATE lock SET latest_day = ?', written.slice(0, at) + flipped + written.slice(at + 1))
      const { history, look } = start('2026-11-23')
      expect(look()).toEqual({ records: 3, notices: ['history-day-set-right'] })
      history.close()
    }
})

test('D7: though the clock is set back by ten years the latest day stands, by the records', async () => {
  await keepThree()
  const set = start('2016-11-23')
  expect(set.look()).toEqual({ records: 3, notices: ['clock-back'] })
  expect(readLatest()).toMatch(/^2026-11-22 /u)
  set.history.close()
})

test('D7: a clock that was ahead by decades, and never when a sheet was kept, removes nothing once it is right', async () => {
  await keepThree()
  const ahead = keep({ now: new Date('2099-01-01T09:30:00.000Z') })
  ahead.history.readStatus() // which sees the day
  ahead.history.close()
  const { history, look } = start('2026-11-23')
  expect(look()).toEqual({ records: 3, notices: ['history-day-set-right'] })
  history.close()
})

test.each([
  ['given_on', '2024-11-22'],
  ['given_on', '2p26-11-22'],
  ['given_on', '2027-11-22'],
  ['seen_on', '0026-11-22'],
  ['seen_on', '2026-11-22 00000000'],
])('D7: a record whose %s is damaged to %s stays until its true day is read', async (column, day) => {
  await keepThree()
  damage(`UPDATE sealed SET ${column} = ? WHERE row = 2`, day)
  const { history, clock, look } = start('2026-11-23')
  expect(look()).toEqual({ records: 3, notices: ['history-days-damaged'] })
  clock.now = new Date('2026-12-21T09:30:00.000Z')
  await history.unlock(secret)
  expect(look()).toEqual({ records: 3, notices: [] })
  history.lock()
  clock.now = new Date('2026-12-23T09:30:00.000Z')
  history.purgeOld()
  expect(look()).toEqual({ records: 0, notices: [] })
  history.close()
})

test('D7: a record whose day is damaged, and that does not open either, goes after its days from then on', async () => {
  await keepThree()
  damage(`UPDATE sealed SET given_on = '2024-11-22', record = zeroblob(100) WHERE row = 2`)
  const { history, clock, look } = start('2026-12-10')
  await history.unlock(secret)
  clock.now = new Date('2026-12-23T09:30:00.000Z')
  history.purgeOld()
  expect(look().records).toBe(1)
  clock.now = new Date('2027-01-10T09:30:00.000Z')
  history.purgeOld()
  expect(look().records).toBe(0)
  history.close()
})
