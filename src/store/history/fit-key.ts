import type { Db } from '../open-database.ts'
import { attempt } from '../read-damaged.ts'
import type { HistoryKey } from './history-keys.ts'
import { countRecords, openUnlisted, placeOf, type SealedRow } from './history-store.ts'
import { keyLength, openBytes } from './seal-bytes.ts'

function opensRecord(db: Db, key: HistoryKey): boolean {
  const rows = db.prepare<[], SealedRow>('SELECT row, id, record FROM sealed').iterate()
  for (const row of rows) if (openUnlisted(key, row) !== null) return true
  return false
}

/**
 * Under which of its ids a key opens what is sealed: a keystore vouches neither for the id that lies beside its wrap nor for
 * the key. A history in which nothing is sealed yet takes the first.
 * @returns null where it opens nothing, so that the key, its id, or all that is sealed was changed
 */
export function fitKey(db: Db, key: Buffer, ids: readonly string[]): HistoryKey | null {
  if (key.length !== keyLength) return null
  const keys = [...new Set(ids)].map((id): HistoryKey => ({ id, key }))
  const list = attempt(() => db.prepare('SELECT list FROM listed').pluck().get())
  if (list === undefined && countRecords(db) === 0) return keys[0] ?? null
  return (
    keys.find((each) => openBytes(key, list, placeOf('list', '', each)) !== null) ??
    keys.find((each) => attempt(() => opensRecord(db, each))) ??
    null
  )
}
