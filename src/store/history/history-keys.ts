import { randomBytes, randomUUID } from 'node:crypto'
import { tell } from '../../domain/message.ts'
import type { Db } from '../open-database.ts'
import { toStorageError } from '../storage-error.ts'
import { deriveFromCode, deriveKey } from './derive-key.ts'
import { keyLength, openBytes, sealBytes } from './seal-bytes.ts'

/** The key all records are sealed with, while the history is unlocked: 32 random bytes, and which key it is. */
export type HistoryKey = { readonly id: string; readonly key: Buffer }

/** The key as it lies on disk: wrapped by the keystore of the computer, by a passphrase, or by the recovery code. */
export type KeyWrap = {
  readonly by: 'keystore' | 'passphrase' | 'recovery'
  readonly keyId: string
  readonly salt: Buffer
  readonly wrapped: Buffer
}

/** Makes the key of a new history. */
export function makeHistoryKey(): HistoryKey {
  return { id: randomUUID(), key: randomBytes(keyLength) }
}

const name = (by: KeyWrap['by'], keyId: string) => `key|${by}|1|${keyId}`

function wrapWith(key: HistoryKey, by: KeyWrap['by'], salt: Buffer, wrappingKey: Buffer): KeyWrap {
  return { by, keyId: key.id, salt, wrapped: sealBytes(wrappingKey, key.key, name(by, key.id)) }
}

function unwrapWith({ by, wrapped }: KeyWrap, wrappingKey: Buffer, ids: readonly string[]): HistoryKey | null {
  for (const id of ids) {
    const key = openBytes(wrappingKey, wrapped, name(by, id))
    if (key !== null) return { id, key }
  }
  return null
}

export async function wrapByPassphrase(key: HistoryKey, passphrase: string): Promise<KeyWrap> {
  const salt = randomBytes(16)
  return wrapWith(key, 'passphrase', salt, await deriveKey(passphrase, salt))
}

/** The key; null when the passphrase is not the one. @param ids that the key may have: one of them may be damaged */
export async function unwrapByPassphrase(
  wrap: KeyWrap,
  passphrase: string,
  ids: readonly string[] = [wrap.keyId],
): Promise<HistoryKey | null> {
  return unwrapWith(wrap, await deriveKey(passphrase, wrap.salt), ids)
}

export function wrapByCode(key: HistoryKey, code: string): KeyWrap {
  const salt = randomBytes(16)
  return wrapWith(key, 'recovery', salt, deriveFromCode(code, salt))
}

/** The key; null when the recovery code is not the one. @param ids as of `unwrapByPassphrase` */
export function unwrapByCode(wrap: KeyWrap, code: string, ids: readonly string[] = [wrap.keyId]): HistoryKey | null {
  return unwrapWith(wrap, deriveFromCode(code, wrap.salt), ids)
}

/** The ways in which the key of a history is wrapped. */
export function readWraps(db: Db): KeyWrap[] {
  return db.prepare<[], KeyWrap>('SELECT by, key_id AS keyId, salt, wrapped FROM key_wraps').all()
}

/** Keeps a wrap in place of the one of the same kind. */
export function putWrap(db: Db, wrap: KeyWrap): void {
  db.prepare('INSERT OR REPLACE INTO key_wraps (by, key_id, salt, wrapped) VALUES (@by, @keyId, @salt, @wrapped)').run(
    wrap,
  )
}

/** Notes in the file of the code itself whether somebody said that it is on paper: what else is written may be of another time. */
export function noteCodeKept(db: Db, isKept: boolean): void {
  db.prepare('UPDATE lock SET code_kept = ?').run(Number(isKept))
}

/** Whether somebody said that the newest recovery code is on paper. */
export function isCodeKept(db: Db): boolean {
  return db.prepare<[], number>('SELECT code_kept FROM lock').pluck().get() !== 0
}

/** The recovery code of the history, which nobody has on paper yet. Within a transaction. */
export function putCode(db: Db, key: HistoryKey, code: string): void {
  putWrap(db, wrapByCode(key, code))
  noteCodeKept(db, false)
}

/**
 * From now on this recovery code opens the history, and the one before opens nothing.
 * @throws AppError storage-failed, with the one before as it was
 */
export function replaceCode(db: Db, key: HistoryKey, code: string): void {
  try {
    db.transaction(() => putCode(db, key, code)).immediate()
  } catch (error) {
    throw toStorageError(error, tell('what-code-write'))
  }
}

/** Whether this recovery code opens the history. */
export function isCodeOf(db: Db, code: string): boolean {
  const wrap = readWraps(db).find(({ by }) => by === 'recovery')
  const found = wrap && unwrapByCode(wrap, code)
  found?.key.fill(0)
  return Boolean(found)
}

/** Takes a way in away; secure_delete leaves nothing of it once the write-ahead log is emptied. */
export function dropWrap(db: Db, by: KeyWrap['by']): void {
  db.prepare('DELETE FROM key_wraps WHERE by = ?').run(by)
}
