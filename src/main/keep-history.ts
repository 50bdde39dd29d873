import { hashText } from '../content/hash-text.ts'
import { AppError } from '../domain/app-error.ts'
import { addDays, toLocalDate, type IsoDate } from '../domain/calendar.ts'
import { findContent } from '../domain/check-selection.ts'
import { listFollowUps } from '../domain/follow-up.ts'
import type { HistoryFilter, HistoryPage, HistoryRecord } from '../domain/history.ts'
import { toSpokenText, type Library } from '../domain/library.ts'
import type { LoggedHandout } from '../domain/handout-log.ts'
import { tell, type Message } from '../domain/message.ts'
import type { RecordSettings } from '../domain/record-settings.ts'
import { resolveRetestDate } from '../domain/retest-date.ts'
import { sayDayInEach } from '../domain/say-day.ts'
import type { AuditEvent } from '../domain/audit-event.ts'
import type { FollowUpList, HistoryLock, HistoryStatus, NewHistory, ShownRecord } from '../ipc/history.ts'
import {
  addRecord,
  countRecords,
  listRecords,
  purgeRecords,
  readRecord,
  recordDone,
  removeRecord,
  seeDay,
} from '../store/history/history-store.ts'
import { emptyJournal } from '../store/empty-journal.ts'
import type { Db } from '../store/open-database.ts'
import type { Reserve } from '../store/reserve.ts'
import { DiskFull } from '../store/storage-error.ts'
import { isListWhole, relistRecords } from '../store/history/relist-records.ts'
import type { Keystore } from './keystore.ts'
import type { GivenSheet, KeptLog } from './keep-log.ts'
import { logFailure } from './log-failure.ts'
import { openHistory } from './open-history.ts'

/** The history with the patients' names. Off until a clinic switches it on; whatever becomes of it, sheets print. */
export type KeptHistory = {
  readonly readStatus: () => HistoryStatus
  readonly switchOn: (lock: HistoryLock) => Promise<NewHistory>
  readonly unlock: (secret: string) => Promise<HistoryStatus>
  readonly recover: (code: string, lock: HistoryLock) => Promise<HistoryStatus>
  /** Forgets the key. The window sees that in the status it asks for, and shows no name any more. */
  readonly lock: () => HistoryStatus
  /** Locks, and has the window forget everything, a sheet half written too; with no history as well: whoever comes next may be another. */
  readonly lockAway: () => void
  /** Removes everything and switches it off. */
  readonly erase: () => HistoryStatus
  /** Keeps a sheet that has just left. @returns why it is not in the history; null when it is, or when there is none */
  readonly add: (given: GivenSheet) => Message | null
  readonly list: (filter: HistoryFilter, before: number | null, limit: number) => HistoryPage
  readonly show: (id: string) => ShownRecord
  readonly remove: (id: string) => void
  readonly recordDone: (id: string, doneOn: IsoDate | null) => void
  readonly listFollowUps: () => FollowUpList
  /** Removes the records of the days before one. @returns how many */
  readonly purge: (before: IsoDate) => number
  /** Removes the records that are too old; what keeps it from doing so is logged and stops nobody. */
  readonly purgeOld: () => void
  /** Purges now and each hour, so that a day that begins is noticed. @returns a function that ends this */
  readonly startPurging: () => () => void
  readonly close: () => void
}

type HistoryKit = {
  readonly path: string
  readonly keystore: Keystore
  readonly readTime: () => Date
  readonly readSettings: () => RecordSettings
  readonly openLibrary: () => Library
  readonly describe: KeptLog['describe']
  readonly record: (event: AuditEvent) => void
  /** given back when the disk is full */
  readonly reserve: Pick<Reserve, 'release' | 'isReleased'>
  readonly onOpened: () => void
  /** told when nothing of a patient may stay in the window */
  readonly onLockedAway: () => void
}

const betweenPurges = 60 * 60_000
/** More than a page shows; every record is opened for it. */
const allRecords = 1_000_000
/** Milliseconds within which a sheet that is given once more is still for the patient who sits there. */
const oneVisit = 15 * 60_000
/** As many sheets as that time may bring, and more. */
const lately = 50

function canRead(read: () => unknown): boolean {
  try {
    read()
    return true
  } catch {
    return false
  }
}

/** Makes what looks after the history. */
export function keepHistory(kit: HistoryKit): KeptHistory {
  const { keystore, readTime, readSettings, openLibrary } = kit
  const history = openHistory(kit)
  const today = () => toLocalDate(readTime())

  /** how many records were left after damage, once the key could tell */
  let healed: number | null = null
  /** whether bytes of what was removed still stand in the file */
  let doBytesRemain = false
  /** for how many days it was told that they are fewer than a wait: once a start, and anew when they are changed */
  let toldDays: number | null = null
  /** what keeps old records from going */
  let notPurged: Message | null = null

  function describeDamage(): Message[] {
    const aside = history.findAside()
    if (healed !== null) return [tell('history-healed', { count: healed })]
    return aside === null ? [] : [tell('history-salvaged', { file: aside })]
  }

  /** Once the key is there it shows which records are as they were written. */
  function heal(): void {
    try {
      const { db, key } = history.use()
      if (healed !== null || (history.findAside() === null && isListWhole(db, key))) return
      healed = relistRecords(db, key)
      kit.record({ kind: 'history-salvaged', records: healed })
    } catch (error) {
      logFailure('healing the history', error) // what is damaged is left out, and said to be
    }
  }

  function describeClock(): Message[] {
    const db = history.open()
    const latest = db === null ? today() : seeDay(db, today())
    return latest > today() ? [tell('clock-back', { latest: sayDayInEach(latest), today: sayDayInEach(today()) })] : []
  }

  function readStatus(): HistoryStatus {
    const { historyDays: days, lockMinutes } = readSettings()
    const standing = { keystoreRefusal: keystore.refusal(), days, lockMinutes, by: history.findLock() }
    try {
      const db = history.open()
      return {
        ...standing,
        state: db === null ? 'off' : history.isOpen() ? 'open' : 'locked',
        records: db === null ? 0 : countRecords(db),
        nextTry: history.findNextTry()?.toISOString() ?? null,
        notices: [...describeDamage(), ...describeClock(), ...(db === null ? [] : describePurge())],
      }
    } catch (error) {
      if (!(error instanceof AppError)) throw error
      const notices = [tell('history-closed', { why: error.told })]
      return { ...standing, by: null, state: 'closed', records: 0, nextTry: null, notices }
    }
  }

  /** On a full disk the reserve lets what removes something be written. */
  function withRoom<T>(work: () => T): T {
    try {
      return work()
    } catch (error) {
      if (!(error instanceof DiskFull) || !kit.reserve.release()) throw error
      return work()
    }
  }

  /** Takes the bytes of what was removed out of the file. */
  function finishRemoval(db: Db): void {
    doBytesRemain = true
    doBytesRemain = !withRoom(() => emptyJournal(db))
  }
  function refuseUnfinished(): void {
    if (doBytesRemain) throw new AppError('storage-failed', tell('purge-unfinished'))
  }

  function purge(before: IsoDate, seenBefore = before): number {
    const db = history.open()
    if (db === null) return 0
    const removed = withRoom(() => purgeRecords(db, before, seenBefore))
    if (removed > 0) {
      history.dropAsides()
      kit.record({ kind: 'history-purged', before: seenBefore, records: removed })
    }
    finishRemoval(db)
    return removed
  }

  /** By its own day and today; by the latest day ever seen too, though for those only that were kept before that was seen. */
  function purgeOld(): void {
    try {
      const db = history.open()
      if (db === null) return
      const latest = withRoom(() => seeDay(db, today()))
      const days = readSettings().historyDays
      purge(addDays(today(), -days), addDays(latest, -days))
      notPurged = null
    } catch (error) {
      logFailure('the purge of the history', error)
      notPurged = error instanceof AppError ? error.told : tell('fault-inside')
    }
  }

  function describePurge(): Message[] {
    if (doBytesRemain) purgeOld()
    return [
      ...(notPurged === null ? [] : [tell('history-not-purged', { why: notPurged })]),
      ...(notPurged === null && doBytesRemain ? [tell('purge-unfinished')] : []),
      ...(kit.reserve.isReleased() ? [tell('reserve-used')] : []),
    ]
  }

  function opened(): HistoryStatus {
    heal()
    purgeOld()
    kit.onOpened()
    return readStatus()
  }

  /**
   * Whether this very file, which holds the name, was kept a short while ago, and still can be read: a sheet that is printed
   * and then saved is one. Later it may be for another patient of that name.
   */
  function isThere({ handout, patientName }: HistoryRecord): boolean {
    if (patientName === '') return false // it may be for another patient
    const { db, key } = history.use()
    const isSame = (each: HistoryRecord) => {
      const since = Date.parse(handout.givenAt) - Date.parse(each.handout.givenAt)
      return each.handout.pdfSeal === handout.pdfSeal && since >= 0 && since <= oneVisit
    }
    return listRecords(db, key, { words: '' }, null, lately).records.some(
      (each) => isSame(each) && canRead(() => readRecord(db, key, each.handout.id)),
    )
  }

  /** @returns that its test is due too late for the history to show it as overdue, unless that was told already */
  const hashSpoken = ({ languages }: LoggedHandout) => hashText(toSpokenText(openLibrary(), languages))

  function keep({ selection, ...given }: GivenSheet): Message | null {
    const { db, key } = history.use()
    const { topic } = findContent(openLibrary(), selection).entry
    const retestOn = resolveRetestDate(topic, selection, given.madeOn)
    const handout = kit.describe({ selection, ...given })
    const record: HistoryRecord = {
      handout,
      patientName: selection.patientName,
      retestOn,
      paper: selection.paper,
      doneOn: null,
      spokenSha256: hashSpoken(handout),
    }
    if (!isThere(record)) addRecord(db, key, record, given.sheet.pdf, today())
    const { historyDays } = readSettings()
    const last = addDays(today(), historyDays)
    if (retestOn === null || retestOn < last || toldDays === historyDays) return null
    toldDays = historyDays
    return tell('retest-beyond-history', { last: sayDayInEach(last), day: sayDayInEach(retestOn) })
  }

  function add(given: GivenSheet): Message | null {
    try {
      if (history.open() === null) return null
      return keep(given)
    } catch (error) {
      if (error instanceof AppError && error.told.id === 'history-locked') return tell('not-kept-with-names')
      if (error instanceof AppError) return tell('not-in-history', { why: error.told })
      logFailure('the history', error)
      return tell('not-in-history', { why: tell('fault-inside') })
    }
  }

  function isOutdated({ handout, spokenSha256 }: HistoryRecord): boolean {
    const entry = openLibrary().topics.find(({ topic }) => topic.id === handout.topic)
    if (entry?.sha256 !== handout.contentSha256) return true
    return spokenSha256 !== undefined && spokenSha256 !== hashSpoken(handout)
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
    lock: () => {
      history.lock()
      return readStatus()
    },
    lockAway: () => {
      history.lock()
      kit.onLockedAway()
    },
    erase: () => {
      history.erase()
      healed = null
      doBytesRemain = false
      notPurged = null
      return readStatus()
    },
    add,
    list,
    show: (id) => {
      const { db, key } = history.use()
      const { record, pdf } = readRecord(db, key, id)
      return { record, pdf: new Uint8Array(pdf), isOutdated: isOutdated(record) }
    },
    remove: (id) => {
      const { db, key } = history.use()
      withRoom(() => removeRecord(db, key, id))
      history.dropAsides()
      kit.record({ kind: 'history-record-removed' })
      finishRemoval(db)
      refuseUnfinished()
    },
    recordDone: (id, doneOn) => {
      const { db, key } = history.use()
      recordDone(db, key, id, doneOn)
    },
    listFollowUps: () => {
      const { records, damaged } = list({ words: '' }, null, allRecords)
      return { followUps: listFollowUps(records, today()), damaged }
    },
    purge: (before) => {
      const removed = purge(before)
      refuseUnfinished()
      return removed
    },
    purgeOld,
    startPurging: () => {
      purgeOld()
      const timer = setInterval(purgeOld, betweenPurges)
      return () => clearInterval(timer)
    },
    close: history.close,
  }
}
