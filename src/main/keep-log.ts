import { AppError } from '../domain/app-error.ts'
import type { IsoDate } from '../domain/calendar.ts'
import type { TeachBack } from '../domain/handout.ts'
import {
  logHandout,
  type Giving,
  type HandoutFilter,
  type HandoutPage,
  type LoggedHandout,
} from '../domain/handout-log.ts'
import { findContent } from '../domain/check-selection.ts'
import { tell, type Message } from '../domain/message.ts'
import type { Library } from '../domain/library.ts'
import type { Selection } from '../domain/selection.ts'
import type { ShippedText } from '../store/content-store.ts'
import { addHandout, listHandouts, listStaff, recordTeachBack, sealPdf } from '../store/handout-store.ts'
import type { Db } from '../store/open-database.ts'
import { readRecordSettings } from '../store/settings-store.ts'
import type { KeptClinic } from './keep-clinic.ts'
import { logFailure } from './log-failure.ts'
import type { RenderedSheet } from './render-messages.ts'

/** A sheet that has just left: on its way to paper, or as a file. */
export type GivenSheet = Pick<Giving, 'id' | 'way' | 'copies'> & {
  /** the day that stands on it */
  readonly madeOn: IsoDate
  readonly selection: Selection
  readonly sheet: RenderedSheet
}

/** The log of sheets given. */
export type KeptLog = {
  /** Writes a sheet into the log, if the clinic keeps one. @returns why it is not in the log; null when all is well */
  readonly add: (given: GivenSheet) => Message | null
  /** The same for a sheet of the history that left once more. */
  readonly addAgain: (handout: LoggedHandout, again: Pick<Giving, 'id' | 'way' | 'copies'>) => Message | null
  /** What the log says of a sheet that has just left. @throws AppError storage-failed, bad-input */
  readonly describe: (given: GivenSheet) => LoggedHandout
  readonly list: (filter: HandoutFilter, before: number | null, limit: number) => HandoutPage
  /** Who gave the sheets of the log, as the clinic called them. */
  readonly listStaff: () => readonly string[]
  readonly recordTeachBack: (id: string, outcome: TeachBack | null) => void
}

type LogKit = {
  readonly kept: Pick<KeptClinic, 'use'>
  readonly openLibrary: () => Library
  /** what that library was read from: kept, so that a sheet can be made again after an update */
  readonly shippedText: () => ShippedText
  readonly appVersion: string
  readonly readTime: () => Date
}

/** The log in clinic.db. A sheet that is printed or saved has left, so nothing here may fail it: what is wrong is told. */
export function keepLog({ kept, openLibrary, shippedText, appVersion, readTime }: LogKit): KeptLog {
  const mark = (db: Db) => ({ givenAt: readTime().toISOString(), staff: readRecordSettings(db).staffAlias })

  function describe(db: Db, { selection, sheet, ...given }: GivenSheet): LoggedHandout {
    const giving = {
      ...given,
      ...mark(db),
      appVersion,
      sheetId: sheet.sheetId,
      pages: sheet.pages,
      pdfSeal: sealPdf(db, sheet.pdf),
    }
    return logHandout(findContent(openLibrary(), selection).entry, selection, giving)
  }

  function write(describeIt: (db: Db) => LoggedHandout): Message | null {
    try {
      kept.use((db) => {
        if (!readRecordSettings(db).isLogKept) return
        const handout = describeIt(db)
        const isOfToday = openLibrary().topics.some(({ sha256 }) => sha256 === handout.contentSha256)
        addHandout(db, handout, isOfToday ? shippedText() : undefined)
      })
      return null
    } catch (error) {
      if (error instanceof AppError) return tell('not-logged', { why: error.told })
      logFailure('the log', error)
      return tell('not-logged-fault')
    }
  }
  return {
    add: (given) => write((db) => describe(db, given)),
    addAgain: (handout, again) => write((db) => ({ ...handout, ...again, ...mark(db), teachBack: null })),
    describe: (given) => kept.use((db) => describe(db, given)),
    list: (filter, before, limit) => kept.use((db) => listHandouts(db, filter, before, limit)),
    listStaff: () => kept.use(listStaff),
    recordTeachBack: (id, outcome) => kept.use((db) => recordTeachBack(db, id, outcome)),
  }
}
