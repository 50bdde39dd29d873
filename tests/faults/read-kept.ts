import { openHistoryDatabase } from '../../src/store/history/history-database.ts'
import { readWraps, unwrapByCode } from '../../src/store/history/history-keys.ts'
import { listRecords, readPapers } from '../../src/store/history/history-store.ts'
import { makeRecord } from '../store/history/make-record.ts'
import { makeKeptPdf, standAfter, type Standing } from './history-steps.ts'
import type { Verdict } from './read-acknowledged.ts'

/** Opens a history.db as the app does, and compares it with what `keep-records.ts` said was done; one thing more may be. */
export function readKept(path: string, code: string, first: number, lines: readonly string[]): Required<Verdict> {
  const db = openHistoryDatabase(path)
  try {
    const [wrap] = readWraps(db)
    const key = wrap && unwrapByCode(wrap, code)
    if (!key) return { lost: lines.length, back: 0, isWhole: wrap === undefined }
    const steps = Math.max(0, lines.length - 1) // the first line tells of the beginning
    const known = [standAfter(first, steps), standAfter(first, steps + (lines.length > 0 ? 1 : 0))]
    const { records, damaged } = listRecords(db, key, { words: '' }, null, 1_000_000)
    const found = new Map(records.map((record) => [record.handout.id, record]))
    let [lost, back, wrong] = [0, 0, damaged]
    const numbers = Array.from({ length: steps + 1 }, (_, index) => first + index)
    for (const number of numbers) {
      const { id } = makeRecord(number).handout
      const record = found.get(id)
      found.delete(id)
      const standing: Standing | undefined = record && (record.doneOn === null ? 'kept' : 'done')
      if (record && !readPapers(db, key, id).pdf?.equals(makeKeptPdf(number))) wrong += 1
      const legal = known.map((each) => each.get(number))
      if (legal.includes(standing)) continue
      if (standing === undefined || legal.includes('done')) lost += 1
      else back += 1
    }
    const isSound = db.pragma('integrity_check', { simple: true }) === 'ok'
    return { lost, back: back + found.size, isWhole: isSound && wrong === 0 }
  } finally {
    db.close()
  }
}
