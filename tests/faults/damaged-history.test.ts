import { copyFileSync, mkdirSync, readdirSync, readFileSync, rmSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { openHistoryDatabase } from '../../src/store/history/history-database.ts'
import { makeHistoryKey, putWrap, wrapByCode, type HistoryKey } from '../../src/store/history/history-keys.ts'
import { addRecord, listRecords, readRecord } from '../../src/store/history/history-store.ts'
import { countListed, relistRecords } from '../../src/store/history/relist-records.ts'
import { salvageHistory } from '../../src/store/history/salvage-history.ts'
import type { Db } from '../../src/store/open-database.ts'
import { DamagedFile } from '../../src/store/storage-error.ts'
import { makeRecord } from '../store/history/make-record.ts'
import { useTempFolder } from '../store/temp-folder.ts'
import { countFaults } from './count.ts'
import { damages, makeRandom } from './damage.ts'

const folder = useTempFolder()
const records = Array.from({ length: 30 }, (_, number) => makeRecord(number))
const makePdf = (number: number) => Buffer.alloc(9000, `%PDF ${number} `)
const now = new Date('2026-11-22T09:30:00.000Z')
const rounds = countFaults(12, 500)
/** How many sheets are saved on average, where it is not most. */
const usual: Readonly<Record<string, number>> = {
  'another file': 0,
  'no write-ahead log': 25,
  'cut off': 15,
  'cut off, no write-ahead log': 10,
}

/** A history whose newest sheets still stand in the write-ahead log, as files to take. */
function makeHistory(key: HistoryKey): string {
  const taken = join(folder(), 'taken')
  mkdirSync(taken)
  const file = join(folder(), 'history.db')
  const db = openHistoryDatabase(file)
  putWrap(db, wrapByCode(key, 'ABCD'))
  const add = (from: number, to: number) => {
    for (let number = from; number < to; number += 1)
      addRecord(db, key, records[number] ?? makeRecord(number), makePdf(number), '2026-11-22')
  }
  add(0, 25)
  db.pragma('wal_checkpoint(TRUNCATE)')
  add(25, 30)
  for (const suffix of ['', '-wal']) copyFileSync(file + suffix, join(taken, `history.db${suffix}`))
  db.close()
  return taken
}

/** Opens it as the app does; null where nothing of the key is left, and the file stays as it is. */
function openOrSalvage(path: string): Db | null {
  try {
    return openHistoryDatabase(path)
  } catch (error) {
    if (!(error instanceof DamagedFile)) return null
    const before = readFileSync(path)
    const aside = salvageHistory(path, now)
    if (aside === null) expect(readFileSync(path).equals(before)).toBe(true)
    else expect(readFileSync(join(path, '..', aside)).equals(before)).toBe(true)
    return aside === null ? null : openHistoryDatabase(path)
  }
}

test.each(Object.keys(damages))(
  'R6: of a history that was damaged (%s) no wrong sheet is shown, and what is whole is saved',
  (kind) => {
    const key = makeHistoryKey()
    const taken = makeHistory(key)
    const random = makeRandom(5)
    const saved: number[] = []
    for (let round = 0; round < rounds; round += 1) {
      const place = join(folder(), 'now')
      rmSync(place, { recursive: true, force: true })
      mkdirSync(place)
      for (const name of readdirSync(taken)) copyFileSync(join(taken, name), join(place, name))
      damages[kind]?.(join(place, 'history.db'), random)
      const db = openOrSalvage(join(place, 'history.db'))
      if (db === null) continue
      const isHealed =
        countListed(db, key) === null || readdirSync(place).some((name) => name.startsWith('history-damaged'))
      if (isHealed) relistRecords(db, key)
      const shown = listRecords(db, key, { words: '' }, null, 100)
      for (const record of shown.records) {
        const number = records.findIndex(({ handout }) => handout.id === record.handout.id)
        expect(record).toEqual(records[number])
        const pdf = readPdf(db, key, record.handout.id)
        if (pdf !== null) expect(pdf).toEqual(makePdf(number))
      }
      saved.push(shown.records.length)
      db.close()
    }
    if (kind !== 'another file') expect(saved.length).toBeGreaterThan(rounds * 0.5)
    expect(saved.reduce((sum, count) => sum + count, 0) / Math.max(1, saved.length)).toBeGreaterThanOrEqual(
      usual[kind] ?? 24,
    )
  },
  600_000,
)

/** The PDF of a record; null where that alone is damaged, and refused. */
function readPdf(db: Db, key: HistoryKey, id: string): Buffer | null {
  try {
    return readRecord(db, key, id).pdf
  } catch {
    return null
  }
}
