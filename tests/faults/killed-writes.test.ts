import { mkdirSync, readdirSync } from 'node:fs'
import { join } from 'node:path'
import { setImmediate, setTimeout } from 'node:timers/promises'
import { expect, test } from 'vitest'
import { readBundleFile } from '../../src/store/bundle-file.ts'
import { makeRecoveryCode } from '../../src/store/history/derive-key.ts'
import { openHistoryDatabase } from '../../src/store/history/history-database.ts'
import {
  isCodeKept,
  isCodeOf,
  makeHistoryKey,
  noteCodeKept,
  putWrap,
  wrapByCode,
} from '../../src/store/history/history-keys.ts'
import { purgeRecords } from '../../src/store/history/history-days.ts'
import { sweepParts } from '../../src/store/part-notes.ts'
import { useTempFolder } from '../store/temp-folder.ts'
import { countFaults } from './count.ts'
import { listLegal } from './list-bundles.ts'
import { readAcknowledged } from './read-acknowledged.ts'
import { readKept } from './read-kept.ts'
import { killAfter, startChild, waitForLine } from './start-child.ts'

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
  const code = makeRecoveryCode()
  const kills = countFaults(8, 200)
  let [hits, kept] = [0, 0]
  for (let kill = 0; kill < kills; kill += 1) {
    const first = kill * 10_000
    const child = startChild('keep-records.ts', [path, code, String(first)])
    if (await killAfter(child, 50 + ((kill * 37) % 293))) hits += 1
    expect(readKept(path, code, first, child.lines)).toEqual({ lost: 0, back: 0, isWhole: true })
    kept += child.lines.filter((line) => line.startsWith('kept')).length
    const db = openHistoryDatabase(path)
    purgeRecords(db, '2099-01-01') // or each round would read all that came before
    db.close()
  }
  expect(hits).toBe(kills)
  expect(kept).toBeGreaterThan(kills)
}, 1_200_000)

test('R2: a history whose recovery code is being made anew when it is killed is opened by the old one or the new one', async () => {
  const path = join(folder(), 'history.db')
  let code = makeRecoveryCode()
  const begun = openHistoryDatabase(path)
  putWrap(begun, wrapByCode(makeHistoryKey(), code))
  begun.close()
  const kills = countFaults(8, 200)
  let hits = 0
  for (let kill = 0; kill < kills; kill += 1) {
    const child = startChild('renew-codes.ts', [path, code])
    if (await killAfter(child, (kill * 13) % 97)) hits += 1
    const lastOf = (what: string) => child.lines.findLast((line) => line.startsWith(what))?.split(' ')[1]
    const db = openHistoryDatabase(path)
    const legal = [lastOf('made') ?? code, lastOf('begun') ?? code]
    const opens = legal.filter((each) => isCodeOf(db, each))
    expect([new Set(opens).size, db.pragma('integrity_check', { simple: true })]).toEqual([1, 'ok'])
    expect(isCodeKept(db)).toBe(opens[0] === code) // a new one is on no paper yet
    code = opens[0] ?? ''
    noteCodeKept(db, true)
    db.close()
  }
  expect(hits).toBe(kills)
}, 1_200_000)

test('R2: bundles whose saving or import is killed are the old ones or the new ones, and the next start sweeps the rest away', async () => {
  const [place, notes] = [join(folder(), 'kept'), join(folder(), 'notes')]
  mkdirSync(place)
  const kills = countFaults(8, 100)
  let hits = 0
  for (let kill = 0; kill < kills; kill += 1) {
    const first = kill * 10_000
    const child = startChild('take-bundles.ts', [place, notes, String(first)])
    await waitForLine(child)
    await setTimeout((kill * 7) % 23)
    while (child.process.exitCode === null && readdirSync(notes).length === 0) await setImmediate() // until it writes
    child.process.kill('SIGKILL')
    await child.ended
    expect(listLegal(first, child.lines.length)).toContainEqual(await readBundleFile(join(place, 'bundles.json')))
    hits += readdirSync(notes).length
    sweepParts(notes)
    expect([readdirSync(place), readdirSync(notes)]).toEqual([['bundles.json'], []])
  }
  expect(hits).toBeGreaterThan(0) // kills did hit while the file was being written
}, 600_000)

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
