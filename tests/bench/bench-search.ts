import { cpus, tmpdir } from 'node:os'
import { mkdtempSync, rmSync, statSync } from 'node:fs'
import path from 'node:path'
import { createAsk } from '../../src/renderer/clinic-api.ts'
import type { Library } from '../../src/domain/library.ts'
import { contract } from '../../src/ipc/contract.ts'
import { openLibraryDatabase } from '../../src/store/library-database.ts'
import { prepareSearch } from '../../src/store/search-library.ts'
import { foldWords, splitWords } from '../../src/store/search-words.ts'
import { listSearchEntries } from '../../src/domain/search-entries.ts'
import { stopOnError } from '../../scripts/commands/stop-on-error.ts'
import { listSearches } from './list-searches.ts'
import { makeLargeLibrary } from './make-large-library.ts'

const sizes = [10_000, 100_000] as const
const searchesEach = 250

const describe = (name: string, times: readonly number[]) => {
  const sorted = times.toSorted((a, b) => a - b)
  const at = (share: number) => (sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))] ?? 0).toFixed(2)
  return `  ${name.padEnd(34)} median ${at(0.5).padStart(7)}   p95 ${at(0.95).padStart(7)}   most ${at(1).padStart(7)}`
}

async function time(searches: readonly string[], find: (typed: string) => unknown): Promise<number[]> {
  const times: number[] = []
  for (const typed of searches) {
    const start = performance.now()
    await find(typed)
    times.push(performance.now() - start)
  }
  return times
}

/** The rival: every text read from its start to its end, as a search without an index does. */
function prepareReading(library: Library): (typed: string) => string[] {
  const texts = listSearchEntries(library).map(({ topic, names, synonyms, codes, medicines }) => ({
    topic,
    text: ` ${[...names, ...synonyms, ...codes, ...medicines].map(foldWords).join(' ')}`,
  }))
  return (typed) => {
    const words = splitWords(typed).map((word) => ` ${word}`)
    return texts.filter(({ text }) => words.every((word) => text.includes(word))).map(({ topic }) => topic)
  }
}

async function measure(count: number, folder: string): Promise<void> {
  const library = makeLargeLibrary(count)
  const file = path.join(folder, `${count}.db`)
  const start = performance.now()
  const db = openLibraryDatabase(file, library, 'hash')
  const built = performance.now() - start
  const megabytes = statSync(file).size / 1e6
  console.log(`${count} topics in three languages; built in ${(built / 1000).toFixed(1)} s, ${megabytes.toFixed(0)} MB`)
  const search = prepareSearch(db, library)
  const read = prepareReading(library)
  /** As the window asks: what crosses is copied, and both sides parse it. */
  const answer = contract['library.search']
  const ask = createAsk(
    // only this channel is asked here
    {
      'library.search': async (given: unknown) => {
        const { words, language } = answer.input.parse(structuredClone(given))
        const value = structuredClone(answer.output.parse(search(words, language)))
        return { ok: true, value }
      },
    } as unknown as Parameters<typeof createAsk>[0],
  )
  const searches = listSearches(library, searchesEach)
  const all = [...searches.values()].flat()
  await time(all.slice(0, 200), (typed) => search(typed, 'en')) // the pages of the file come from the disk once
  const found = new Map<string, number[]>()
  for (const [kind, typed] of searches) found.set(kind, await time(typed, (each) => search(each, 'en')))
  for (const [kind, times] of found) console.log(describe(kind, times))
  console.log(describe('all, in SQLite', [...found.values()].flat()))
  console.log(
    describe('all, asked and answered', await time(all, (words) => ask('library.search', { words, language: 'en' }))),
  )
  console.log(describe('every text read instead', await time(all.slice(0, 200), read)))
  db.close()
}

await stopOnError(async () => {
  const folder = mkdtempSync(path.join(tmpdir(), 'caresheet-bench-'))
  try {
    console.log(`${cpus()[0]?.model.trim()}, ${cpus().length} cores, ${new Date().toISOString().slice(0, 10)}`)
    console.log('milliseconds a search')
    for (const count of sizes) await measure(count, folder)
  } finally {
    rmSync(folder, { recursive: true, force: true })
  }
})
