import { writeSync } from 'node:fs'
import { openHistoryDatabase } from '../../src/store/history/history-database.ts'
import { purgeRecords } from '../../src/store/history/history-days.ts'
import { addRecord, recordDone, removeRecords } from '../../src/store/history/history-store.ts'
import { makeRecord } from '../store/history/make-record.ts'
import { makePdf } from './make-pdf.ts'

// Does what a clinic does that keeps a history, one thing after another, and tells of each that is done:
// node keep-records.ts history.db key-in-hex first-number
const [path = '', hex = '', first = '0'] = process.argv.slice(2)
const key = { id: 'key', key: Buffer.from(hex, 'hex') }
const acknowledge = (done: string) => void writeSync(1, `${done}\n`)
const db = openHistoryDatabase(path)
db.pragma('wal_autocheckpoint = 60') // often enough that checkpoints are hit too
acknowledge('open')
for (let number = Number(first); ; number += 1) {
  const record = makeRecord(number)
  const { id } = record.handout
  addRecord(db, key, record, makePdf(number), '2026-11-22')
  acknowledge(`kept ${number}`)
  if (number % 3 === 0) {
    recordDone(db, key, id, '2026-12-01')
    acknowledge(`done ${number}`)
  }
  if (number % 5 === 4) {
    removeRecords(db, key, [makeRecord(number - 1).handout.id])
    acknowledge(`removed ${number - 1}`)
  }
  if (number % 7 === 6) {
    purgeRecords(db, '2026-11-01') // the records are of later days
    acknowledge(`purged ${number}`)
  }
}
