import { readFileSync, truncateSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { openClinicDatabase } from '../../src/store/clinic-database.ts'
import { addHandout } from '../../src/store/handout-store.ts'
import { listRowNumbers } from '../../src/store/list-row-numbers.ts'
import { openDamaged, readDamagedHandouts } from '../../src/store/read-damaged.ts'
import { makeHandout } from './make-handout.ts'
import { useTempFolder } from './temp-folder.ts'

const folder = useTempFolder()
const file = () => join(folder(), 'clinic.db')

/** A log of 150 sheets, of which those from the 76th on are moved that far up. */
function makeLog(moved: number): void {
  const db = openClinicDatabase(file())
  for (let number = 1; number <= 150; number += 1) addHandout(db, makeHandout(number))
  db.prepare('UPDATE handouts SET row = row + ? WHERE row > 75').run(moved)
  db.close()
}

const numbersFrom = (first: number, count: number) => Array.from({ length: count }, (_, index) => first + index)

function readRows(): number[] {
  const db = openDamaged(file())
  const rows = [...readDamagedHandouts(db)].map(({ row }) => Number(row))
  db.close()
  return rows
}

/** Zeroes the pages that hold the table's row of a sheet, and its entry in an index. */
function wipe(number: number): void {
  const bytes = readFileSync(file())
  const { id } = makeHandout(number)
  for (let at = bytes.indexOf(id); at >= 0; at = bytes.indexOf(id, at)) {
    const start = Math.floor(at / 4096) * 4096
    bytes.fill(0, start, start + 4096)
  }
  writeFileSync(file(), bytes)
}

/** Where a sheet lies in the table, not in an index. */
function findInTable(number: number): number {
  const { id, givenAt } = makeHandout(number)
  return readFileSync(file()).indexOf(id + givenAt)
}

test('R6: a row is found past a damaged page, however many numbers are missing between', () => {
  makeLog(5_000_000_000)
  wipe(75)
  const rows = readRows()
  expect(rows.filter((row) => row <= 75).length).toBeGreaterThan(60)
  expect(rows.slice(-50)).toEqual(numbersFrom(5_000_000_101, 50))
})

test('R6: of a log that was cut off, all that is before the cut is read', () => {
  makeLog(0)
  const at = findInTable(120)
  truncateSync(file(), at - (at % 4096))
  const rows = readRows()
  expect(rows.length).toBeGreaterThan(100)
  expect(rows).toEqual(numbersFrom(1, rows.length))
})

test('the pages tell the numbers of all rows, those that stand only in the write-ahead log too', () => {
  makeLog(5_000_000_000)
  const db = openClinicDatabase(file())
  addHandout(db, makeHandout(200))
  const rows = [...numbersFrom(1, 75), ...numbersFrom(5_000_000_076, 76)]
  const found = new Set(listRowNumbers(db))
  expect(rows.filter((row) => !found.has(row))).toEqual([])
  db.close()
})

test('a page that was cut tells the numbers of the rows that it still has', () => {
  makeLog(0)
  truncateSync(file(), findInTable(120) + 36)
  const db = openDamaged(file())
  expect(listRowNumbers(db)).toContain(120)
  db.close()
})

test('what a page lacks that was cut is taken for nothing, never for what stood on the page before', () => {
  makeLog(0)
  const [whole, cut] = [Buffer.alloc(4096), Buffer.alloc(100)]
  const row = [5, 0x81, 0x05, 0x87, 0x68] // 5 bytes long, with the number 133; read from its second byte on it has the number 1000
  whole.set(row, 4000)
  for (const [page, at] of [
    [whole, 4000],
    [cut, 4001],
  ] as const) {
    page.writeUInt8(13, 0) // a page of rows
    page.writeUInt16BE(1, 3) // one of them
    page.writeUInt16BE(at, 8)
  }
  writeFileSync(file(), Buffer.concat([readFileSync(file()), whole, cut]))
  const db = openDamaged(file())
  expect(listRowNumbers(db)).toContain(133)
  expect(listRowNumbers(db)).not.toContain(1000)
  db.close()
})
