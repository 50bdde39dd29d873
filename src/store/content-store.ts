import { createHash } from 'node:crypto'
import { deflateSync, inflateSync } from 'node:zlib'
import { readTopicHashes } from '../domain/library.ts'
import type { Db } from './open-database.ts'
import { attempt, readDamagedRows } from './read-damaged.ts'

/** A library as it was shipped: its text, read only when it is needed, and that text's hex SHA-256. */
export type ShippedText = { readonly hash: string; readonly readText: () => string }

/** A library as it lies in the file. */
type ContentRow = { readonly row: number; readonly sha256: unknown; readonly library: unknown }

const hashText = (text: string) => createHash('sha256').update(text).digest('hex')
const listRows = (db: Db) => db.prepare<[], ContentRow>('SELECT * FROM contents ORDER BY row DESC').all()

/** The text of a library as it was kept; null when the disk, or someone, has changed it. */
function readRow({ sha256, library }: ContentRow): string | null {
  if (!Buffer.isBuffer(sha256) || !Buffer.isBuffer(library)) return null
  const text = attempt(() => inflateSync(library).toString('utf8'))
  return text !== undefined && hashText(text) === sha256.toString('hex') ? text : null
}

const insertion = 'INSERT OR IGNORE INTO contents (sha256, library) VALUES (?, ?)'

/** Keeps the library that a sheet of the log was made from, unless it is there. @throws what SQLite and the disk throw */
export function keepContent(db: Db, { hash, readText }: ShippedText): void {
  const sha256 = Buffer.from(hash, 'hex')
  if (db.prepare('SELECT 1 FROM contents WHERE sha256 = ?').get(sha256) !== undefined) return
  const text = readText()
  if (hashText(text) !== hash) return // an update has replaced the file while the app runs
  db.prepare(insertion).run(sha256, deflateSync(text))
}

/** The texts of the libraries that have this version of a topic, the newest first; those that the disk changed are left out. */
export function listContents(db: Db, topicSha256: string): string[] {
  return listRows(db).flatMap((row) => {
    const text = readRow(row)
    return text !== null && readTopicHashes(text).includes(topicSha256) ? [text] : []
  })
}

/** All libraries as they were shipped, the oldest first. */
export function readAllContents(db: Db): { readonly sha256: string; readonly text: string }[] {
  return listRows(db)
    .toReversed()
    .flatMap((row) => readRow(row) ?? [])
    .map((text) => ({ sha256: hashText(text), text }))
}

/** How many of the libraries are not as they were kept. */
export function countDamagedContents(db: Db): number {
  return listRows(db).filter((row) => readRow(row) === null).length
}

/** Drops the libraries that no sheet of the log was made from any more; to be called inside the transaction of a purge. */
export function dropUnneededContents(db: Db): void {
  const needed = new Set(
    db.prepare<[], string>('SELECT DISTINCT lower(hex(content_sha256)) FROM handouts').pluck().all(),
  )
  const drop = db.prepare('DELETE FROM contents WHERE row = ?')
  for (const row of listRows(db)) {
    const text = readRow(row)
    if (text === null || !readTopicHashes(text).some((sha256) => needed.has(sha256))) drop.run(row.row)
  }
}

/** Takes over the libraries that a damaged file, or a copy, still gives whole. */
export function takeContents(fresh: Db, source: Db): void {
  const add = fresh.prepare(insertion)
  for (const row of readDamagedRows<ContentRow>(source, 'contents'))
    if (readRow(row) !== null) add.run(row.sha256, row.library)
}
