import { setImmediate } from 'node:timers/promises'
import { parentPort, workerData } from 'node:worker_threads'
import { AppError } from '../domain/app-error.ts'
import { Clinic } from '../domain/clinic.ts'
import { loadFonts, type Fonts } from '../pdf/load-fonts.ts'
import { renderSelection } from '../pdf/render-selection.ts'
import { nameError } from './log-failure.ts'
import { verifyTopic } from '../content/read-library.ts'
import { listWarmUps } from './warm-up.ts'
import { WorkerStart, type RenderReply, type RenderRequest } from './render-messages.ts'

// The thread of the PDF: it takes one request after another, so that drawing never holds up the window.
const { library, fonts: fontsFolder } = WorkerStart.parse(workerData)
let opened: Fonts | undefined
const openFonts = () => (opened ??= loadFonts(fontsFolder))

async function answer({ id, ...job }: RenderRequest): Promise<RenderReply> {
  try {
    verifyTopic(library, job.selection.topic)
    const { pdf, pages, sheet } = await renderSelection({ library, ...job }, openFonts())
    return { kind: 'rendered', id, sheet: { pdf: new Uint8Array(pdf), pages, sheetId: sheet.id } }
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

parentPort?.on('message', (request: RenderRequest) => {
  void answer(request).then((reply) => parentPort?.postMessage(reply))
})

// A font that cannot be read is told to the first who asks for a sheet.
warmUp().catch(() => undefined)
