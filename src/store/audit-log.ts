import { AuditEntry, type AuditEvent } from '../domain/audit-event.ts'
import { tell } from '../domain/message.ts'
import type { Db } from './open-database.ts'
import { isSeal, makeHeadSeal, readInstallKey, sealHead, sealRow } from './seal.ts'
import { toStorageError } from './storage-error.ts'

type AuditRow = { readonly number: number; readonly at: string; readonly event: string; readonly mac: unknown }

/** The HMAC of an entry: of itself and, by its HMAC, of all before it. */
function sealEntry(key: Uint8Array, { number, at, event }: Omit<AuditRow, 'mac'>, before: Uint8Array): Buffer {
  return sealRow(key, 'audit', [number, at, event, before])
}

/** Adds an event; to be called inside the transaction that does what it tells of, so that neither is without the other. */
export function appendAudit(db: Db, event: AuditEvent, at: Date): void {
  const last = db.prepare<[], AuditRow>('SELECT * FROM audit ORDER BY number DESC LIMIT 1').get()
  const before = Buffer.isBuffer(last?.mac) ? last.mac : Buffer.alloc(0)
  const entry = { number: (last?.number ?? 0) + 1, at: at.toISOString(), event: JSON.stringify(event) }
  const mac = sealEntry(readInstallKey(db), entry, before)
  db.prepare('INSERT INTO audit (number, at, event, mac) VALUES (?, ?, ?, ?)').run(
    entry.number,
    entry.at,
    entry.event,
    mac,
  )
  sealHead(db, entry.number, mac)
}

/** Adds an event that stands alone. @throws AppError storage-failed */
export function recordEvent(db: Db, event: AuditEvent, at: Date): void {
  try {
    db.transaction(() => appendAudit(db, event, at)).immediate()
  } catch (error) {
    throw toStorageError(error, tell('what-audit'))
  }
}

/** The audit, and whether it is as it was written. */
export type AuditReading = {
  /** up to the first that does not fit */
  readonly entries: readonly AuditEntry[]
  /** the number of the first entry that does not fit, or that is missing; null when all is well */
  readonly brokenAt: number | null
}

function readEntry({ number, at, event }: AuditRow): AuditEntry | null {
  try {
    return AuditEntry.parse({ number, at, event: JSON.parse(event) as unknown })
  } catch {
    return null
  }
}

/**
 * Reads the audit and checks each entry, their order, and the end. What it cannot see is the whole file put back to an
 * earlier state, and changes by someone who read the key out of the file and made new seals with it.
 * @param key where it is not that of the file
 */
export function readAudit(db: Db, key: Uint8Array = readInstallKey(db)): AuditReading {
  const entries: AuditEntry[] = []
  let before: Buffer = Buffer.alloc(0)
  for (const row of db.prepare<[], AuditRow>('SELECT * FROM audit ORDER BY number').iterate()) {
    const entry = readEntry(row)
    const mac = sealEntry(key, row, before)
    if (row.number !== entries.length + 1 || entry === null || !isSeal(row.mac, mac))
      return { entries, brokenAt: entries.length + 1 }
    entries.push(entry)
    before = mac
  }
  const head = db.prepare<[], { entries: unknown; seal: unknown }>('SELECT entries, seal FROM audit_head').get()
  const fits = head?.entries === entries.length && isSeal(head.seal, makeHeadSeal(key, entries.length, before))
  return { entries, brokenAt: fits ? null : entries.length + 1 }
}

/** The HMAC of the entry by which a setting was last changed; null when it never was. Of a file that was opened whole: nothing is held against its seal. */
export function findLastChange(db: Db, field: string): string | null {
  const naming = db.prepare<[string], AuditRow>('SELECT * FROM audit WHERE instr(event, ?) > 0 ORDER BY number DESC')
  const last = naming.all(field).find((row) => isChangeOf(readEntry(row), field))
  return Buffer.isBuffer(last?.mac) ? last.mac.toString('hex') : null
}

/** Whether the audit has the entry with an HMAC. */
export function hasEntry(db: Db, mac: string): boolean {
  return db.prepare('SELECT 1 FROM audit WHERE mac = ?').get(Buffer.from(mac, 'hex')) !== undefined
}

/** The HMAC of the entry by which a copy was last restored; null where the file is no such copy. */
export function findLastRestore(db: Db): string | null {
  const naming = `SELECT mac FROM audit WHERE instr(event, '"restored"') > 0 ORDER BY number DESC LIMIT 1`
  const mac = db.prepare(naming).pluck().get()
  return Buffer.isBuffer(mac) ? mac.toString('hex') : null
}

/** The last event of some kinds; null for none. Of a file that was opened whole: nothing is held against its seal. */
export function findLastEvent(db: Db, kinds: readonly AuditEvent['kind'][]): AuditEvent | null {
  const names = kinds.map(() => 'instr(event, ?) > 0').join(' OR ')
  const naming = db.prepare<string[], AuditRow>(`SELECT * FROM audit WHERE ${names} ORDER BY number DESC`)
  for (const row of naming.iterate(...kinds.map((kind) => JSON.stringify(kind)))) {
    const event = readEntry(row)?.event
    if (event !== undefined && kinds.includes(event.kind)) return event
  }
  return null
}

/** By what a setting became what it is: its last change, or a file with its own that came after; null for nothing. Of a file that was opened whole. */
export function findLastTouch(db: Db, field: string): 'settings-changed' | 'restored' | 'salvaged' | null {
  const touches = ['settings-changed', 'restored', 'salvaged'] as const
  const naming = db.prepare<[], AuditRow>('SELECT * FROM audit ORDER BY number DESC')
  for (const row of naming.iterate()) {
    const entry = readEntry(row)
    const touch = touches.find((kind) => kind === entry?.event.kind)
    if (touch !== undefined && (touch !== 'settings-changed' || isChangeOf(entry, field))) return touch
  }
  return null
}

/** Whether an entry says that a setting was changed. */
export function isChangeOf(entry: AuditEntry | null, field: string): boolean {
  return entry?.event.kind === 'settings-changed' && entry.event.fields.includes(field)
}

/** Copies the first entries of an audit, checked before, into a file that has none and the same key. */
export function copyAudit(from: Db, to: Db, entries: number): void {
  const rows = from.prepare<[number], AuditRow>('SELECT * FROM audit WHERE number <= ? ORDER BY number').all(entries)
  const add = to.prepare('INSERT INTO audit (number, at, event, mac) VALUES (@number, @at, @event, @mac)')
  for (const row of rows) add.run(row)
  const mac = rows.at(-1)?.mac
  sealHead(to, rows.length, Buffer.isBuffer(mac) ? mac : Buffer.alloc(0))
}
