import { createHash } from 'node:crypto'
import { promisify } from 'node:util'
import { deflateSync, inflate, inflateSync } from 'node:zlib'
import { readTopicHashes } from '../domain/library.ts'
import type { Db } from './open-database.ts'
import { attempt, readDamagedRows } from './read-damaged.ts'

/** A library as it was shipped: its text, and that text's hex SHA-256. */
export type ShippedText = { readonly hash: string; readonly text: string }

/** A library as it lies in the file. */
export type ContentRow = { readonly row: number; readonly sha256: unknown; readonly library: unknown }

const hash = (text: string | Buffer) => createHash('sha256').update(text).digest('hex')
const inflateBeside = promisify(inflate)
const listRows = (db: Db) => db.prepare<[], ContentRow>('SELECT * FROM contents ORDER BY row DESC').all()

/** The text of a library as it was kept; null when the disk, or someone, has changed it. */
function readRow({ sha256, library }: ContentRow): string | null {
  if (!Buffer.isBuffer(sha256) || !Buffer.isBuffer(library)) return null
  const text = attempt(() => inflateSync(library))
  return text !== undefined && hash(text) === sha256.toString('hex') ? text.toString('utf8') : null
}

const insertion = 'INSERT INTO contents (sha256, library) VALUES (?, ?) ON CONFLICT (sha256)'

/** The libraries that were seen to be whole since a file was opened: to read one takes longer than to write a sheet. */
const seenWhole = new WeakMap<Db, Set<string>>()

/**
 * Keeps the library that a sheet of the log was made from, unless it is there; one that the disk changed is replaced, if
 * nobody has looked since the file was opened.
 * @throws what SQLite and the disk throw
 */
export function keepContent(db: Db, { hash: hex, text }: ShippedText): void {
  const sha256 = Buffer.from(hex, 'hex')
  const seen = seenWhole.get(db) ?? new Set()
  seenWhole.set(db, seen)
  const row = db.prepare<[Buffer], number>('SELECT row FROM contents WHERE sha256 = ?').pluck().get(sha256)
  if (row !== undefined && seen.has(hex)) return
  const there = db.prepare<[Buffer], ContentRow>('SELECT * FROM contents WHERE sha256 = ?').get(sha256)
  if (there === undefined || readRow(there) === null)
    db.prepare(`${insertion} DO UPDATE SET library = excluded.library`).run(sha256, deflateSync(text))
  else seen.add(hex)
}

/** Where the libraries lie, the newest first, with the hex hash each was kept under. */
export function listContentRows(db: Db): { readonly row: number; readonly sha256: string }[] {
  return db
    .prepare<[], { row: number; sha256: string }>(
      'SELECT row, lower(hex(sha256)) AS sha256 FROM contents ORDER BY row DESC',
    )
    .all()
}

/** A library as it lies in the file; undefined once it is dropped. */
export function findContentRow(db: Db, row: number): ContentRow | undefined {
  return db.prepare<[number], ContentRow>('SELECT * FROM contents WHERE row = ?').get(row)
}

/** The text of a library; null when the disk, or someone, has changed it. It is inflated beside the main thread. */
export async function openContent({ sha256, library }: ContentRow): Promise<string | null> {
  if (!Buffer.isBuffer(sha256) || !Buffer.isBuffer(library)) return null
  const text = await inflateBeside(library).catch(() => undefined)
  return text !== undefined && hash(text) === sha256.toString('hex') ? text.toString('utf8') : null
}

/** All libraries as they were shipped, the oldest first. */
export function readAllContents(db: Db): { readonly sha256: string; readonly text: string }[] {
  return listRows(db)
    .toReversed()
    .flatMap((row) => readRow(row) ?? [])
    .map((text) => ({ sha256: hash(text), text }))
}

/** How many of the libraries are not as they were kept. */
export function countDamagedContents(db: Db): number {
  return listRows(db).filter((row) => readRow(row) === null).length
}

/** The hashes of the topics that the sheets of the log were made from. */
function listNeeded(db: Db): Set<string> {
  return new Set(db.prepare<[], string>('SELECT DISTINCT lower(hex(content_sha256)) FROM handouts').pluck().all())
}

/** The hashes of topics that sheets of the log were made from, and that no library here has. */
export function listMissingContents(db: Db): string[] {
  const there = new Set(readAllContents(db).flatMap(({ text }) => readTopicHashes(text)))
  return [...listNeeded(db)].filter((sha256) => !there.has(sha256)).toSorted()
}

/**
 * Drops the libraries that no sheet of the log was made from any more; to be called inside the transaction of a purge.
 * One that the disk changed stays while there are sheets: it may have been needed, and is told.
 */
export function dropUnneededContents(db: Db): void {
  const needed = listNeeded(db)
  const drop = db.prepare('DELETE FROM contents WHERE row = ?')
  for (const row of listRows(db)) {
    const text = readRow(row)
    const isNeeded = text === null ? needed.size > 0 : readTopicHashes(text).some((sha256) => needed.has(sha256))
    if (!isNeeded) drop.run(row.row)
  }
}

/**
 * Takes over the libraries that a damaged file, or a copy, still gives whole, and that are not there yet.
 * @returns how many were taken, and how many it gives no longer as they were kept
 */
export function takeContents(fresh: Db, source: Db): { readonly taken: number; readonly damaged: number } {
  const add = fresh.prepare(`${insertion} DO NOTHING`)
  let [taken, damaged] = [0, 0]
  for (const row of readDamagedRows<ContentRow>(source, 'contents'))
    if (readRow(row) === null) damaged += 1
    else taken += add.run(row.sha256, row.library).changes
  return { taken, damaged }
}
