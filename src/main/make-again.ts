import { AppError, toProblem } from '../domain/app-error.ts'
import { toLocalDate, type IsoDate } from '../domain/calendar.ts'
import type { Clinic } from '../domain/clinic.ts'
import type { LoggedHandout } from '../domain/handout-log.ts'
import type { Library } from '../domain/library.ts'
import { listDays, type FoundChoices } from '../domain/make-again.ts'
import { tell, type Message } from '../domain/message.ts'
import type { Selection } from '../domain/selection.ts'
import { findContentRow, listContentRows, openContent } from '../store/content-store.ts'
import { findFirstGiven, readHandout, sealPdf } from '../store/handout-store.ts'
import type { KeptClinic } from './keep-clinic.ts'
import type { PdfWorker } from './pdf-worker.ts'
import type { RenderedSheet } from './render-messages.ts'

/** A sheet of the log, made again: the very file that was given. */
export type SheetAgain = {
  readonly handout: LoggedHandout
  readonly selection: Selection
  readonly sheet: RenderedSheet
  /** the day of the next test that stands on it; null for none */
  readonly retestOn: IsoDate | null
  /** whether the same choices would print another text today, so that a new sheet is better than the old one */
  readonly isOutdated: boolean
}

/** Makes a sheet of the log again. @throws AppError not-available when it cannot be the very sheet; storage-failed */
export type MakeAgain = (handout: string) => Promise<SheetAgain>

type MakeAgainKit = {
  readonly kept: Pick<KeptClinic, 'use'>
  readonly openLibrary: () => Library
  /** hex SHA-256 of the text of that library */
  readonly readLibraryHash: () => string
  readonly appVersion: string
  readonly readSettings: () => Clinic
  readonly worker: () => Pick<PdfWorker, 'findChoices' | 'render'>
}

/** The text of a library that a sheet may have been made from; undefined for that of today, which the thread has. */
type Content = string | undefined

/** Why there is no library to ask: none is kept, or what is kept is damaged or of another program. */
type Lack = 'again-unread' | 'again-damaged' | 'again-not-kept'

/** Why no choices that the log holds give the sheet its short id. */
const listChanges = ({ madeOn }: LoggedHandout): readonly Message[] => [
  tell('again-advice-changed'),
  tell('again-medicine-ticked'),
  tell('again-retest-far'),
  ...(madeOn === null ? [tell('again-other-day')] : []), // it was not kept then
]

/** Why the file differs though the choices are the same. */
const differences: readonly Message[] = [
  tell('again-of-patient'),
  tell('again-with-record'),
  tell('again-other-clinic'),
]

/**
 * Makes the function that makes a sheet of the log again. The log holds no patient, so only a sheet that said nothing of one
 * comes out the same: it is drawn from what the log holds, and counts only when the seal of the first PDF fits. One that
 * merely looks like it is never printed: without the results or what was ticked for the safety rules it could say too little.
 * What takes long is done in other threads, and the libraries are read one at a time, so that nothing holds up the window.
 */
export function prepareMakeAgain(kit: MakeAgainKit): MakeAgain {
  const { kept, openLibrary, readSettings, worker } = kit

  /** The libraries with this version of a topic: that of today, then those that were kept, the newest first. */
  async function* listContents(topicSha256: string, onDamaged: () => void): AsyncGenerator<Content> {
    if (openLibrary().topics.some(({ sha256 }) => sha256 === topicSha256)) yield undefined
    const today = kit.readLibraryHash()
    for (const { row, sha256 } of kept.use(listContentRows)) {
      if (sha256 === today) continue
      const found = kept.use((db) => findContentRow(db, row))
      if (found === undefined) continue
      const text = await openContent(found)
      if (text === null) onDamaged()
      else if (text.includes(topicSha256)) yield text // to parse it would take ten times as long
    }
  }

  /** The sheet, where it is the very file that was given. */
  async function draw(handout: LoggedHandout, { selection, day }: FoundChoices, content: Content) {
    const job = { selection, clinic: readSettings(), today: day, content }
    const sheet = await worker()
      .render(job, 'paper')
      .catch((error: unknown) => {
        const isRefused = error instanceof AppError && ['bad-input', 'not-available'].includes(error.code)
        if (isRefused) return null // these choices alone print nothing, so there were others
        throw error
      })
    return sheet !== null && kept.use((db) => sealPdf(db, sheet.pdf)) === handout.pdfSeal ? sheet : null
  }

  /** @throws AppError always: first what cannot be done, then each reason there may be */
  function refuse({ appVersion }: LoggedHandout, why: readonly Message[]): never {
    const older = appVersion === kit.appVersion ? [] : [tell('again-older-program', { version: appVersion })]
    const told = [tell('not-made-again'), ...why, ...older]
    throw new AppError(
      'not-available',
      told.map((each) => toProblem('', each)),
    )
  }

  return async (id) => {
    const handout = kept.use((db) => readHandout(db, id))
    const entry = openLibrary().topics.find(({ topic }) => topic.id === handout.topic)
    if (entry === undefined || entry.topic.status === 'retired')
      throw new AppError('not-available', tell('topic-retired'))
    const first = kept.use((db) => findFirstGiven(db, handout.pdfSeal)) ?? handout.givenAt
    const days = listDays(handout, toLocalDate(new Date(first)))
    let found: FoundChoices | undefined // the same for each library, for the id hangs on the topic alone
    let lack: Lack = 'again-not-kept'
    const onDamaged = () => {
      if (lack === 'again-not-kept') lack = 'again-damaged'
    }
    for await (const content of listContents(handout.contentSha256, onDamaged)) {
      try {
        const choices: FoundChoices | null = found ?? (await worker().findChoices({ handout, days, content }))
        if (choices === null) refuse(handout, listChanges(handout))
        found = choices
        const sheet = await draw(handout, choices, content)
        if (sheet === null) continue
        const { selection, day, retestOn } = choices
        return { handout: { ...handout, madeOn: day }, selection, sheet, retestOn, isOutdated: content !== undefined }
      } catch (error) {
        const isOfOtherProgram = error instanceof AppError && error.code === 'content-damaged' && content !== undefined
        if (!isOfOtherProgram) throw error
        lack = 'again-unread'
      }
    }
    if (found !== undefined) refuse(handout, differences)
    return refuse(handout, [tell(lack, { version: handout.topicVersion })])
  }
}
