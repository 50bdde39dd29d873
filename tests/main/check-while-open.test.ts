import { readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import Database from 'better-sqlite3'
import { expect, test, vi } from 'vitest'
import { tell } from '../../src/domain/message.ts'
import type { KeptRecords } from '../../src/main/keep-records.ts'
import { recordEvent } from '../../src/store/audit-log.ts'
import { addHandout, listHandouts } from '../../src/store/handout-store.ts'
import { makeHandout } from '../store/make-handout.ts'
import { useRecords } from './use-records.ts'

const { folder, makeKept } = useRecords()

/** Turns the number of a row in the index from 70 to 71, as one bit that the disk flips may: the 70th sheet is hidden. */
function flipRowInIndex(): void {
  const file = join(folder(), 'clinic.db')
  const bytes = readFileSync(file)
  const { givenAt } = makeHandout(70)
  let at = bytes.indexOf(givenAt)
  while (bytes[bytes.indexOf('"checking"]]', at) + 12] !== 70) at = bytes.indexOf(givenAt, at + 1)
  bytes[bytes.indexOf('"checking"]]', at) + 12] = 71
  writeFileSync(file, bytes)
}

test.each(['copy', 'check'] as const)(
  'D8: an index that hides a sheet is found by the %s and made anew, and it is told',
  async (by) => {
    const before = makeKept()
    for (let number = 1; number <= 100; number += 1) addHandout(before.kept.open(), makeHandout(number))
    if (by === 'check') await before.records.backUp()
    before.kept.close()
    flipRowInIndex()
    if (by === 'check') vi.useFakeTimers()
    const { kept, records } = makeKept()
    const count = () => listHandouts(kept.open(), {}, null, 200).handouts.length
    expect(count()).toBe(99)
    const exported = JSON.parse(readFileSync((await records.exportAll()) ?? '', 'utf8')) as { handouts: unknown[] }
    expect(exported.handouts).toHaveLength(100)
    const stop = by === 'check' ? records.startDaily() : () => undefined
    if (by === 'check') await vi.advanceTimersByTimeAsync(20_000)
    else await records.backUp()
    vi.useRealTimers()
    await vi.waitFor(() => expect(records.readStatus().notices).toEqual([tell('index-mended')]), { timeout: 10_000 })
    expect([count(), kept.listHealed()]).toEqual([100, []])
    stop()
    kept.close()
  },
)

test('a damaged row, by which an index does not fit either, is healed from the copy, and nobody is told that none was lost', async () => {
  vi.spyOn(console, 'error').mockImplementation(() => undefined)
  const before = makeKept()
  for (let number = 1; number <= 5; number += 1) addHandout(before.kept.open(), makeHandout(number))
  await before.records.backUp()
  before.kept.open().pragma('wal_checkpoint(TRUNCATE)')
  before.kept.close()
  const file = join(folder(), 'clinic.db')
  const bytes = readFileSync(file)
  const row = `${makeHandout(2).id}20` // the id, and the year in which it was given
  const year = bytes.indexOf(row) + row.length
  expect(bytes.indexOf(row)).toBeGreaterThan(0)
  bytes[year] = (bytes[year] ?? 0) ^ 1
  writeFileSync(file, bytes)
  const { kept, records } = makeKept()
  await records.backUp()
  expect(listHandouts(kept.open(), {}, null, 10)).toMatchObject({ handouts: { length: 5 }, damaged: 0 })
  expect(records.readStatus().notices.map(({ id }) => id)).toEqual(['records-healed'])
  kept.close()
})

test.each([
  ['the status', (records: KeptRecords) => void records.readStatus()],
  ['the export', async (records: KeptRecords) => void (await records.exportAll())],
])('damage that shows only while CareSheet runs is healed and told, whoever meets it first (%s)', async (_, meet) => {
  vi.spyOn(console, 'error').mockImplementation(() => undefined)
  const before = makeKept()
  for (let number = 0; number < 800; number += 1)
    recordEvent(before.kept.open(), { kind: 'settings-changed', fields: [`field ${number}`] }, new Date())
  for (let number = 0; number < 100; number += 1) addHandout(before.kept.open(), makeHandout(number))
  before.kept.close()
  const { kept, records } = makeKept()
  kept.open().pragma('cache_size = 0')
  kept.open().pragma('shrink_memory')
  const file = join(folder(), 'clinic.db')
  const bytes = readFileSync(file)
  const page = Math.floor(bytes.indexOf('"field 300"') / 4096) * 4096
  writeFileSync(file, bytes.fill(0, page, page + 4096))
  await meet(records)
  expect(records.readStatus().notices[0]).toMatchObject({ id: 'records-healed', values: { handouts: 100 } })
  expect(JSON.parse(readFileSync((await records.exportAll()) ?? '', 'utf8'))).toMatchObject({
    handouts: { length: 100 },
  })
  vi.restoreAllMocks()
  kept.close()
})

test('a copy that is restored while the rows are checked waits until they are', async () => {
  const before = makeKept()
  const { backups } = await before.records.backUp()
  before.kept.close()
  vi.useFakeTimers()
  let finish: () => void = () => undefined
  const { kept, records } = makeKept(async (order) => {
    const reader = new Database(order.database, { readonly: true })
    reader.exec('BEGIN; SELECT count(*) FROM handouts')
    await new Promise<void>((resolveLater) => (finish = resolveLater))
    reader.close()
  })
  const stop = records.startDaily()
  await vi.advanceTimersByTimeAsync(20_000)
  vi.useRealTimers()
  const restoring = records.restore(backups[0]?.file ?? '')
  setTimeout(() => finish(), 50)
  expect(await restoring).toMatchObject({ notices: [] })
  stop()
  kept.close()
})
