import { AppError } from '../domain/app-error.ts'
import type { AuditEvent } from '../domain/audit-event.ts'
import { addDays, type IsoDate } from '../domain/calendar.ts'
import { tell, type Message } from '../domain/message.ts'
import type { RecordSettings } from '../domain/record-settings.ts'
import { emptyJournal } from '../store/empty-journal.ts'
import { countDamagedDays, countOld, mendDays, purgeRecords, seeDay } from '../store/history/history-days.ts'
import { makeRecoveryCode } from '../store/history/derive-key.ts'
import { replaceCode, type HistoryKey } from '../store/history/history-keys.ts'
import { removeRecords } from '../store/history/history-store.ts'
import type { Db } from '../store/open-database.ts'
import type { Reserve } from '../store/reserve.ts'
import { DamagedFile, DiskFull } from '../store/storage-error.ts'
import { longestAside } from './history-asides.ts'
import { logFailure } from './log-failure.ts'
import type { OpenHistory } from './open-history.ts'

/** What takes records out of the history, by hand or by age, or a recovery code, until nothing of them is left in its file. */
export type HistoryPurge = {
  /** Removes these records, all or none. @throws AppError not-available, storage-failed */
  readonly remove: (ids: readonly string[], event: AuditEvent) => void
  /**
   * Makes a new recovery code; the one before then opens nothing, nor do the files that were set aside.
   * @throws AppError not-available while the history is locked; storage-failed, with the one before as it was
   */
  readonly renewCode: () => string
  /** Removes the records of the days before one. @returns how many @throws AppError storage-failed */
  readonly purge: (before: IsoDate) => number
  /** How many records would be too old if they were kept for so many days. @throws AppError storage-failed */
  readonly countOld: (days: number) => number
  /** Removes the records that are too old; what keeps it from doing so is logged and stops nobody. */
  readonly purgeOld: () => void
  /** The latest day this computer has said it is; today while the history is off. @throws AppError storage-failed */
  readonly seeLatest: () => IsoDate
  /** what a clinician should know of it, a sentence each */
  readonly describe: () => Message[]
  /** The history was erased: nothing is left to be removed. */
  readonly forget: () => void
}

type PurgeKit = {
  readonly history: OpenHistory
  readonly readToday: () => IsoDate
  readonly readSettings: () => RecordSettings
  readonly record: (event: AuditEvent) => void
  /** given back when the disk is full */
  readonly reserve: Pick<Reserve, 'release' | 'isReleased'>
}

/** Makes what takes records out of the history. */
export function makeHistoryPurge({ history, readToday, readSettings, record, reserve }: PurgeKit): HistoryPurge {
  /** whether bytes of what was removed still stand in the file */
  let doBytesRemain = false
  /** what keeps old records from going */
  let notPurged: Message | null = null
  /** whether a latest day was written that could not be right */
  let isDaySetRight = false
  /** of how many records it is not known how old they are, until the key tells */
  let ageless = 0

  /** On a full disk the reserve lets what removes something be written; an index that turns out not to fit is made anew. */
  function insist<T>(work: () => T): T {
    try {
      return work()
    } catch (error) {
      const canBe = (error instanceof DiskFull && reserve.release()) || (error instanceof DamagedFile && history.mend())
      if (!canBe) throw error
      return work()
    }
  }

  /** Takes the bytes of what was removed out of the file. */
  function finish(db: Db): void {
    doBytesRemain = true
    doBytesRemain = !insist(() => emptyJournal(db))
  }

  function refuseUnfinished(): void {
    if (doBytesRemain) throw new AppError('storage-failed', tell('purge-unfinished'))
  }

  function purge(before: IsoDate, seenBefore: IsoDate, by: 'hand' | 'age'): number {
    const db = history.open()
    if (db === null) return 0
    const removed = insist(() => purgeRecords(db, before, seenBefore))
    if (removed > 0) {
      // what was lost must be told before the file goes that it was lost from
      if (by === 'hand' || history.asides.areTold()) history.asides.remove()
      record({ kind: 'history-purged', before: seenBefore, records: removed })
    }
    finish(db)
    return removed
  }

  function seeLatest(): IsoDate {
    const db = history.open()
    if (db === null) return readToday()
    const { latest, isSetRight } = insist(() => seeDay(db, readToday()))
    isDaySetRight ||= isSetRight
    return latest
  }

  /** The day before which records go that are kept for so many days: by their own day, and by the latest day ever seen. */
  function findEdges(days: number): { readonly before: IsoDate; readonly seenBefore: IsoDate } {
    return { before: addDays(readToday(), -days), seenBefore: addDays(seeLatest(), -days) }
  }

  /** Writes true days in the place of damaged ones, once the key is there. */
  function mendOpen(db: Db): void {
    if (history.isOpen()) insist(() => mendDays(db, history.use().key, readToday()))
  }

  /** By its own day and today; by the latest day ever seen too, though for those only that were kept before that was seen. */
  function purgeOld(): void {
    try {
      const db = history.open()
      if (db === null) return
      mendOpen(db)
      const { before, seenBefore } = findEdges(readSettings().historyDays)
      purge(before, seenBefore, 'age')
      history.asides.remove(addDays(seeLatest(), -longestAside))
      ageless = countDamagedDays(db)
      notPurged = null
    } catch (error) {
      logFailure('the purge of the history', error)
      notPurged = error instanceof AppError ? error.told : tell('fault-inside')
    }
  }

  /** What is taken out must not live on in a file that was set aside. */
  function takeOut(take: (db: Db, key: HistoryKey) => void, event: AuditEvent): Db {
    const { db, key } = history.use()
    insist(() => take(db, key))
    history.asides.remove()
    record(event)
    return db
  }

  function renewCode(): string {
    const code = makeRecoveryCode()
    const db = takeOut((from, key) => replaceCode(from, key, code), { kind: 'history-code-renewed' })
    try {
      finish(db)
    } catch (error) {
      logFailure('the old recovery code', error) // tried again, and told; the new one must be shown
    }
    return code
  }

  return {
    remove: (ids, event) => {
      finish(takeOut((db, key) => removeRecords(db, key, ids), event))
      refuseUnfinished()
    },
    renewCode,
    purge: (before) => {
      const removed = purge(before, before, 'hand')
      refuseUnfinished()
      return removed
    },
    countOld: (days) => {
      const db = history.open()
      if (db === null) return 0
      mendOpen(db)
      const { before, seenBefore } = findEdges(days)
      return countOld(db, before, seenBefore)
    },
    purgeOld,
    seeLatest,
    describe: () => {
      if (doBytesRemain) purgeOld()
      return [
        ...(notPurged === null ? [] : [tell('history-not-purged', { why: notPurged })]),
        ...(notPurged === null && doBytesRemain ? [tell('purge-unfinished')] : []),
        ...(isDaySetRight ? [tell('history-day-set-right')] : []),
        ...(ageless === 0 ? [] : [tell('history-days-damaged', { count: ageless })]),
        ...(reserve.isReleased() ? [tell('reserve-used')] : []),
      ]
    },
    forget: () => {
      doBytesRemain = false
      notPurged = null
      isDaySetRight = false
      ageless = 0
    },
  }
}
