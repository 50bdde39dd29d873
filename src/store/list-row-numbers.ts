import { closeSync, existsSync, fstatSync, openSync, readSync } from 'node:fs'
import type Database from 'better-sqlite3'

/** How a page begins that holds rows of a table, and how long that beginning is. */
const [leafMark, leafHead] = [13, 8]
/** What stands before the pages of a write-ahead log, and before each of them. */
const [walHead, frameHead] = [32, 24]

/** A number as SQLite writes it in 1 to 9 bytes, and where the next begins; null where the page ends before. */
function readVarint(page: Buffer, at: number): { readonly value: bigint; readonly next: number } | null {
  let value = 0n
  for (let offset = at; offset < page.length; offset += 1) {
    const byte = page.readUInt8(offset)
    if (offset === at + 8) return { value: (value << 8n) | BigInt(byte), next: offset + 1 }
    value = (value << 7n) | BigInt(byte & 127)
    if (byte < 128) return { value, next: offset + 1 }
  }
  return null
}

/** The numbers of the rows that lie on a page: each comes after the length of its row. */
function* readPage(page: Buffer): Generator<number> {
  if (page.readUInt8(0) !== leafMark) return
  const count = Math.min(page.readUInt16BE(3), Math.floor((page.length - leafHead) / 2))
  for (let cell = 0; cell < count; cell += 1) {
    const length = readVarint(page, page.readUInt16BE(leafHead + cell * 2))
    const number = length && readVarint(page, length.next)
    if (number && number.value <= Number.MAX_SAFE_INTEGER) yield Number(number.value)
  }
}

/** The pages of a file; one that the disk does not give is left out, and of one that was cut the rest is zeros, as SQLite takes it. */
function* readPages(path: string, pageSize: number, start: number, gap: number): Generator<Buffer> {
  const file = openSync(path, 'r')
  try {
    const page = Buffer.alloc(pageSize)
    const { size } = fstatSync(file)
    for (let at = start + gap; at < size; at += gap + pageSize) {
      try {
        page.fill(0, readSync(file, page, 0, pageSize, at))
      } catch {
        continue
      }
      yield page
    }
  } finally {
    closeSync(file)
  }
}

/**
 * The numbers of all rows that lie anywhere in a file of SQLite or in its write-ahead log, of whichever table, as the pages
 * themselves tell: so a damaged file can be asked for each of its rows, and for no others, however many are missing between.
 * Some may be of rows that are no longer there.
 * Source: sqlite.org/fileformat2.html, sections 1.6 (b-tree pages, varints) and 4.1 (write-ahead log).
 * @returns in rising order, each once
 * @throws what the disk throws when the file cannot be opened
 */
export function listRowNumbers(db: Database.Database): number[] {
  const pageSize = Number(db.pragma('page_size', { simple: true }))
  const found = new Set<number>()
  const take = (path: string, start: number, gap: number) => {
    for (const page of readPages(path, pageSize, start, gap)) for (const number of readPage(page)) found.add(number)
  }
  take(db.name, 0, 0)
  if (existsSync(`${db.name}-wal`)) take(`${db.name}-wal`, walHead, frameHead)
  return [...found].toSorted((a, b) => a - b)
}
