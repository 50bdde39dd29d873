// Run as a process of its own: one rival, told by name, draws what it is sent and says what it cost.
import { allRivals } from './list-rivals.ts'
import type { BenchDocument } from './rival.ts'

/** `first` in milliseconds, from the loading of the rival's code to its first bytes; `memory` in bytes at the end. */
export type FreshCost = { readonly first: number; readonly memory: number }

async function draw(name: string | undefined, fonts: string, documents: readonly BenchDocument[]): Promise<FreshCost> {
  const rival = allRivals.find((each) => each.name === name)
  if (!rival) throw new Error(`There is no rival ${name}.`)
  const start = performance.now()
  const opened = await rival.open(fonts)
  let first = 0
  for (const document of documents) {
    await opened.draw(document)
    first ||= performance.now() - start
  }
  const elsewhere = (await opened.measureElsewhere?.()) ?? 0
  await opened.close()
  return { first, memory: elsewhere === 0 ? process.memoryUsage().rss : elsewhere }
}

process.once('message', ({ fonts, documents }: { readonly fonts: string; readonly documents: BenchDocument[] }) => {
  void draw(process.argv[2], fonts, documents).then((cost) => {
    process.send?.(cost)
    process.disconnect()
  })
})
