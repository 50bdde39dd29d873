import { rmSync } from 'node:fs'
import { AppError } from '../domain/app-error.ts'
import type { AuditEvent } from '../domain/audit-event.ts'
import { tell } from '../domain/message.ts'
import type { HistoryLock } from '../ipc/history.ts'
import { fitIndexes, mendIndexes } from '../store/check-indexes.ts'
import { noteHistory } from '../store/copies-note.ts'
import { makeRecoveryCode } from '../store/history/derive-key.ts'
import { finishPuttingBack } from '../store/history/finish-putting-back.ts'
import { openHistoryDatabase } from '../store/history/history-database.ts'
import { makeHistoryKey, noteCodeKept, putCode, readWraps, type HistoryKey } from '../store/history/history-keys.ts'
import { countRecords, eraseRecords, writeList } from '../store/history/history-store.ts'
import { salvageHistory } from '../store/history/salvage-history.ts'
import { countTry, findNextTry, forgetTries } from '../store/history/tries.ts'
import { holdPlace, type HeldPlace } from '../store/hold-place.ts'
import { isFilled } from '../store/is-filled.ts'
import type { Db } from '../store/open-database.ts'
import { attempt } from '../store/read-damaged.ts'
import { DamagedFile, toStorageError } from '../store/storage-error.ts'
import { sideFiles } from '../store/take-place.ts'
import { keepHistoryAsides, type HistoryAsides } from './history-asides.ts'
import type { KeptAudit } from './keep-audit.ts'
import type { Keystore } from './keystore.ts'
import { findKey, findKeyByCode, findMainWrap, makeMarks, putMarks } from './lock-history.ts'
import { logFailure } from './log-failure.ts'
import { findLoss, recallHistory } from './recall-history.ts'

/** history.db and its key: there or not, locked or open. */
export type OpenHistory = {
  /** history.db, null while the history is off. @throws AppError storage-failed when it cannot be opened */
  readonly open: () => Db | null
  /** history.db with its key. @throws AppError not-available while it is off or locked; storage-failed */
  readonly use: () => { readonly db: Db; readonly key: HistoryKey }
  readonly isOpen: () => boolean
  /** the files that were set aside */
  readonly asides: HistoryAsides
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
  readonly close: () => void
}

type HistoryKit = {
  readonly path: string
  /** clinic.db, beside which it is noted whether the history is on */
  readonly clinicDatabase: string
  readonly keystore: Keystore
  readonly readTime: () => Date
  /** writes into the audit */
  readonly record: (event: AuditEvent) => void
  readonly findLast: KeptAudit['findLast']
}

/** Opens history.db if a clinic keeps one, and holds it, locked. */
export function openHistory(kit: HistoryKit): OpenHistory {
  const { path, clinicDatabase, keystore, readTime, record, findLast } = kit
  const asides = keepHistoryAsides(kit)
  let db: Db | null = null
  let fault: AppError | null = null
  let place: HeldPlace | null = null
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
      if (!isFilled(path)) finishPuttingBack(path, readTime())
      // an empty one is not opened: SQLite would throw its journal away
      if (isFilled(path)) {
        const opened = openOrSalvage()
        hold(opened)
        if (readWraps(opened).length === 0) {
          if (countRecords(opened) > 0) throw tellUnreadable()
          removeFiles() // ended between making the file and its key, or its journal is lost: nothing is in it
        }
      }
      const wasOn = recallHistory(clinicDatabase, findLast)
      if (db === null) fault = findLoss(path, wasOn === true)
      isGone = fault !== null
      const isOn = db !== null || wasOn
      if (isOn !== null) noteOn(isOn)
    } catch (error) {
      logFailure('history.db', error)
      fault = toStorageError(error, tell('what-open', { file: 'history.db' }))
    }
  }

  function noteOn(isHistoryOn: boolean): void {
    try {
      noteHistory(clinicDatabase, { isHistoryOn })
    } catch (error) {
      logFailure('copies.json', error) // the audit has it too
    }
  }
  function openWhole(): Db {
    const opened = openHistoryDatabase(path)
    try {
      isMended = fitIndexes(opened) || isMended
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
      const aside = salvageHistory(path, readTime())
      if (aside === null) throw tellUnreadable()
      asides.addDamaged(aside)
      record({ kind: 'history-set-aside', file: aside })
      return openHistoryDatabase(path)
    }
  }
  /** No way to the key is left: nobody can open it, and there is no copy of it. The whole path, for somebody who looks for the file. */
  const tellUnreadable = () => new DamagedFile('storage-failed', tell('history-unreadable', { file: path }))
  function removeFiles(): void {
    db?.close()
    db = null
    place = null
    fault = null
    isGone = false
    isBack = false
    for (const suffix of [...sideFiles, '']) rmSync(path + suffix, { force: true })
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
      asides.addReplaced(from.putBack(readTime()))
    } catch (error) {
      throw toStorageError(error, tell('what-history-write'))
    }
    db = null
    place = null
    reopen()
    if (fault !== null) throw fault
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
    const marks = await makeMarks(keystore, key, lock)
    refuseIfLocked(before, key)
    refuseIfBack()
    try {
      const made = openHistoryDatabase(path)
      hold(made)
      const write = made.transaction(() => {
        putMarks(made, marks)
        putCode(made, key, code)
        writeList(made, key, {}) // by which the key is known to fit, before the first record too
      })
      write.immediate()
    } catch (error) {
      removeFiles()
      throw toStorageError(error, tell('what-history-write'))
    }
    held = key
    noteOn(true)
    record({ kind: 'history-begun', by: lock.by })
    return code
  }

  /** Tries a secret, not too often. */
  async function tryKey(find: () => Promise<HistoryKey | null>): Promise<HistoryKey> {
    const from = need()
    const next = findNextTry(from, readTime())
    if (next !== null) {
      const minutes = Math.ceil((next.getTime() - readTime().getTime()) / 60_000)
      throw new AppError('not-available', tell('secret-too-soon', { count: minutes }))
    }
    countTry(from, readTime())
    const before = locks
    const key = await find()
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

  async function recover(code: string, lock: HistoryLock): Promise<void> {
    const before = locks
    const key = await tryKey(() => findKeyByCode(need, code))
    const marks = await makeMarks(keystore, key, lock)
    refuseIfLocked(before, key)
    const to = need()
    const write = to.transaction(() => {
      putMarks(to, marks)
      noteCodeKept(to, true) // who typed it has it
    })
    write.immediate()
    held = key
    record({ kind: 'history-recovered', by: lock.by })
  }
  reopen()
  asides.goOn(fault === null)
  return {
    open,
    use: () => {
      const there = need()
      if (held === null) throw new AppError('not-available', tell('history-locked'))
      return { db: there, key: held }
    },
    isOpen: () => held !== null,
    asides,
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
        held = await tryKey(() => findKey(need, keystore, secret))
        record({ kind: 'history-unlocked' })
      }),
    recover: (code, lock) => alone(() => recover(code, lock)),
    lock: () => {
      locks += 1
      held?.key.fill(0)
      held = null
    },
    erase: () => {
      asides.forget()
      if (db === null && fault === null) return
      noteOn(false) // first, so that no kill has it told as lost
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
      noteOn(false) // a full disk has room for it only now
      record({ kind: 'history-erased', records })
    },
    close: () => {
      held?.key.fill(0)
      held = null
      attempt(open) // which puts back what was taken away
      db?.close()
    },
  }
}
