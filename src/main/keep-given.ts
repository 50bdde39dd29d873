import { hashText } from '../content/hash-text.ts'
import { addDays, type IsoDate } from '../domain/calendar.ts'
import { findContent } from '../domain/check-selection.ts'
import type { LoggedHandout } from '../domain/handout-log.ts'
import type { HistoryRecord } from '../domain/history.ts'
import { toSpokenText, type Library } from '../domain/library.ts'
import { tell, type Message } from '../domain/message.ts'
import type { RecordSettings } from '../domain/record-settings.ts'
import { resolveRetestDate } from '../domain/retest-date.ts'
import { sayDayInEach } from '../domain/say-day.ts'
import { addRecord, listRecords, readRecord } from '../store/history/history-store.ts'
import type { GivenSheet, KeptLog } from './keep-log.ts'
import type { OpenHistory } from './open-history.ts'

type GivenKit = {
  readonly history: OpenHistory
  readonly readToday: () => IsoDate
  readonly readSettings: () => RecordSettings
  readonly openLibrary: () => Library
  readonly describe: KeptLog['describe']
}

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

/** Makes what keeps each sheet that is given in the history, and knows whether it would be another one today. */
export function keepGiven({ history, readToday, readSettings, openLibrary, describe }: GivenKit) {
  /** for how many days it was told that they are fewer than a wait: once a start, and anew when they are changed */
  let toldDays: number | null = null

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

  const hashSpoken = ({ languages }: LoggedHandout) => hashText(toSpokenText(openLibrary(), languages))

  return {
    /**
     * Keeps a sheet that has just left.
     * @returns that its test is due too late for the history to show it as overdue, unless that was told already
     * @throws AppError not-available while the history is locked; storage-failed
     */
    keep: ({ selection, ...given }: GivenSheet): Message | null => {
      const { db, key } = history.use()
      const { topic } = findContent(openLibrary(), selection).entry
      const retestOn = resolveRetestDate(topic, selection, given.madeOn)
      const handout = describe({ selection, ...given })
      const record: HistoryRecord = {
        handout,
        patientName: selection.patientName,
        retestOn,
        paper: selection.paper,
        doneOn: null,
        spokenSha256: hashSpoken(handout),
      }
      const today = readToday()
      if (!isThere(record)) addRecord(db, key, record, given.sheet.pdf, today)
      const { historyDays } = readSettings()
      const last = addDays(today, historyDays)
      if (retestOn === null || retestOn < last || toldDays === historyDays) return null
      toldDays = historyDays
      return tell('retest-beyond-history', { last: sayDayInEach(last), day: sayDayInEach(retestOn) })
    },
    /** Whether the same choices would print another text today. */
    isOutdated: ({ handout, spokenSha256 }: HistoryRecord): boolean => {
      const entry = openLibrary().topics.find(({ topic }) => topic.id === handout.topic)
      if (entry?.sha256 !== handout.contentSha256) return true
      return spokenSha256 !== undefined && spokenSha256 !== hashSpoken(handout)
    },
  }
}
