import { createHmac, createSecretKey, randomBytes, timingSafeEqual, type KeyObject } from 'node:crypto'
import type Database from 'better-sqlite3'

/** A value of a row. */
export type Cell = string | number | null | Uint8Array

/** Makes the key of this installation, once: 256 random bits that never leave clinic.db and its copies. */
export function makeInstallKey(db: Database.Database): void {
  db.prepare('INSERT OR IGNORE INTO install (only_row, key) VALUES (1, ?)').run(randomBytes(32))
}

/** The key of this installation. @throws what SQLite throws, and an Error when there is none */
export function readInstallKey(db: Database.Database): Buffer {
  const key = db.prepare('SELECT key FROM install').pluck().get()
  if (!Buffer.isBuffer(key) || key.length !== 32) throw new Error('clinic.db has no key')
  return key
}

/** Keys made ready once: to do so for each row takes three times as long as the seal itself. */
const readyKeys = new WeakMap<Uint8Array, KeyObject>()

function makeReady(key: Uint8Array): KeyObject {
  const ready = readyKeys.get(key) ?? createSecretKey(key)
  readyKeys.set(key, ready)
  return ready
}

/** HMAC-SHA-256 of bytes or text. */
export function seal(key: Uint8Array, content: Uint8Array | string): Buffer {
  return createHmac('sha256', makeReady(key)).update(content).digest()
}

/** Whether a seal fits. What is no seal at all does not. */
export function isSeal(found: unknown, made: Uint8Array): boolean {
  return Buffer.isBuffer(found) && found.length === made.length && timingSafeEqual(found, made)
}

/** Bytes as hex, without a copy where it can be done. */
function toHex(bytes: Uint8Array): string {
  return (Buffer.isBuffer(bytes) ? bytes : Buffer.from(bytes)).toString('hex')
}

/** The seal of a row: of the name of its table and of each of its values, so that none can move to another place. */
export function sealRow(key: Uint8Array, table: string, cells: readonly Cell[]): Buffer {
  const values = cells.map((cell) => (cell instanceof Uint8Array ? toHex(cell) : cell))
  return seal(key, JSON.stringify([table, ...values]))
}

/** Seals the settings that were there before there were seals. */
export function sealSettings(db: Database.Database): void {
  const key = readInstallKey(db)
  const put = db.prepare('UPDATE settings SET seal = ? WHERE key = ?')
  const rows = db.prepare<[], { key: string; value: string }>('SELECT key, value FROM settings').all()
  for (const row of rows) put.run(sealRow(key, 'settings', [row.key, row.value]), row.key)
}

/** What seals the end of the audit: how many entries there are, and the last one's HMAC; empty before the first. */
export function makeHeadSeal(key: Uint8Array, entries: number, last: Uint8Array): Buffer {
  return sealRow(key, 'audit_head', [entries, last])
}

/** Seals the end of the audit. */
export function sealHead(db: Database.Database, entries: number, last: Uint8Array): void {
  db.prepare(
    `INSERT INTO audit_head (only_row, entries, seal) VALUES (1, ?, ?)
     ON CONFLICT (only_row) DO UPDATE SET entries = excluded.entries, seal = excluded.seal`,
  ).run(entries, makeHeadSeal(readInstallKey(db), entries, last))
}
