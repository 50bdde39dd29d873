import { existsSync, renameSync, rmSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { AppError } from '../domain/app-error.ts'
import type { AuditEvent } from '../domain/audit-event.ts'
import { tell, type Message } from '../domain/message.ts'
import type { IsoDate } from '../domain/calendar.ts'
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
import { keepJournal, salvageHistory } from '../store/history/salvage-history.ts'
import { goOnRemoving, removeAsides } from '../store/history/remove-asides.ts'
import { isPin, markPin, putPin, type PinMark } from '../store/history/pin.ts'
import { countTry, findNextTry, forgetTries } from '../store/history/tries.ts'
import { holdPlace, nameFresh, type HeldPlace } from '../store/hold-place.ts'
import { isFilled } from '../store/is-filled.ts'
import type { Db } from '../store/open-database.ts'
import { attempt } from '../store/read-damaged.ts'
import { DamagedFile, toStorageError } from '../store/storage-error.ts'
import { sideFiles } from '../store/take-place.ts'
import type { KeptAudit } from './keep-audit.ts'
import type { Keystore } from './keystore.ts'
import { findLoss, findUntold } from './recall-history.ts'
import { logFailure } from './log-failure.ts'

/** history.db and its key: there or not, locked or open. */
export type OpenHistory = {
  /** history.db, null while the history is off. @throws AppError storage-failed when it cannot be opened */
  readonly open: () => Db | null
  /** history.db with its key. @throws AppError not-available while it is off or locked; storage-failed */
  readonly use: () => { readonly db: Db; readonly key: HistoryKey }
  readonly isOpen: () => boolean
  /** the damaged file that history.db was made of, as long as nobody has been told how much of it was saved; null for none */
  readonly findAside: () => { readonly file: string; readonly isThere: boolean } | null
  readonly markTold: () => void
  readonly isAsideTold: () => boolean
  /** what was done since the start to a file that another program took away, a sentence each */
  readonly listMoved: () => readonly Message[]
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
  /** Removes files that were set aside. @param before only those of before a day */
  readonly dropAsides: (before?: IsoDate) => void
  readonly close: () => void
}

type HistoryKit = {
  readonly path: string
  readonly keystore: Keystore
  readonly readTime: () => Date
  /** writes into the audit */
  readonly record: (event: AuditEvent) => void
  readonly findLast: KeptAudit['findLast']
}

/** What a lock leaves on disk. */
type LockMarks = { readonly wrap: KeyWrap; readonly pin: PinMark | null }

/** Opens history.db if a clinic keeps one, and holds it, locked. */
export function openHistory({ path, keystore, readTime, record, findLast }: HistoryKit): OpenHistory {
  let db: Db | null = null
  let fault: AppError | null = null
  let place: HeldPlace | null = null
  const moved: Message[] = []
  let aside = findUntold(findLast)
  let isTold = false
  let left: readonly string[] = []
  let isBack = false
  let isGone = false
  let isMended = false
  let held: HistoryKey | null = null
  /** rises with each lock: a key that is still being made then comes too late */
  let locks = 0
  let isBusy = false

  function hold(opened: Db): void {
    db = opened
    place = holdPlace(opened)
  }

  function reopen(): void {
    try {
      let journal: string | null = null
      if (!isFilled(path)) {
        journal = keepJournal(path, readTime())
        removeFiles()
        if (existsSync(nameFresh(path))) renameSync(nameFresh(path), path) // a kill came while it was put back
      }
      if (isFilled(path)) {
        const opened = openOrSalvage()
        hold(opened)
        // ended between making the file and its key, or its journal is lost: nothing is in it
        if (readWraps(opened).length === 0 && countRecords(opened) === 0) removeFiles()
      }
      if (db === null) fault = findLoss(findLast, journal)
      isGone = fault !== null
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
      record({ kind: 'history-set-aside', file: aside })
      return openHistoryDatabase(path)
    }
  }
  const findMainWrap = (from: Db) => readWraps(from).find(({ by }) => by !== 'recovery')

  function removeFiles(): void {
    db?.close()
    db = null
    place = null
    fault = null
    isGone = false
    isBack = false
    for (const suffix of [...sideFiles, '']) rmSync(path + suffix, { force: true })
  }

  function dropAsides(remove: () => readonly string[]): void {
    try {
      left = remove()
    } catch (error) {
      logFailure('a damaged history', error)
    }
  }

  function open(): Db | null {
    if (isGone && isFilled(path)) {
      fault = null
      isGone = false
      reopen()
      isBack = db !== null
    }
    if (fault !== null) throw fault
    if (place?.isLost()) putBack(place)
    return db
  }

  /** Goes on with all that the file held which another program took away. */
  function putBack(from: HeldPlace): void {
    try {
      const other = from.putBack(readTime())
      moved.push(other === null ? tell('history-removed') : tell('history-replaced', { file: other }))
      hold(openHistoryDatabase(path))
    } catch (error) {
      throw toStorageError(error, tell('what-history-write'))
    }
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
    if (open() !== null) throw new AppError('not-available', tell(isBack ? 'history-back' : 'history-on-already'))
    const key = makeHistoryKey()
    const code = makeRecoveryCode()
    const before = locks
    const marks = await makeMarks(key, lock)
    refuseIfLocked(before, key)
    refuseIfBack()
    try {
      const made = openHistoryDatabase(path)
      hold(made)
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
    const to = need() // erased meanwhile, or put back
    if (key === null) {
      record({ kind: 'history-refused' })
      throw new AppError('not-available', tell('secret-wrong'))
    }
    forgetTries(to)
    isBack = false
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
  dropAsides(() => goOnRemoving(path))
  return {
    open,
    use: () => {
      const there = need()
      if (held === null) throw new AppError('not-available', tell('history-locked'))
      return { db: there, key: held }
    },
    isOpen: () => held !== null,
    findAside: () => (aside === null ? null : { file: aside, isThere: existsSync(join(dirname(path), aside)) }),
    markTold: () => void (isTold = true),
    isAsideTold: () => isTold || aside === null,
    listMoved: () => moved,
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
      dropAsides(() => removeAsides(path))
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
    dropAsides: (before) => dropAsides(() => removeAsides(path, before)),
    close: () => {
      held?.key.fill(0)
      held = null
      attempt(open) // which puts back what was taken away
      db?.close()
    },
  }
}
