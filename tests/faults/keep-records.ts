import { emptyJournal } from '../../src/store/empty-journal.ts'
import { openHistoryDatabase } from '../../src/store/history/history-database.ts'
import { purgeRecords } from '../../src/store/history/history-days.ts'
import { makeHistoryKey, putWrap, readWraps, unwrapByCode, wrapByCode } from '../../src/store/history/history-keys.ts'
import { addRecord, recordDone, removeRecords, write, writeList } from '../../src/store/history/history-store.ts'
import { makeRecord } from '../store/history/make-record.ts'
import { makeAcknowledge } from './acknowledge.ts'
import { dayOf, firstDay, listSteps, makeKeptPdf } from './history-steps.ts'

// Does what a clinic does that keeps a history, begins one where there is none, and tells of each thing that is done:
// node keep-records.ts history.db recovery-code first-number how-many-steps standard-output|file [synchronous]
const [path = '', code = '', first = '0', count = 'Infinity', acks = '-', synchronous] = process.argv.slice(2)
const acknowledge = makeAcknowledge(acks)
const db = openHistoryDatabase(path)
if (synchronous !== undefined) db.pragma(`synchronous = ${synchronous}`)
db.pragma('wal_autocheckpoint = 60') // often enough that checkpoints are hit too
const [wrap] = readWraps(db)
const key = wrap === undefined ? makeHistoryKey() : unwrapByCode(wrap, code)
if (key === null) throw new Error('The code does not open the history.')
if (wrap === undefined)
  write(db, () => {
    putWrap(db, wrapByCode(key, code))
    writeList(db, key, {})
  })
acknowledge('begun')
let left = Number(count)
for (const { what, number } of listSteps(Number(first))) {
  if (left === 0) break
  left -= 1
  const record = makeRecord(number)
  const { id } = record.handout
  if (what === 'kept') addRecord(db, key, record, makeKeptPdf(number), dayOf(number))
  else if (what === 'done') recordDone(db, key, id, '2026-12-01')
  else if (what === 'removed') removeRecords(db, key, [id])
  else purgeRecords(db, firstDay)
  acknowledge(`${what} ${number}`)
  if (what === 'removed' || what === 'purged') emptyJournal(db) // as the app does, for their bytes
}
db.close()
