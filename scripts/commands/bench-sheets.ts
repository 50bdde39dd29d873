import { writeFileSync } from 'node:fs'
import { cpus, loadavg, platform, totalmem } from 'node:os'
import path from 'node:path'
import { toLocalDate } from '../../src/domain/calendar.ts'
import type { Library } from '../../src/domain/library.ts'
import { readLibrary } from '../../src/content/read-library.ts'
import { loadFonts, type Fonts } from '../../src/pdf/load-fonts.ts'
import { readBenchOptions, type BenchOptions } from '../bench/bench-options.ts'
import { listMissing } from '../bench/check-strings.ts'
import type { FreshCost } from '../bench/fresh-process.ts'
import { describeReport } from '../bench/describe-report.ts'
import { measureFresh } from '../bench/measure-fresh.ts'
import { measureMainThread } from '../bench/measure-main-thread.ts'
import { measureRound, type OpenedRival, type Sample } from '../bench/measure-rounds.ts'
import { measureCommand, measureFirstSheets } from '../bench/measure-start.ts'
import { languages, makeRound } from '../bench/mix.ts'
import { reportRival, type Report } from '../bench/report.ts'
import type { BenchDocument } from '../bench/rival.ts'
import { careSheet } from '../bench/rivals/caresheet.ts'
import { typst } from '../bench/rivals/typst.ts'
import { buildAppIfChanged } from '../build/build-app.ts'
import { projectFolder } from '../project-folder.ts'
import { stopOnError } from './stop-on-error.ts'

const fontFolder = path.join(projectFolder, 'out/fonts')
const commandRuns = 7
const freshDocuments = 63
const bytesInGigabyte = 1024 ** 3
const names = { typst: typst.name, ours: careSheet.name }

type Given = { readonly library: Library; readonly fonts: Fonts; readonly sample: readonly BenchDocument[] }

const say = (sentence: string): void => console.error(sentence)

function describeMachine(): string {
  const [cpu] = cpus()
  const memory = Math.round(totalmem() / bytesInGigabyte)
  return `${cpu?.model ?? 'processor unknown'}, ${cpus().length} cores, ${memory} GB, ${platform()}, Node ${process.version}`
}

async function checkStrings({ opened }: OpenedRival, documents: readonly BenchDocument[]): Promise<string[]> {
  const missing: string[] = []
  for (const document of documents) missing.push(...(await listMissing(document.sheet, await opened.draw(document))))
  return missing
}

/** Rounds of the mix with every rival open at once, and what their PDFs do not say. */
async function measureTogether({ rounds, slowEvery, rivals }: BenchOptions, { library, fonts, sample }: Given) {
  const opened: OpenedRival[] = []
  const missing = new Map<string, string[]>()
  const samples: Sample[] = []
  try {
    for (const rival of rivals) opened.push({ rival, opened: await rival.open(fontFolder) })
    for (const each of opened) missing.set(each.rival.name, await checkStrings(each, sample.slice(-languages.length)))
    for (let round = 0; round < rounds; round += 1) {
      say(`Round ${round + 1} of ${rounds}…`)
      const present = opened.filter(({ rival }) => !rival.isSlow || round % slowEvery === 0)
      samples.push(...(await measureRound(makeRound(library, fonts, round), present, round)))
    }
  } finally {
    for (const each of opened) await each.opened.close()
  }
  return { missing, samples }
}

async function measure(options: BenchOptions): Promise<Report> {
  const { rounds, slowEvery, rivals } = options
  const before = loadavg()[0] ?? 0
  const { library } = readLibrary(path.join(projectFolder, 'out/library.json'))
  const fonts = loadFonts(fontFolder)
  const sample = makeRound(library, fonts, rounds) // of a round nobody is timed in
  // Before any rival has filled the memory that this thread clears.
  const mainThread = await measureMainThread(library, fontFolder, sample)
  say('Each rival in a process of its own…')
  const fresh = new Map<string, FreshCost>()
  for (const { name } of rivals) fresh.set(name, await measureFresh(name, fontFolder, sample.slice(0, freshDocuments)))
  const { missing, samples } = await measureTogether(options, { library, fonts, sample })
  say('The worker and the command…')
  const firstSheets = await measureFirstSheets(library, fontFolder, sample.slice(0, 2 * languages.length))
  const command = measureCommand(commandRuns)
  return {
    date: toLocalDate(new Date()),
    machine: describeMachine(),
    load: [before, loadavg()[0] ?? 0],
    rounds,
    slowEvery,
    rivals: rivals.map((rival) => {
      const { first, memory } = fresh.get(rival.name) ?? { first: Number.NaN, memory: Number.NaN }
      return reportRival(rival, samples, names, { first, memory, missing: missing.get(rival.name) ?? [] })
    }),
    firstSheets,
    mainThread,
    command,
  }
}

await stopOnError(async () => {
  const options = readBenchOptions(process.argv.slice(2))
  buildAppIfChanged()
  const report = await measure(options)
  writeFileSync(path.join(projectFolder, 'out/bench.json'), `${JSON.stringify(report, null, 2)}\n`)
  console.log(describeReport(report))
})
