// Imported for what it does, and before all that builds a schema.
// oxlint-disable-next-line import/no-unassigned-import
import '../ipc/configure-zod.ts'
import { setImmediate } from 'node:timers/promises'
import { parentPort, workerData } from 'node:worker_threads'
import { AppError, assertNever } from '../domain/app-error.ts'
import { Clinic } from '../domain/clinic.ts'
import type { Library } from '../domain/library.ts'
import { notALogo, toKeptLogo } from '../domain/logo.ts'
import { loadFonts, type Fonts } from '../pdf/load-fonts.ts'
import type { Logo } from '../pdf/logo/read-logo.ts'
import { renderSelection } from '../pdf/render-selection.ts'
import { renderWithRecord } from '../pdf/render-with-record.ts'
import { nameError } from './log-failure.ts'
import { hashText } from '../content/hash-text.ts'
import { parseLibrary, verifyTopic } from '../content/read-library.ts'
import { findChoices, type FoundChoices } from '../domain/make-again.ts'
import { listWarmUps } from './warm-up.ts'
import {
  WorkerStart,
  type WorkerNotice,
  type FindJob,
  type LogoJob,
  type RenderedSheet,
  type RenderJob,
  type RenderReply,
  type WorkerJob,
  type WorkerRequest,
} from './render-messages.ts'

// The thread of the PDF: it takes one request after another, so that drawing never holds up the window.
const { library, fonts: fontsFolder, logo: logoAtStart } = WorkerStart.parse(workerData)
let opened: Fonts | undefined
const openFonts = () => (opened ??= loadFonts(fontsFolder))

const notify = (notice: WorkerNotice): void => parentPort?.postMessage(notice)

/** Opened once, not with every sheet; what reads pictures is loaded only where there is one. */
let logo: Promise<Logo | undefined> = openKept(logoAtStart)

/** A logo as it was kept; none for one that a disk spoilt, for it must not stop a sheet. */
async function openKept(bytes: Uint8Array | null): Promise<Logo | undefined> {
  if (bytes === null) return undefined
  const { openLogo } = await import('../pdf/logo/read-logo.ts')
  try {
    const kept = toKeptLogo(bytes)
    if (!kept) throw notALogo()
    return openLogo(kept)
  } catch (error) {
    notify({ kind: 'logo-lost', failure: nameError(error) })
    return undefined
  }
}

async function takeLogo({ logo: bytes }: LogoJob) {
  if (bytes === null) {
    logo = Promise.resolve(undefined)
    return null
  }
  const { cleanLogo, openLogo } = await import('../pdf/logo/read-logo.ts')
  const kept = cleanLogo(bytes)
  logo = Promise.resolve(openLogo(kept))
  return new Uint8Array(kept.bytes)
}

/** The kept library read last: the same one is asked for twice, to find the choices and to draw. */
let older: { readonly content: string; readonly library: Library } | undefined

/** @throws AppError content-damaged for one that this version of the program does not read */
function openContent(content: string | undefined): Library {
  if (content === undefined) return library
  if (older?.content !== content) older = { content, library: parseLibrary(content) }
  return older.library
}

function find({ handout, days, content }: FindJob): FoundChoices | null {
  const entry = openContent(content).topics.find(({ sha256 }) => sha256 === handout.contentSha256)
  return entry === undefined ? null : findChoices(entry, handout, days, hashText)
}

async function draw({ record, content, ...job }: RenderJob): Promise<RenderedSheet> {
  const inputs = { library: openContent(content), ...job }
  verifyTopic(inputs.library, job.selection.topic)
  const extras = { logo: await logo }
  const { pdf, pages, sheet } = record
    ? await renderWithRecord(inputs, openFonts(), record, extras)
    : await renderSelection(inputs, openFonts(), extras)
  return { pdf: new Uint8Array(pdf), pages, sheetId: sheet.id }
}

async function act(id: number, job: WorkerJob): Promise<RenderReply> {
  switch (job.kind) {
    case 'draw':
      return { kind: 'rendered', id, sheet: await draw(job) }
    case 'find-choices':
      return { kind: 'choices-found', id, found: find(job) }
    case 'take-logo':
      return { kind: 'logo-taken', id, logo: await takeLogo(job) }
    default:
      return assertNever(job)
  }
}

async function answer({ id, ...job }: WorkerRequest): Promise<RenderReply> {
  try {
    return await act(id, job)
  } catch (error) {
    if (error instanceof AppError) return { kind: 'refused', id, code: error.code, problems: [...error.problems] }
    return { kind: 'failed', id, what: nameError(error) }
  }
}

const warmUpDay = '2000-01-01'

/**
 * Draws sheets for nobody, so that fonts and code are ready for the first patient. A request that comes meanwhile goes
 * first.
 */
async function warmUp(): Promise<void> {
  for (const selection of listWarmUps(library)) {
    await setImmediate()
    await renderSelection({ library, selection, clinic: Clinic.parse({}), today: warmUpDay }, openFonts())
  }
}

parentPort?.on('message', (request: WorkerRequest) => {
  void answer(request).then((reply) => parentPort?.postMessage(reply))
})

warmUp().then(
  () => notify({ kind: 'warmed-up', failure: null }),
  (error: unknown) => notify({ kind: 'warmed-up', failure: nameError(error) }),
)
