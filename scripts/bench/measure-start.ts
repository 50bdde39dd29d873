import { spawnSync } from 'node:child_process'
import { on } from 'node:events'
import { rmSync } from 'node:fs'
import path from 'node:path'
import { Worker } from 'node:worker_threads'
import type { Library } from '../../src/domain/library.ts'
import { startPdfWorker } from '../../src/main/pdf-worker.ts'
import { WorkerNotice, type WorkerStart } from '../../src/main/render-messages.ts'
import { projectFolder } from '../project-folder.ts'
import type { BenchDocument } from './rival.ts'

const built = path.join(projectFolder, 'out/main')

/** Waits until a thread has made itself ready. @throws Error when it could not */
export async function waitUntilWarm(thread: Worker): Promise<void> {
  for await (const [raw] of on(thread, 'message')) {
    const { failure } = WorkerNotice.parse(raw)
    if (failure !== null) throw new Error(`The drawing thread could not make itself ready: ${failure}`)
    return
  }
}

/**
 * Milliseconds a clinician waits for the first sheet: the app's own worker is started, warms up, and is then asked for
 * each document by a new worker.
 */
export async function measureFirstSheets(
  library: Library,
  fonts: string,
  documents: readonly BenchDocument[],
): Promise<number[]> {
  const times: number[] = []
  for (const { job } of documents) {
    const workerData: WorkerStart = { library, fonts, logo: null }
    const thread = new Worker(path.join(built, 'render-worker.cjs'), { workerData })
    const worker = startPdfWorker(
      () => thread,
      () => undefined,
    )
    await waitUntilWarm(thread)
    const start = performance.now()
    await worker.render(job, 'paper')
    times.push(performance.now() - start)
    worker.stop()
  }
  return times
}

/** Milliseconds of the whole `sheet` command, process and all: the first with nothing compiled kept, then again and again. */
export function measureCommand(times: number): { readonly first: number; readonly again: number[] } {
  rmSync(path.join(projectFolder, 'out/compile-cache'), { recursive: true, force: true })
  const out = path.join(projectFolder, 'out/bench-sheet.pdf')
  const options =
    `--topic raised-liver-enzymes --cause fatty-liver:likely --cause drug-injury:checking --language en ` +
    `--result ALT=96/45 --result AST=58/40 --date 2026-11-22 --retest 2026-12-07 --region uk --out`
  const run = () => {
    const start = performance.now()
    const { status, stderr } = spawnSync(
      process.execPath,
      [path.join(projectFolder, 'scripts/sheet.mjs'), ...options.split(' '), out],
      { encoding: 'utf8' },
    )
    if (status !== 0) throw new Error(`The sheet command failed: ${stderr}`)
    return performance.now() - start
  }
  const all = Array.from({ length: times }, run)
  rmSync(out)
  const [first = Number.NaN, ...again] = all
  return { first, again }
}
