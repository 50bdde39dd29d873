import { AppError } from '../domain/app-error.ts'
import type { AuditEvent } from '../domain/audit-event.ts'
import { toLocalDate, type IsoDate } from '../domain/calendar.ts'
import { listFollowUps } from '../domain/follow-up.ts'
import type { HistoryFilter, HistoryPage, PatientRecords } from '../domain/history.ts'
import type { Library } from '../domain/library.ts'
import { sayDayInEach } from '../domain/say-day.ts'
import { tell, type Message } from '../domain/message.ts'
import type { RecordSettings } from '../domain/record-settings.ts'
import type { FollowUpList, HistoryLock, HistoryStatus, NewHistory, ShownRecord } from '../ipc/history.ts'
import { isCodeKept, isCodeOf, noteCodeKept } from '../store/history/history-keys.ts'
import { countRecords, listRecords, readRecord, recordDone } from '../store/history/history-store.ts'
import { listPatientRecords, readPatientPapers, type PatientPaper } from '../store/history/patient-records.ts'
import { countListed, relistRecords } from '../store/history/relist-records.ts'
import type { Reserve } from '../store/reserve.ts'
import { toStorageError } from '../store/storage-error.ts'
import type { KeptAudit } from './keep-audit.ts'
import { keepGiven } from './keep-given.ts'
import type { GivenSheet, KeptLog } from './keep-log.ts'
import type { Keystore } from './keystore.ts'
import { logFailure } from './log-failure.ts'
import { openHistory } from './open-history.ts'
import { makeHistoryPurge } from './purge-history.ts'

/** The history with the patients' names. Off until a clinic switches it on; whatever becomes of it, sheets print. */
export type KeptHistory = {
  readonly readStatus: () => HistoryStatus
  readonly switchOn: (lock: HistoryLock) => Promise<NewHistory>
  readonly unlock: (secret: string) => Promise<HistoryStatus>
  readonly recover: (code: string, lock: HistoryLock) => Promise<HistoryStatus>
  /** Makes a recovery code that takes the place of the one before. @throws AppError not-available, storage-failed */
  readonly renewCode: () => string
  /** Notes that somebody has the newest recovery code on paper. @throws AppError not-available, storage-failed */
  readonly recordCodeKept: () => HistoryStatus
  /** Whether a recovery code opens it. @throws AppError not-available while it is locked or off; storage-failed */
  readonly isCode: (code: string) => boolean
  /** Forgets the key, and has the window forget everything, a sheet half written too; with no history as well: whoever comes next may be another. */
  readonly lock: () => void
  /** Locks if the names are open: a window without them has its own minutes for the sheet. */
  readonly lockIfOpen: () => void
  /** Removes everything and switches it off. */
  readonly erase: () => HistoryStatus
  /** Keeps a sheet that has just left. @returns why it is not in the history; null when it is, or when there is none */
  readonly add: (given: GivenSheet) => Message | null
  readonly list: (filter: HistoryFilter, before: number | null, limit: number) => HistoryPage
  readonly show: (id: string) => ShownRecord
  readonly remove: (id: string) => void
  /** The records that bear the very name a record bears. @throws AppError not-available, storage-failed */
  readonly listPatient: (id: string) => PatientRecords
  /** These records of one patient with their papers. @throws AppError not-available when one is gone, or bears another name; storage-failed */
  readonly readPatient: (ids: readonly string[]) => readonly PatientPaper[]
  /** Removes these records of one patient, all or none. @throws as `readPatient` */
  readonly removePatient: (ids: readonly string[]) => void
  readonly recordDone: (id: string, doneOn: IsoDate | null) => void
  readonly listFollowUps: () => FollowUpList
  /** Removes the records of the days before one. @returns how many */
  readonly purge: (before: IsoDate) => number
  /** How many records would be too old if they were kept for so many days. @throws AppError storage-failed */
  readonly countOld: (days: number) => number
  /** Removes the records that are too old; what keeps it from doing so is logged and stops nobody. */
  readonly purgeOld: () => void
  /** Purges now and each hour, so that a day that begins is noticed. @returns a function that ends this */
  readonly startPurging: () => () => void
  readonly close: () => void
}

type HistoryKit = {
  readonly path: string
  readonly clinicDatabase: string
  readonly keystore: Keystore
  readonly readTime: () => Date
  readonly readSettings: () => RecordSettings
  readonly openLibrary: () => Library
  readonly describe: KeptLog['describe']
  readonly record: (event: AuditEvent) => void
  readonly findLast: KeptAudit['findLast']
  /** why something that was done is not written down */
  readonly readAuditTrouble: () => Message | null
  /** given back when the disk is full */
  readonly reserve: Pick<Reserve, 'release' | 'isReleased'>
  readonly onOpened: () => void
  /** told when nothing of a patient may stay in the window */
  readonly onLockedAway: () => void
}

const betweenPurges = 60 * 60_000
/** More than a page shows; every record is opened for it. */
const allRecords = 1_000_000

/** Makes what looks after the history. */
export function keepHistory(kit: HistoryKit): KeptHistory {
  const { keystore, readSettings } = kit
  const history = openHistory(kit)
  const today = () => toLocalDate(kit.readTime())
  const given = keepGiven({ ...kit, history, readToday: today })
  const removal = makeHistoryPurge({ ...kit, history, readToday: today })

  function describeDamage(): Message[] {
    return [
      ...(history.isBack() ? [tell('history-back')] : []),
      ...(history.isMended() ? [tell('history-index-mended')] : []),
      ...history.asides.describe(),
    ]
  }

  /** Once the key is there it shows which records are as they were written. */
  function heal(): void {
    try {
      const { db, key } = history.use()
      const { asides } = history
      if (asides.isJudged() || (!asides.holdUnjudged() && countListed(db, key) !== null)) return
      const listed = countListed(db, key)
      const readable = relistRecords(db, key)
      kit.record({ kind: 'history-salvaged', records: readable })
      asides.markJudged({ readable, found: countRecords(db), listed })
    } catch (error) {
      logFailure('healing the history', error) // what is damaged is left out, and said to be
    }
  }

  function describeClock(): Message[] {
    const latest = removal.seeLatest()
    return latest > today() ? [tell('clock-back', { latest: sayDayInEach(latest), today: sayDayInEach(today()) })] : []
  }

  function describeAudit(): Message[] {
    const trouble = kit.readAuditTrouble()
    return trouble === null ? [] : [trouble]
  }

  function readStatus(): HistoryStatus {
    const { historyDays: days, lockMinutes } = readSettings()
    const standing = { keystoreRefusal: keystore.refusal(), days, lockMinutes, by: history.findLock() }
    try {
      const db = history.open()
      const damage = describeDamage()
      if (history.isOpen()) history.asides.markShown()
      return {
        ...standing,
        state: db === null ? 'off' : history.isOpen() ? 'open' : 'locked',
        records: db === null ? 0 : countRecords(db),
        isCodeUnkept: db !== null && history.isOpen() && !isCodeKept(db),
        nextTry: history.findNextTry()?.toISOString() ?? null,
        notices: [...describeAudit(), ...damage, ...describeClock(), ...(db === null ? [] : removal.describe())],
      }
    } catch (error) {
      if (!(error instanceof AppError)) throw error
      const notices = [...describeAudit(), tell('history-closed', { why: error.told }), ...describeDamage()]
      return { ...standing, by: null, state: 'closed', records: 0, isCodeUnkept: false, nextTry: null, notices }
    }
  }

  function opened(): HistoryStatus {
    heal()
    removal.purgeOld()
    kit.onOpened()
    return readStatus()
  }

  function add(sheet: GivenSheet): Message | null {
    try {
      if (history.open() === null) return null
      return given.keep(sheet)
    } catch (error) {
      if (error instanceof AppError && error.told.id === 'history-locked') return tell('not-kept-with-names')
      if (error instanceof AppError) return tell('not-in-history', { why: error.told })
      logFailure('the history', error)
      return tell('not-in-history', { why: tell('fault-inside') })
    }
  }

  function lockAway(): void {
    history.lock()
    kit.onLockedAway()
  }

  function list(filter: HistoryFilter, before: number | null, limit: number): HistoryPage {
    const { db, key } = history.use()
    return listRecords(db, key, filter, before, limit)
  }

  return {
    readStatus,
    switchOn: async (lock) => {
      const recoveryCode = await history.begin(lock)
      return { status: opened(), recoveryCode }
    },
    unlock: async (secret) => {
      await history.unlock(secret)
      return opened()
    },
    recover: async (code, lock) => {
      await history.recover(code, lock)
      return opened()
    },
    renewCode: removal.renewCode,
    recordCodeKept: () => {
      const { db } = history.use()
      try {
        noteCodeKept(db, true)
      } catch (error) {
        throw toStorageError(error, tell('what-history-write'))
      }
      kit.record({ kind: 'history-code-kept' })
      return readStatus()
    },
    isCode: (code) => isCodeOf(history.use().db, code),
    lock: lockAway,
    lockIfOpen: () => {
      if (history.isOpen()) lockAway()
    },
    erase: () => {
      history.erase()
      removal.forget()
      return readStatus()
    },
    add,
    list,
    show: (id) => {
      const { db, key } = history.use()
      const { record, pdf } = readRecord(db, key, id)
      return { record, pdf: new Uint8Array(pdf), isOutdated: given.isOutdated(record) }
    },
    remove: (id) => removal.remove([id], { kind: 'history-record-removed' }),
    listPatient: (id) => {
      const { db, key } = history.use()
      return listPatientRecords(db, key, id)
    },
    readPatient: (ids) => {
      const { db, key } = history.use()
      return readPatientPapers(db, key, ids)
    },
    removePatient: (ids) => {
      const { db, key } = history.use()
      readPatientPapers(db, key, ids) // refuses another patient's
      removal.remove(ids, { kind: 'history-patient-removed', records: ids.length })
    },
    recordDone: (id, doneOn) => {
      const { db, key } = history.use()
      recordDone(db, key, id, doneOn)
    },
    listFollowUps: () => {
      const { records, damaged } = list({ words: '' }, null, allRecords)
      return { followUps: listFollowUps(records, today()), damaged }
    },
    purge: removal.purge,
    countOld: removal.countOld,
    purgeOld: removal.purgeOld,
    startPurging: () => {
      removal.purgeOld()
      const timer = setInterval(removal.purgeOld, betweenPurges)
      return () => clearInterval(timer)
    },
    close: history.close,
  }
}
