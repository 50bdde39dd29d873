import { AppError } from '../domain/app-error.ts'
import { toLocalDate, type IsoDate } from '../domain/calendar.ts'
import type { Clinic } from '../domain/clinic.ts'
import type { LoggedHandout } from '../domain/handout-log.ts'
import type { Library } from '../domain/library.ts'
import { findChoices } from '../domain/make-again.ts'
import { tell } from '../domain/message.ts'
import type { Selection } from '../domain/selection.ts'
import { hashText } from '../content/hash-text.ts'
import { parseLibrary } from '../content/read-library.ts'
import { listContents } from '../store/content-store.ts'
import { findFirstGiven, readHandout, sealPdf } from '../store/handout-store.ts'
import type { KeptClinic } from './keep-clinic.ts'
import type { RenderedSheet, RenderJob } from './render-messages.ts'

/** A sheet of the log, made again: the very file that was given. */
export type SheetAgain = {
  readonly handout: LoggedHandout
  readonly selection: Selection
  readonly sheet: RenderedSheet
  /** whether the same choices would print another text today, so that a new sheet is better than the old one */
  readonly isOutdated: boolean
}

/** Makes a sheet of the log again. @throws AppError not-available when it cannot be the very sheet; storage-failed */
export type MakeAgain = (handout: string) => Promise<SheetAgain>

type MakeAgainKit = {
  readonly kept: Pick<KeptClinic, 'use'>
  readonly openLibrary: () => Library
  readonly readSettings: () => Clinic
  readonly render: (job: RenderJob) => Promise<RenderedSheet>
}

/** A library that a sheet may have been made from, null for one that this version of the program no longer reads. */
function tryLibrary(text: string): Library | null {
  try {
    return parseLibrary(text)
  } catch {
    return null
  }
}

/**
 * Makes the function that makes a sheet of the log again. The log holds no patient, so only a sheet that said nothing of one
 * comes out the same: it is drawn from what the log holds, and counts only when the seal of the first PDF fits. One that
 * merely looks like it is never printed: without the results or what was ticked for the safety rules it could say too little.
 */
export function prepareMakeAgain({ kept, openLibrary, readSettings, render }: MakeAgainKit): MakeAgain {
  async function draw(handout: LoggedHandout, library: Library, day: IsoDate): Promise<SheetAgain | null> {
    const content = library.topics.find(({ sha256 }) => sha256 === handout.contentSha256)
    const selection = content && findChoices(content, handout, day, hashText)
    if (!selection) return null
    const today = openLibrary()
    const old = library === today ? {} : { library }
    const sheet = await render({ selection, clinic: readSettings(), today: day, ...old }).catch((error: unknown) => {
      if (error instanceof AppError) return null // no longer fits what is printed today
      throw error
    })
    if (sheet === null || kept.use((db) => sealPdf(db, sheet.pdf)) !== handout.pdfSeal) return null
    return { handout, selection, sheet, isOutdated: !today.topics.includes(content) }
  }

  return async (id) => {
    const handout = kept.use((db) => readHandout(db, id))
    const entry = openLibrary().topics.find(({ topic }) => topic.id === handout.topic)
    if (entry?.topic.status === 'retired')
      throw new AppError('not-available', tell('topic-retired', { topic: handout.topic }))
    const first = kept.use((db) => findFirstGiven(db, handout.pdfSeal)) ?? handout.givenAt
    const day = toLocalDate(new Date(first))
    const old = kept.use((db) => listContents(db, handout.contentSha256)).flatMap((text) => tryLibrary(text) ?? [])
    for (const library of [openLibrary(), ...old]) {
      const again = await draw(handout, library, day)
      if (again !== null) return again
    }
    throw new AppError('not-available', tell('not-made-again'))
  }
}
