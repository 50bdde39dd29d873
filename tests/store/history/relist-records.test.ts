import { join } from 'node:path'
import { expect, test } from 'vitest'
import { openHistoryDatabase } from '../../../src/store/history/history-database.ts'
import { makeHistoryKey } from '../../../src/store/history/history-keys.ts'
import { addRecord, listRecords, recordDone } from '../../../src/store/history/history-store.ts'
import { countListed, relistRecords } from '../../../src/store/history/relist-records.ts'
import { useTempFolder } from '../temp-folder.ts'
import { makeRecord } from './make-record.ts'

const folder = useTempFolder()
const key = makeHistoryKey()
const pdf = Buffer.from('%PDF Patient Name')

/** Two records, of which the first was put back to how it was before its test was noted as done. */
function openPutBack() {
  const db = openHistoryDatabase(join(folder(), 'history.db'))
  for (const number of [1, 2]) addRecord(db, key, makeRecord(number), pdf, '2026-11-22')
  const { id } = makeRecord(1).handout
  const earlier = db.prepare('SELECT record FROM sealed WHERE id = ?').pluck().get(id)
  recordDone(db, key, id, '2026-12-20')
  db.prepare('UPDATE sealed SET record = ? WHERE id = ?').run(earlier, id)
  return db
}
const list = (db: ReturnType<typeof openPutBack>) => listRecords(db, key, { words: '' }, null, 9)

test('D3: a record that was put back from earlier is not taken when the history is listed anew', () => {
  const db = openPutBack()
  expect(list(db)).toMatchObject({ records: [makeRecord(2)], damaged: 1 })
  expect(countListed(db, key)).not.toBeNull()
  expect(relistRecords(db, key)).toBe(1)
  expect(list(db)).toEqual({ records: [makeRecord(2)], next: null, damaged: 1 })
  db.close()
})

test('R6: where the list is lost, each record that opens is listed, and one that does not stays where it is', () => {
  const db = openPutBack()
  const { id } = makeRecord(2).handout
  db.exec('UPDATE listed SET list = zeroblob(length(list))')
  db.prepare('UPDATE sealed SET record = zeroblob(length(record)) WHERE id = ?').run(id)
  expect(countListed(db, key)).toBeNull()
  expect(relistRecords(db, key)).toBe(1)
  expect(list(db)).toEqual({ records: [makeRecord(1)], next: null, damaged: 1 })
  db.close()
})
