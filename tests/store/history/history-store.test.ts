import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { emptyJournal } from '../../../src/store/empty-journal.ts'
import { openHistoryDatabase } from '../../../src/store/history/history-database.ts'
import { makeHistoryKey, putWrap, wrapByCode } from '../../../src/store/history/history-keys.ts'
import { purgeRecords, seeDay } from '../../../src/store/history/history-days.ts'
import {
  addRecord,
  countRecords,
  eraseRecords,
  listRecords,
  readList,
  readRecord,
  recordDone,
  removeRecords,
} from '../../../src/store/history/history-store.ts'
import { useTempFolder } from '../temp-folder.ts'
import { makeRecord } from './make-record.ts'

const folder = useTempFolder()
const file = () => join(folder(), 'history.db')
const key = makeHistoryKey()
const pdf = (number: number) => Buffer.from(`%PDF Patient Name ${number} `.repeat(40))
const idOf = (number: number) => makeRecord(number).handout.id
const day = (number: number) => `2026-11-${String(number).padStart(2, '0')}`

function openFilled(count: number) {
  const db = openHistoryDatabase(file())
  for (let number = 1; number <= count; number += 1) addRecord(db, key, makeRecord(number), pdf(number), day(number))
  return db
}

const list = (db: ReturnType<typeof openFilled>) => listRecords(db, key, { words: '' }, null, 100)
const readAll = () => Buffer.concat(readdirSync(folder()).map((name) => readFileSync(join(folder(), name))))

test('a record reads as it was kept, with the very bytes of its PDF, newest first', () => {
  const db = openFilled(3)
  expect(list(db)).toEqual({ records: [makeRecord(3), makeRecord(2), makeRecord(1)], next: null, damaged: 0 })
  expect(readRecord(db, key, idOf(2))).toEqual({ record: makeRecord(2), pdf: pdf(2) })
  const first = listRecords(db, key, { words: '' }, null, 2)
  expect(first.records).toHaveLength(2)
  expect(listRecords(db, key, { words: '' }, first.next, 2)).toEqual({
    records: [makeRecord(1)],
    next: null,
    damaged: 0,
  })
  db.close()
})

test('a patient is found by any part of the name, without case and accents', () => {
  const db = openHistoryDatabase(file())
  for (const [number, patientName] of ['Nombre Paciénte', 'Patient Name', '患者姓名'].entries())
    addRecord(db, key, makeRecord(number, { patientName }), pdf(number), day(1))
  const find = (words: string) => listRecords(db, key, { words }, null, 9).records.map(({ patientName }) => patientName)
  expect(find('paciente nom')).toEqual(['Nombre Paciénte'])
  expect(find('NAME')).toEqual(['Patient Name'])
  expect(find('姓名')).toEqual(['患者姓名'])
  expect(find('name nombre')).toEqual([])
  db.close()
})

test('D2: nothing of the patient is in clear in any file, open or closed', () => {
  const db = openFilled(5)
  recordDone(db, key, idOf(1), '2026-12-20')
  for (const look of [() => undefined, () => db.close()]) {
    look()
    const bytes = readAll()
    for (const canary of ['Patient Name', Buffer.from('Patient Name', 'utf16le'), 'fatty-liver', '2026-12-2', '%PDF'])
      expect(bytes.includes(canary)).toBe(false)
  }
})

test('D2: after a purge no sealed byte of the old rows is left in the database or its journal', () => {
  const db = openFilled(9)
  const blobs = db.prepare<[], { record: Buffer; pdf: Buffer }>('SELECT record, pdf FROM sealed WHERE row <= 5').all()
  expect(
    blobs.every(({ record, pdf: sheet }) => readAll().includes(record) && readAll().includes(sheet.subarray(0, 64))),
  ).toBe(true)
  expect(purgeRecords(db, day(6))).toBe(5)
  expect(emptyJournal(db)).toBe(true)
  const left = readAll()
  for (const { record, pdf: sheet } of blobs) {
    expect(left.includes(record.subarray(0, 40))).toBe(false)
    expect(left.includes(sheet.subarray(0, 40))).toBe(false)
  }
  expect(list(db).records).toEqual([9, 8, 7, 6].map((number) => makeRecord(number)))
  db.close()
})

test.each<[string, (db: ReturnType<typeof openFilled>) => void]>([
  [
    'one bit of it',
    (db) =>
      void db.exec(
        `UPDATE sealed SET record = cast(replace(record, substr(record, 40, 1),
          CASE substr(record, 40, 1) WHEN X'00' THEN X'01' ELSE X'00' END) AS BLOB) WHERE row = 2`,
      ),
  ],
  ['it is cut', (db) => void db.exec('UPDATE sealed SET record = substr(record, 1, 60) WHERE row = 2')],
  [
    'it is another row’s',
    (db) => void db.exec('UPDATE sealed SET record = (SELECT record FROM sealed WHERE row = 1) WHERE row = 2'),
  ],
  ['its id is another', (db) => void db.exec(`UPDATE sealed SET id = '${idOf(77)}' WHERE row = 2`)],
])('D3: a record that the disk changed is left out and counted: %s', (_, change) => {
  const db = openFilled(3)
  change(db)
  expect(list(db)).toEqual({ records: [makeRecord(3), makeRecord(1)], next: null, damaged: 1 })
  expect(() => readRecord(db, key, idOf(2))).toThrow(/no longer in the history with names, or it was damaged/u)
  db.close()
})

test('D3: a row put back from earlier is not accepted, neither an old state of one nor one that was removed', () => {
  const db = openFilled(2)
  const old = db.prepare('SELECT * FROM sealed WHERE row = 1').get()
  recordDone(db, key, idOf(1), '2026-12-20')
  const put =
    'INSERT OR REPLACE INTO sealed (row, id, given_on, record, pdf) VALUES (@row, @id, @given_on, @record, @pdf)'
  db.prepare(put).run(old)
  expect(list(db)).toMatchObject({ records: [{ patientName: 'Patient Name 2' }], damaged: 1 })
  removeRecords(db, key, [idOf(1)])
  db.prepare(put).run(old)
  expect(list(db)).toMatchObject({ records: [{ patientName: 'Patient Name 2' }], damaged: 1 })
  db.close()
})

test('D3: PDFs cannot be exchanged', () => {
  const db = openFilled(2)
  db.exec('UPDATE sealed SET pdf = (SELECT pdf FROM sealed WHERE row = 1) WHERE row = 2')
  expect(() => readRecord(db, key, idOf(2))).toThrow(/damaged/u)
  expect(readRecord(db, key, idOf(1)).pdf).toEqual(pdf(1))
  db.close()
})

test('a list of records that was changed is told, and no row is shown on trust', () => {
  const db = openFilled(2)
  db.exec('UPDATE listed SET list = zeroblob(60)')
  expect(() => list(db)).toThrow(/history with names was damaged.*start CareSheet again/u)
  db.close()
})

test('that a test was done is noted and can be taken away again', () => {
  const db = openFilled(1)
  recordDone(db, key, idOf(1), '2026-12-20')
  expect(list(db).records).toEqual([makeRecord(1, { doneOn: '2026-12-20' })])
  recordDone(db, key, idOf(1), null)
  expect(list(db).records).toEqual([makeRecord(1)])
  expect(() => recordDone(db, key, idOf(9), null)).toThrow(/no longer in the history with names/u)
  db.close()
})

test('a record written after some were purged does not miss them', () => {
  const db = openFilled(3)
  purgeRecords(db, day(3))
  addRecord(db, key, makeRecord(4), pdf(4), day(4))
  expect(list(db)).toEqual({ records: [makeRecord(4), makeRecord(3)], next: null, damaged: 0 })
  expect(Object.keys(readList(db, key)).toSorted()).toEqual([idOf(3), idOf(4)].toSorted()) // nor keep what they were
  db.close()
})

test('D7: the highest day seen stands, whatever the clock says later', () => {
  const db = openHistoryDatabase(file())
  const seen = ['2026-11-22', '2026-11-30', '2026-01-01'].map((each) => seeDay(db, each).latest)
  expect(seen).toEqual(['2026-11-22', '2026-11-30', '2026-11-30'])
  db.close()
  const again = openHistoryDatabase(file())
  expect(seeDay(again, '2026-11-23')).toEqual({ latest: '2026-11-30', isSetRight: false })
  again.close()
})

test('D10: after all is erased neither a record nor a wrap of the key is left', () => {
  const db = openFilled(3)
  const wrap = wrapByCode(key, '7F3A-91C2-7F3A-91C2-7F3A-91C2-7F3A-91C2')
  putWrap(db, wrap)
  const secret = 'SELECT record FROM sealed UNION ALL SELECT pdf FROM sealed UNION ALL SELECT list FROM listed'
  const bytes = [wrap.wrapped, ...db.prepare<[], Buffer>(secret).pluck().all()].map((each) => each.subarray(0, 40))
  const countLeft = () => bytes.filter((each) => readAll().includes(each)).length
  expect(countLeft()).toBe(1 + 3 + 3 + 1)
  eraseRecords(db)
  expect([countRecords(db), countLeft()]).toEqual([0, 0])
  db.close()
})
