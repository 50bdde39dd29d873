import { readFileSync } from 'node:fs'
import path from 'node:path'
import { setTimeout } from 'node:timers/promises'
import { Worker } from 'node:worker_threads'
import { projectFolder } from '../../scripts/project-folder.ts'
import { hashText } from '../../src/content/hash-text.ts'
import { readLibrary } from '../../src/content/read-library.ts'
import { Clinic } from '../../src/domain/clinic.ts'
import type { Library } from '../../src/domain/library.ts'
import { parseSelection } from '../../src/domain/selection.ts'
import { keepLog } from '../../src/main/keep-log.ts'
import { prepareMakeAgain, type MakeAgain } from '../../src/main/make-again.ts'
import { startPdfWorker } from '../../src/main/pdf-worker.ts'
import { openClinicDatabase } from '../../src/store/clinic-database.ts'
import { keepContent } from '../../src/store/content-store.ts'
import type { Db } from '../../src/store/open-database.ts'

/**
 * The longest that the main thread was held up at a time, how much of its own work there was between two turns at most (Linux
 * only), and how long the whole took, in milliseconds.
 */
export type HeldUp = { readonly name: string; readonly longest: number; readonly own: number; readonly took: number }

const madeOn = '2026-11-22'
const [withName, withAdvice] = ['0c6f2f0e-6f0a-4c6e-9a55-3d2f7a1b0c11', '5f0c1c1e-7a0b-4b4e-9d5a-3f1f4f1d2c3b']
const rounds = 5

/** For how long the main thread has run, in milliseconds, as the kernel tells: what it waited for a processor is not in it. */
const readWork = () =>
  process.platform === 'linux' ? Number(readFileSync('/proc/self/schedstat', 'utf8').split(' ')[0]) / 1e6 : 0

/** The turns of the main thread while something goes on. */
async function watchTurns(name: string, work: () => Promise<unknown>): Promise<HeldUp> {
  let [last, before] = [performance.now(), readWork()]
  let [longest, own] = [0, 0]
  const timer = setInterval(() => {
    const [now, done] = [performance.now(), readWork()]
    longest = Math.max(longest, now - last)
    own = Math.max(own, done - before)
    last = now
    before = done
  }, 1)
  await setTimeout(20)
  longest = 0
  own = 0
  const start = performance.now()
  await work().catch(() => undefined) // refused, as it should be
  const took = performance.now() - start
  await setTimeout(20)
  clearInterval(timer)
  return { name, longest, own, took }
}

/** Other libraries with the same topics, as updates bring them. */
function keepOthers(db: Db, library: Library, count: number): void {
  for (let number = 1; number <= count; number += 1) {
    const text = JSON.stringify(library, null, number)
    keepContent(db, { hash: hashText(text), text })
  }
}

async function measure(makeAgain: MakeAgain, kept: number): Promise<HeldUp[]> {
  const found: HeldUp[] = []
  for (const [what, id] of [
    ['with a name', withName],
    ['with changed advice', withAdvice],
  ] as const) {
    const runs: HeldUp[] = []
    for (let round = 0; round < rounds; round += 1)
      runs.push(await watchTurns(`a sheet ${what} refused, ${kept} kept libraries`, () => makeAgain(id)))
    found.push(...runs.toSorted((a, b) => b.longest - a.longest).slice(0, 1))
  }
  return found
}

/**
 * How long the window is held up while the log is asked for a sheet that cannot be made again, which takes longest: each
 * library is tried for one with a name, all looks for one whose advice was changed. The worst of five rounds.
 */
export async function measureReprint(): Promise<HeldUp[]> {
  const shipped = readLibrary(path.join(projectFolder, 'out/library.json'))
  const { library } = shipped
  const script = path.join(projectFolder, 'src/main/render-worker.ts')
  const workerData = { library, fonts: path.join(projectFolder, 'out/fonts'), logo: null }
  const worker = startPdfWorker(
    () => new Worker(script, { workerData }),
    (what) => console.error(what),
  )
  const db = openClinicDatabase(':memory:')
  const kept = { use: <T>(work: (opened: Db) => T) => work(db) }
  const openLibrary = () => library
  const readTime = () => new Date(2026, 10, 22, 9, 30)
  const log = keepLog({ kept, openLibrary, shippedText: () => shipped, appVersion: '0.1.0', readTime })
  const clinic = Clinic.parse({ emergencyNumber: '112' })
  const choices = { topic: 'raised-liver-enzymes', language: 'en', causes: [{ id: 'alcohol' }] }
  const give = async (id: string, change: object, sheetId?: string) => {
    const selection = parseSelection({ ...choices, ...change })
    const sheet = await worker.render({ selection, clinic, today: madeOn }, 'paper')
    log.add({
      id,
      way: 'printed',
      copies: 1,
      madeOn,
      selection,
      sheet: { ...sheet, sheetId: sheetId ?? sheet.sheetId },
    })
  }
  try {
    await give(withName, { patientName: 'Patient Name' })
    await give(withAdvice, {}, '0000-0000') // an id that no choice gives
    const readSettings = () => clinic
    const readLibraryHash = () => shipped.hash
    const kit = { kept, openLibrary, readLibraryHash, appVersion: '0.1.0', readSettings, worker: () => worker }
    const makeAgain = prepareMakeAgain(kit)
    const one = await measure(makeAgain, 1)
    keepOthers(db, library, 10)
    return [...one, ...(await measure(makeAgain, 11))]
  } finally {
    worker.stop()
    db.close()
  }
}
