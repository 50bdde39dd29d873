import { AppError } from '../domain/app-error.ts'
import { tell } from '../domain/message.ts'
import type { HistoryLock } from '../ipc/history.ts'
import { fitKey } from '../store/history/fit-key.ts'
import {
  dropWrap,
  putWrap,
  readWraps,
  unwrapByCode,
  unwrapByPassphrase,
  wrapByPassphrase,
  type HistoryKey,
  type KeyWrap,
} from '../store/history/history-keys.ts'
import { isPin, markPin, putPin, type PinMark } from '../store/history/pin.ts'
import { forgetTries } from '../store/history/tries.ts'
import type { Db } from '../store/open-database.ts'
import type { Keystore } from './keystore.ts'

/** What a lock leaves on disk. */
export type LockMarks = { readonly wrap: KeyWrap; readonly pin: PinMark | null }

/** history.db, asked for anew after each wait: it may have been put back meanwhile. @throws AppError not-available once it is erased */
type NeedDb = () => Db

/** Makes what locks a history. @throws AppError not-available where the keystore refuses */
export async function makeMarks(keystore: Keystore, key: HistoryKey, lock: HistoryLock): Promise<LockMarks> {
  if (lock.by === 'passphrase') return { wrap: await wrapByPassphrase(key, lock.passphrase), pin: null }
  const wrapped = keystore.wrap(key.key)
  const wrap: KeyWrap = { by: 'keystore', keyId: key.id, salt: Buffer.alloc(0), wrapped }
  return { wrap, pin: await markPin(lock.pin) }
}

/** Locks with this from now on, and with nothing of before but the recovery code. */
export function putMarks(to: Db, { wrap, pin }: LockMarks): void {
  dropWrap(to, wrap.by === 'keystore' ? 'passphrase' : 'keystore')
  putWrap(to, wrap)
  putPin(to, pin)
  forgetTries(to)
}

/** What unlocks it each day. */
export const findMainWrap = (from: Db) => readWraps(from).find(({ by }) => by !== 'recovery')

/** The ids the key may have: that of one wrap may be damaged. */
const listIds = (from: Db, first: string) => [first, ...readWraps(from).map(({ keyId }) => keyId)]

/** The key by a passphrase or a code, which vouch for it, though all that is sealed be damaged. */
async function findKeyBy(
  need: NeedDb,
  wrap: KeyWrap,
  unwrapBy: typeof unwrapByCode | typeof unwrapByPassphrase,
  secret: string,
): Promise<HistoryKey | null> {
  const ids = listIds(need(), wrap.keyId)
  const key = await unwrapBy(wrap, secret, ids)
  const to = need()
  return key && (fitKey(to, key.key, [key.id, ...ids]) ?? key)
}

/** The key by the recovery code; null when it is not the one. @throws AppError not-available */
export async function findKeyByCode(need: NeedDb, code: string): Promise<HistoryKey | null> {
  const wrap = readWraps(need()).find(({ by }) => by === 'recovery')
  return wrap === undefined ? null : findKeyBy(need, wrap, unwrapByCode, code)
}

/** The key by the PIN or the passphrase; null when it is not the one. @throws AppError not-available, for a keystore whose key is lost or opens nothing too */
export async function findKey(need: NeedDb, keystore: Keystore, secret: string): Promise<HistoryKey | null> {
  const from = need()
  const wrap = findMainWrap(from)
  if (wrap === undefined) return null
  if (wrap.by === 'passphrase') return findKeyBy(need, wrap, unwrapByPassphrase, secret)
  const isRight = await isPin(from, secret)
  const to = need()
  if (!isRight) return null
  forgetTries(to) // the PIN was right, whatever the keystore says
  const bytes = keystore.unwrap(wrap.wrapped)
  const key = fitKey(to, bytes, listIds(to, wrap.keyId))
  if (key !== null) return key
  bytes.fill(0)
  throw new AppError('not-available', tell('history-key-damaged'))
}
