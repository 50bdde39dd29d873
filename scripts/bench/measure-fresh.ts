import { fork } from 'node:child_process'
import path from 'node:path'
import type { FreshCost } from './fresh-process.ts'
import type { BenchDocument } from './rival.ts'

/** What a rival costs in a process that holds nothing else: see `FreshCost`. @throws Error when it breaks off */
export async function measureFresh(
  rival: string,
  fonts: string,
  documents: readonly BenchDocument[],
): Promise<FreshCost> {
  const child = fork(path.join(import.meta.dirname, 'fresh-process.ts'), [rival], {
    stdio: ['ignore', 'ignore', 'inherit', 'ipc'],
  })
  const answer = new Promise<FreshCost>((resolve, reject) => {
    child.once('message', (cost) => resolve(cost as FreshCost)) // reason: what fresh-process.ts sends
    child.once('exit', () => reject(new Error(`${rival} broke off in a process of its own.`)))
  })
  child.send({ fonts, documents })
  return answer
}
