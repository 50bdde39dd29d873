import { randomBytes } from 'node:crypto'
import type { Db } from '../open-database.ts'
import { deriveKey, isSecretOf } from './derive-key.ts'

/** A PIN as it is known again. It wraps no key: four digits are soon tried by whoever has the file. */
export type PinMark = { readonly salt: Buffer; readonly key: Buffer }

type PinRow = { readonly salt: unknown; readonly key: unknown }

export async function markPin(pin: string): Promise<PinMark> {
  const salt = randomBytes(16)
  return { salt, key: await deriveKey(pin, salt) }
}

/** Keeps the mark of a PIN, or none. */
export function putPin(db: Db, mark: PinMark | null): void {
  db.prepare('UPDATE lock SET pin_salt = ?, pin_key = ?').run(mark?.salt ?? null, mark?.key ?? null)
}

/** Whether this is the PIN; false where there is none. */
export async function isPin(db: Db, pin: string): Promise<boolean> {
  const { salt, key } = db.prepare<[], PinRow>('SELECT pin_salt AS salt, pin_key AS key FROM lock').get() ?? {}
  return Buffer.isBuffer(salt) && Buffer.isBuffer(key) && (await isSecretOf(pin, salt, key))
}
