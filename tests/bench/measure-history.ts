import { randomBytes } from 'node:crypto'
import { statSync } from 'node:fs'
import path from 'node:path'
import { listFollowUps } from '../../src/domain/follow-up.ts'
import { openHistoryDatabase } from '../../src/store/history/history-database.ts'
import { makeHistoryKey } from '../../src/store/history/history-keys.ts'
import { purgeRecords } from '../../src/store/history/history-days.ts'
import { addRecord, listRecords, readRecord } from '../../src/store/history/history-store.ts'
import { makeRecord } from '../store/history/make-record.ts'

type Measure = { readonly name: string; readonly runs: readonly number[] }

/** Sheets of a month in a clinic that gives fifty a day. */
const records = 1500
/** Bytes of a sheet of two pages. */
const pdfSize = 60_000
const rounds = 20

function time(work: () => unknown): number {
  const start = performance.now()
  work()
  return performance.now() - start
}

const times = (work: (round: number) => unknown) =>
  Array.from({ length: rounds }, (_, round) => time(() => work(round)))

/** How long the sealed history takes, in milliseconds, and how large it is. */
export function measureHistory(folder: string): { readonly measures: readonly Measure[]; readonly bytes: number } {
  const file = path.join(folder, 'history.db')
  const db = openHistoryDatabase(file)
  const key = makeHistoryKey()
  const pdf = randomBytes(pdfSize)
  const add = (number: number) => addRecord(db, key, makeRecord(number), pdf, number < 50 ? '2026-10-01' : '2026-11-01')
  for (let number = 0; number < records; number += 1) add(number)
  db.pragma('wal_checkpoint(TRUNCATE)')
  const bytes = statSync(file).size / records
  const all = () => listRecords(db, key, { words: '' }, null, records + rounds).records
  const measures = [
    { name: 'a sheet kept, sealed, with its PDF', runs: times((round) => add(records + round)) },
    { name: 'a page of the history', runs: times(() => listRecords(db, key, { words: '' }, null, 50)) },
    {
      name: 'a name that nobody has, looked for in all',
      runs: times(() => listRecords(db, key, { words: 'x y' }, null, 50)),
    },
    { name: 'the follow-up list of all', runs: times(() => listFollowUps(all(), '2026-11-22')) },
    { name: 'a sheet opened', runs: times((round) => readRecord(db, key, makeRecord(round).handout.id)) },
    { name: 'a day of 50 sheets purged', runs: [time(() => purgeRecords(db, '2026-10-15'))] },
  ]
  db.close()
  return { measures, bytes }
}
