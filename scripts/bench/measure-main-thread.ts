import { readFileSync } from 'node:fs'
import path from 'node:path'
import { Worker } from 'node:worker_threads'
import type { Library } from '../../src/domain/library.ts'
import { startPdfWorker } from '../../src/main/pdf-worker.ts'
import type { WorkerStart } from '../../src/main/render-messages.ts'
import { projectFolder } from '../project-folder.ts'
import { findQuantile } from './statistics.ts'
import { waitUntilWarm } from './measure-start.ts'
import type { BenchDocument } from './rival.ts'

/** Longest the main thread may be held up, in milliseconds. */
export const longestHoldUp = 8

/** How long the main thread computed at a time while its worker drew, in milliseconds; how often for longer than it may. */
export type HoldUp = { readonly p999: number; readonly most: number; readonly over: number; readonly sheets: number }

// The kernel tells how long a thread has run: what it waited for a processor is not in it.
const readWork = (): number => Number(readFileSync('/proc/self/schedstat', 'utf8').split(' ')[0]) / 1e6

/** What asking for sheets, one after another, costs the thread that asks. Null where the kernel does not tell: all but Linux. */
export async function measureMainThread(
  library: Library,
  fonts: string,
  documents: readonly BenchDocument[],
): Promise<HoldUp | null> {
  if (process.platform !== 'linux') return null
  const workerData: WorkerStart = { library, fonts, logo: null }
  const thread = new Worker(path.join(projectFolder, 'out/main/render-worker.cjs'), { workerData })
  const worker = startPdfWorker(
    () => thread,
    () => undefined,
  )
  await waitUntilWarm(thread)
  const turns: number[] = []
  let before = readWork()
  const timer = setInterval(() => {
    const now = readWork()
    turns.push(now - before)
    before = now
  }, 1)
  for (const { job } of documents) await worker.render(job, 'paper')
  clearInterval(timer)
  worker.stop()
  const over = turns.filter((turn) => turn > longestHoldUp).length
  return { p999: findQuantile(turns, 0.999), most: Math.max(...turns), over, sheets: documents.length }
}
