import { readFileSync, writeFileSync } from 'node:fs'
import Database from 'better-sqlite3'
import { afterEach, expect, test, vi } from 'vitest'
import { mendIndexes, refuseUnfitIndexes } from '../../src/store/check-indexes.ts'
import { openClinicDatabase } from '../../src/store/clinic-database.ts'
import { addHandout } from '../../src/store/handout-store.ts'
import { openDamaged } from '../../src/store/read-damaged.ts'
import { makeHandout } from './make-handout.ts'
import { useTempFolder } from './temp-folder.ts'

const folder = useTempFolder()
const file = () => `${folder()}/clinic.db`
afterEach(() => vi.restoreAllMocks())

function makeLog(): void {
  const db = openClinicDatabase(file())
  for (let number = 1; number <= 100; number += 1) addHandout(db, makeHandout(number))
  db.close()
}

/** Changes a letter of a sheet's id in the index of the ids alone. */
function spoil(): void {
  const { id, givenAt } = makeHandout(70)
  const bytes = readFileSync(file())
  const inTable = bytes.indexOf(id + givenAt)
  let at = bytes.indexOf(id)
  while (at === inTable) at = bytes.indexOf(id, at + 1)
  bytes[at + 2] = (bytes[at + 2] ?? 0) ^ 1
  writeFileSync(file(), bytes)
}

/** Adds a page that belongs to nothing, as a fault that no index has. */
function loosenPage(): void {
  const bytes = readFileSync(file())
  bytes.writeUInt32BE(bytes.readUInt32BE(28) + 1, 28)
  writeFileSync(file(), Buffer.concat([bytes, Buffer.alloc(4096)]))
}

const listFaults = (db: Database.Database) => db.prepare<[], string>('PRAGMA integrity_check').pluck().all()

test('an index that does not fit its table is refused, made anew, and fits', () => {
  makeLog()
  expect(() => refuseUnfitIndexes(file())).not.toThrow()
  spoil()
  expect(() => refuseUnfitIndexes(file())).toThrow(/clinic\.db is damaged/u)
  const db = openClinicDatabase(file())
  expect([mendIndexes(db), listFaults(db)]).toEqual([true, ['ok']])
  db.close()
})

test('where something else is wrong as well the indexes are not made anew, for the rows are to be saved first', () => {
  makeLog()
  spoil()
  loosenPage()
  const db = openDamaged(file())
  const before = listFaults(db)
  expect(before.some((line) => !/index/u.test(line))).toBe(true)
  db.close()
  const used = new Database(file())
  expect([mendIndexes(used), listFaults(used)]).toEqual([false, before])
  used.close()
})

test('indexes that do not fit after they were made anew are not called mended', () => {
  makeLog()
  spoil()
  const db = openClinicDatabase(file())
  vi.spyOn(Database.prototype, 'exec').mockReturnThis() // a disk on which writing changes nothing
  expect(mendIndexes(db)).toBe(false)
  vi.restoreAllMocks()
  db.close()
})
