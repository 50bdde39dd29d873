import { existsSync, rmSync } from 'node:fs'
import { AppError } from '../domain/app-error.ts'
import type { AuditEvent } from '../domain/audit-event.ts'
import { tell } from '../domain/message.ts'
import type { HistoryLock } from '../ipc/history.ts'
import { fitIndexes, mendIndexes } from '../store/check-indexes.ts'
import { makeRecoveryCode } from '../store/history/derive-key.ts'
import { fitKey } from '../store/history/fit-key.ts'
import { openHistoryDatabase } from '../store/history/history-database.ts'
import {
  dropWrap,
  makeHistoryKey,
  putWrap,
  readWraps,
  unwrapByCode,
  unwrapByPassphrase,
  wrapByCode,
  wrapByPassphrase,
  type HistoryKey,
  type KeyWrap,
} from '../store/history/history-keys.ts'
import { countRecords, eraseRecords, writeList } from '../store/history/history-store.ts'
import { goOnRemoving, removeAsides } from '../store/history/remove-asides.ts'
import { salvageHistory } from '../store/history/salvage-history.ts'
import { isPin, markPin, putPin, type PinMark } from '../store/history/pin.ts'
import { countTry, findNextTry, forgetTries } from '../store/history/tries.ts'
import type { Db } from '../store/open-database.ts'
import { DamagedFile, toStorageError } from '../store/storage-error.ts'
import { sideFiles } from '../store/take-place.ts'
import type { Keystore } from './keystore.ts'
import { logFailure } from './log-failure.ts'

/** history.db and its key: there or not, locked or open. */
export type OpenHistory = {
  /** history.db, null while the history is off. @throws AppError storage-failed when it cannot be opened */
  readonly open: () => Db | null
  /** history.db with its key. @throws AppError not-available while it is off or locked; storage-failed */
  readonly use: () => { readonly db: Db; readonly key: HistoryKey }
  readonly isOpen: () => boolean
  /** under which name the damaged file is kept, of which history.db was made at this start; null when it was whole */
  readonly findAside: () => string | null
  /** the damaged files that were to be removed, and could not be */
  readonly findLeft: () => readonly string[]
  /** whether a history that was not there at the start lies there again, and was not opened yet */
  readonly isBack: () => boolean
  /** whether an index did not fit its table, and was made anew since */
  readonly isMended: () => boolean
  /** Makes indexes anew that turn out not to fit. @returns whether that was all that was wrong */
  readonly mend: () => boolean
  /** what unlocks it; null while it is off or cannot be opened */
  readonly findLock: () => HistoryLock['by'] | null
  readonly findNextTry: () => Date | null
  /** Begins a history. @returns the recovery code @throws AppError not-available, storage-failed, with nothing written */
  readonly begin: (lock: HistoryLock) => Promise<string>
  /** @throws AppError not-available for a wrong secret, one too soon, or a keystore whose key is lost or opens nothing */
  readonly unlock: (secret: string) => Promise<void>
  /** Unlocks with the recovery code, and gives a new PIN or passphrase. @throws as `unlock` */
  readonly recover: (code: string, lock: HistoryLock) => Promise<void>
  /** Forgets the key. */
  readonly lock: () => void
  /** Removes everything, the key first. @throws AppError storage-failed */
  readonly erase: () => void
  /** Removes damaged files that were set aside. */
  readonly dropAsides: () => void
  readonly close: () => void
}

type HistoryKit = {
  readonly path: string
  readonly keystore: Keystore
  readonly readTime: () => Date
  /** writes into the audit */
  readonly record: (event: AuditEvent) => void
}

/** What a lock leaves on disk. */
type LockMarks = { readonly wrap: KeyWrap; readonly pin: PinMark | null }

/** Opens history.db if a clinic keeps one, and holds it, locked. */
export function openHistory({ path, keystore, readTime, record }: HistoryKit): OpenHistory {
  let db: Db | null = null
  let fault: AppError | null = null
  let aside: string | null = null
  let left: readonly string[] = []
  let isBack = false
  let isMended = false
  let held: HistoryKey | null = null
  /** rises with each lock: a key that is still being made then comes too late */
  let locks = 0
  let isBusy = false

  function reopen(): void {
    if (!existsSync(path)) return
    try {
      db = openOrSalvage()
      // ended between making the file and its key: nothing is in it
      if (readWraps(db).length === 0 && countRecords(db) === 0) removeFiles()
    } catch (error) {
      logFailure('history.db', error)
      fault = toStorageError(error, tell('what-open', { file: 'history.db' }))
    }
  }
  function openWhole(): Db {
    const opened = openHistoryDatabase(path)
    try {
      isMended = fitIndexes(opened)
      return opened
    } catch (error) {
      opened.close()
      throw error
    }
  }
  function openOrSalvage(): Db {
    try {
      return openWhole()
    } catch (error) {
      if (!(error instanceof DamagedFile)) throw error
      logFailure('history.db', error)
      aside = salvageHistory(path, readTime())
      if (aside === null) throw error
      return openHistoryDatabase(path)
    }
  }
  const findMainWrap = (from: Db) => readWraps(from).find(({ by }) => by !== 'recovery')

  function removeFiles(): void {
    db?.close()
    db = null
    fault = null
    for (const suffix of [...sideFiles, '']) rmSync(path + suffix, { force: true })
  }

  function dropAsides(remove = removeAsides): void {
    try {
      left = remove(path)
    } catch (error) {
      logFailure('a damaged history', error)
    }
  }

  function open(): Db | null {
    if (fault !== null) throw fault
    return db
  }
  function need(): Db {
    const there = open()
    if (there === null) throw new AppError('not-available', tell('history-off'))
    return there
  }

  /** One at a time: a second one would write over what the first has made. */
  async function alone<T>(work: () => Promise<T>): Promise<T> {
    if (isBusy) throw new AppError('not-available', tell('history-busy'))
    isBusy = true
    try {
      return await work()
    } finally {
      isBusy = false
    }
  }

  /** @param before what `locks` was when the work began; the key is forgotten if that has passed @throws AppError not-available */
  function refuseIfLocked(before: number, key: HistoryKey): void {
    if (before === locks) return
    key.key.fill(0)
    throw new AppError('not-available', tell('history-locked'))
  }

  async function makeMarks(key: HistoryKey, lock: HistoryLock): Promise<LockMarks> {
    if (lock.by === 'passphrase') return { wrap: await wrapByPassphrase(key, lock.passphrase), pin: null }
    const wrapped = keystore.wrap(key.key)
    const wrap: KeyWrap = { by: 'keystore', keyId: key.id, salt: Buffer.alloc(0), wrapped }
    return { wrap, pin: await markPin(lock.pin) }
  }

  function putMarks(to: Db, { wrap, pin }: LockMarks): void {
    dropWrap(to, wrap.by === 'keystore' ? 'passphrase' : 'keystore')
    putWrap(to, wrap)
    putPin(to, pin)
    forgetTries(to)
  }

  /** What was away at the start, and lies there again, is opened with its own secret and never written over. */
  function refuseIfBack(): void {
    reopen()
    isBack = open() !== null
    if (isBack) throw new AppError('not-available', tell('history-back'))
  }

  async function begin(lock: HistoryLock): Promise<string> {
    if (open() !== null) throw new AppError('not-available', tell('history-on-already'))
    const key = makeHistoryKey()
    const code = makeRecoveryCode()
    const before = locks
    const marks = await makeMarks(key, lock)
    refuseIfLocked(before, key)
    refuseIfBack()
    try {
      const made = openHistoryDatabase(path)
      db = made
      const write = made.transaction(() => {
        putMarks(made, marks)
        putWrap(made, wrapByCode(key, code))
        writeList(made, key, {}) // by which the key is known to fit, before the first record too
      })
      write.immediate()
    } catch (error) {
      removeFiles()
      throw toStorageError(error, tell('what-history-write'))
    }
    held = key
    record({ kind: 'history-begun', by: lock.by })
    return code
  }

  /** Tries a secret, not too often. */
  async function tryKey(find: (from: Db) => Promise<HistoryKey | null>): Promise<HistoryKey> {
    const from = need()
    const next = findNextTry(from, readTime())
    if (next !== null) {
      const minutes = Math.ceil((next.getTime() - readTime().getTime()) / 60_000)
      throw new AppError('not-available', tell('secret-too-soon', { count: minutes }))
    }
    countTry(from, readTime())
    const before = locks
    const key = await find(from)
    need() // erased meanwhile
    if (key === null) {
      record({ kind: 'history-refused' })
      throw new AppError('not-available', tell('secret-wrong'))
    }
    forgetTries(from)
    refuseIfLocked(before, key)
    return key
  }

  /** The ids the key may have: that of one wrap may be damaged. */
  const listIds = (from: Db, first: string) => [first, ...readWraps(from).map(({ keyId }) => keyId)]

  /** The key by a passphrase or a code, which vouch for it, though all that is sealed be damaged. */
  async function unwrapBySecret(
    from: Db,
    wrap: KeyWrap,
    unwrapBy: typeof unwrapByCode | typeof unwrapByPassphrase,
    secret: string,
  ): Promise<HistoryKey | null> {
    const ids = listIds(from, wrap.keyId)
    const key = await unwrapBy(wrap, secret, ids)
    need()
    return key && (fitKey(from, key.key, [key.id, ...ids]) ?? key)
  }

  async function unwrap(from: Db, secret: string): Promise<HistoryKey | null> {
    const wrap = findMainWrap(from)
    if (wrap === undefined) return null
    if (wrap.by === 'passphrase') return unwrapBySecret(from, wrap, unwrapByPassphrase, secret)
    const isRight = await isPin(from, secret)
    need()
    if (!isRight) return null
    forgetTries(from) // the PIN was right, whatever the keystore says
    const bytes = keystore.unwrap(wrap.wrapped)
    const key = fitKey(from, bytes, listIds(from, wrap.keyId))
    if (key !== null) return key
    bytes.fill(0)
    throw new AppError('not-available', tell('history-key-damaged'))
  }

  async function recover(code: string, lock: HistoryLock): Promise<void> {
    const before = locks
    const key = await tryKey(async (from) => {
      const wrap = readWraps(from).find(({ by }) => by === 'recovery')
      return wrap === undefined ? null : unwrapBySecret(from, wrap, unwrapByCode, code)
    })
    const marks = await makeMarks(key, lock)
    refuseIfLocked(before, key)
    const to = need()
    to.transaction(() => putMarks(to, marks)).immediate()
    held = key
    record({ kind: 'history-recovered', by: lock.by })
  }

  reopen()
  dropAsides(goOnRemoving)
  return {
    open,
    use: () => {
      const there = need()
      if (held === null) throw new AppError('not-available', tell('history-locked'))
      return { db: there, key: held }
    },
    isOpen: () => held !== null,
    findAside: () => aside,
    findLeft: () => left,
    isBack: () => isBack && held === null,
    isMended: () => isMended,
    mend: () => {
      const isDone = mendIndexes(need())
      isMended ||= isDone
      return isDone
    },
    findLock: () => {
      const by = fault === null && db !== null ? findMainWrap(db)?.by : undefined
      return by === undefined || by === 'recovery' ? null : by
    },
    findNextTry: () => (fault === null && db !== null ? findNextTry(db, readTime()) : null),
    begin: (lock) => alone(() => begin(lock)),
    unlock: (secret) =>
      alone(async () => {
        held = await tryKey((from) => unwrap(from, secret))
        record({ kind: 'history-unlocked' })
      }),
    recover: (code, lock) => alone(() => recover(code, lock)),
    lock: () => {
      locks += 1
      held?.key.fill(0)
      held = null
    },
    erase: () => {
      aside = null
      dropAsides()
      if (db === null && fault === null) return
      let records = 0
      try {
        records = db === null ? 0 : countRecords(db)
        if (db !== null) eraseRecords(db)
      } catch (error) {
        logFailure('history.db', error) // damaged: the file goes as it is
      }
      locks += 1
      held?.key.fill(0)
      held = null
      isMended = false
      removeFiles()
      record({ kind: 'history-erased', records })
    },
    dropAsides: () => {
      aside = null
      dropAsides()
    },
    close: () => {
      held?.key.fill(0)
      held = null
      db?.close()
    },
  }
}
