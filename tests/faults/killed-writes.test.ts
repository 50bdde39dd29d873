import { randomBytes } from 'node:crypto'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { openHistoryDatabase } from '../../src/store/history/history-database.ts'
import type { HistoryKey } from '../../src/store/history/history-keys.ts'
import { purgeRecords } from '../../src/store/history/history-days.ts'
import { listRecords, readRecord } from '../../src/store/history/history-store.ts'
import { makeRecord } from '../store/history/make-record.ts'
import { useTempFolder } from '../store/temp-folder.ts'
import { countFaults } from './count.ts'
import { makePdf } from './make-pdf.ts'
import { readAcknowledged } from './read-acknowledged.ts'
import { killAfter, startChild } from './start-child.ts'

const folder = useTempFolder()

test('R2: what was acknowledged before a kill is there after it', async () => {
  const path = join(folder(), 'clinic.db')
  const lines: string[] = []
  const kills = countFaults(8, 200)
  let hits = 0
  for (let kill = 0; kill < kills; kill += 1) {
    const child = startChild('give-sheets.ts', [path, String(kill * 10_000), '10000', '-'])
    if (await killAfter(child, (kill * 13) % 97)) hits += 1
    lines.push(...child.lines)
    expect(readAcknowledged(path, lines)).toEqual({ lost: 0, isWhole: true })
  }
  expect(hits).toBe(kills)
  expect(lines.filter((line) => line.startsWith('sheet')).length).toBeGreaterThan(kills)
}, 1_200_000)

test('R2: what was acknowledged of a history before a kill is there after it, and what was removed is gone', async () => {
  const path = join(folder(), 'history.db')
  const key: HistoryKey = { id: 'key', key: randomBytes(32) }
  const kills = countFaults(8, 200)
  let [hits, lost, undead, wrong, kept] = [0, 0, 0, 0, 0]
  for (let kill = 0; kill < kills; kill += 1) {
    const first = kill * 10_000
    const child = startChild('keep-records.ts', [path, key.key.toString('hex'), String(first)])
    if (await killAfter(child, 50 + ((kill * 37) % 293))) hits += 1
    const db = openHistoryDatabase(path)
    const { records, damaged } = listRecords(db, key, { words: '' }, null, 1_000_000)
    const found = new Map(records.map((record) => [record.handout.id, record]))
    const numbersOf = (what: string) =>
      child.lines.filter((line) => line.startsWith(what)).map((line) => Number(line.split(' ')[1]))
    const removed = new Set(numbersOf('removed'))
    for (const number of numbersOf('kept')) {
      const { id } = makeRecord(number).handout
      const there = found.get(id)
      if (removed.has(number)) undead += there === undefined ? 0 : 1
      // the last removal may be done and not yet told
      else if (there === undefined) lost += number === Math.max(...numbersOf('kept')) - 1 ? 0 : 1
      else if (!readRecord(db, key, id).pdf.equals(makePdf(number))) wrong += 1
    }
    for (const number of numbersOf('done'))
      if (!removed.has(number) && found.get(makeRecord(number).handout.id)?.doneOn === null) lost += 1
    kept += numbersOf('kept').length
    expect(damaged).toBe(0)
    expect(db.pragma('integrity_check', { simple: true })).toBe('ok')
    purgeRecords(db, '2099-01-01') // or each round would read all that came before
    db.close()
  }
  expect({ hits, lost, undead, wrong }).toEqual({ hits: kills, lost: 0, undead: 0, wrong: 0 })
  expect(kept).toBeGreaterThan(kills)
}, 1_200_000)

test('R8: two that write at once do not get in each other’s way', async () => {
  const path = join(folder(), 'clinic.db')
  const each = countFaults(60, 800)
  const writers = [0, 1].map((writer) =>
    startChild('give-sheets.ts', [path, String(writer * 10_000), String(each), '-']),
  )
  await Promise.all(writers.map(({ ended }) => ended))
  const lines = writers.flatMap((writer) => writer.lines)
  expect(lines.filter((line) => line.startsWith('busy'))).toEqual(['busy 0', 'busy 0'])
  expect(lines.filter((line) => line.startsWith('sheet'))).toHaveLength(2 * each)
  const sheets = lines.filter((line) => !line.startsWith('phone')) // whose phone came last, nobody can say
  expect(readAcknowledged(path, sheets)).toEqual({ lost: 0, isWhole: true })
}, 600_000)
