import { AppError } from '../domain/app-error.ts'
import type { TeachBack } from '../domain/handout.ts'
import { logHandout, type Giving, type HandoutFilter, type HandoutPage } from '../domain/handout-log.ts'
import { findContent } from '../domain/check-selection.ts'
import { tell, type Message } from '../domain/message.ts'
import type { Library } from '../domain/library.ts'
import type { Selection } from '../domain/selection.ts'
import { addHandout, listHandouts, recordTeachBack, sealPdf } from '../store/handout-store.ts'
import type { Db } from '../store/open-database.ts'
import { readRecordSettings } from '../store/settings-store.ts'
import type { KeptClinic } from './keep-clinic.ts'
import { logFailure } from './log-failure.ts'
import type { RenderedSheet } from './render-messages.ts'

/** A sheet that has just left: on its way to paper, or as a file. */
export type GivenSheet = Pick<Giving, 'id' | 'way' | 'copies'> & {
  readonly selection: Selection
  readonly sheet: RenderedSheet
}

/** The log of sheets given. */
export type KeptLog = {
  /** Writes a sheet into the log, if the clinic keeps one. @returns why it is not in the log; null when all is well */
  readonly add: (given: GivenSheet) => Message | null
  readonly list: (filter: HandoutFilter, before: number | null, limit: number) => HandoutPage
  readonly recordTeachBack: (id: string, outcome: TeachBack | null) => void
}

type LogKit = {
  readonly kept: Pick<KeptClinic, 'use'>
  readonly openLibrary: () => Library
  readonly appVersion: string
  readonly readTime: () => Date
}

/** The log in clinic.db. A sheet that is printed or saved has left, so nothing here may fail it: what is wrong is told. */
export function keepLog({ kept, openLibrary, appVersion, readTime }: LogKit): KeptLog {
  function write(db: Db, { selection, sheet, ...given }: GivenSheet): void {
    const { isLogKept, staffAlias } = readRecordSettings(db)
    if (!isLogKept) return
    const giving = {
      ...given,
      givenAt: readTime().toISOString(),
      staff: staffAlias,
      appVersion,
      sheetId: sheet.sheetId,
      pages: sheet.pages,
      pdfSeal: sealPdf(db, sheet.pdf),
    }
    addHandout(db, logHandout(findContent(openLibrary(), selection).entry, selection, giving))
  }

  function add(given: GivenSheet): Message | null {
    try {
      kept.use((db) => write(db, given))
      return null
    } catch (error) {
      if (error instanceof AppError) return tell('not-logged', { why: error.told })
      logFailure('the log', error)
      return tell('not-logged-fault')
    }
  }
  return {
    add,
    list: (filter, before, limit) => kept.use((db) => listHandouts(db, filter, before, limit)),
    recordTeachBack: (id, outcome) => kept.use((db) => recordTeachBack(db, id, outcome)),
  }
}
