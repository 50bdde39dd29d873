import { cpus, platform, totalmem } from 'node:os'
import path from 'node:path'
import { hashText } from '../../src/content/hash-text.ts'
import { readContent } from '../../src/content/read-content.ts'
import { toLocalDate } from '../../src/domain/calendar.ts'
import { checkNote } from '../../src/domain/check-note.ts'
import { Clinic } from '../../src/domain/clinic.ts'
import { composeSheet } from '../../src/domain/compose-sheet.ts'
import { Language } from '../../src/domain/ids.ts'
import { parseSelection, type Selection } from '../../src/domain/selection.ts'
import { listSheetText } from '../../src/domain/sheet.ts'
import type { Topic } from '../../src/domain/topic.ts'
import { projectFolder } from '../project-folder.ts'
import { stopOnError } from './stop-on-error.ts'

const rounds = 2000
const roundsToWarmUp = 1000
const bytesInGigabyte = 1024 ** 3

const library = readContent(path.join(projectFolder, 'content'))
const today = toLocalDate(new Date())
const clinic = Clinic.parse({
  name: 'Your Clinic',
  address: 'Street, town',
  phone: '555 0134',
  openingHours: 'Mon–Fri 8:00–18:00',
  emergencyNumber: '911',
})

/** Every cause, all advice and medicines that may stand beside them, and as much typed as fits. */
function chooseEverything(topic: Topic, language: Language): Selection {
  const removed = new Set(topic.mergeRules.flatMap(({ drop }) => drop)) // with every cause ticked, every rule holds
  const items = [...topic.causes.flatMap((cause) => cause.items), ...topic.everyday]
  return parseSelection({
    topic: topic.id,
    language,
    causes: topic.causes.map(({ id }) => ({ id })),
    added: items.filter(({ id, shown }) => shown === 'off' && !removed.has(id)).map(({ id }) => id),
    medicines: topic.medicines.map(({ id }) => id),
    medicinesToStop: ['A', 'B', 'C', 'D', 'E', 'F'].map((letter) => `Medicine ${letter} of the stop list`),
    results: topic.analytes.map(({ id }) => ({ analyte: id, value: 96, upperLimit: 45, unit: 'U/L' })),
    retest: { kind: 'weeks', weeks: 2 },
    note: 'One more line of the note.\n'.repeat(44),
    patientName: 'Patient Name',
  })
}

/** Notes of 20,000 characters, on which a rule that searches in squares would take seconds. */
const hugeNotes: Readonly<Record<string, string>> = {
  prose: 'Take the additional tablets every morning with 10 U of water, qd. '.repeat(303),
  'one word': 'a'.repeat(20_000),
  zeros: `1.${'0'.repeat(20_000)}`,
  'at signs': 'a@'.repeat(10_000),
}

/** Milliseconds of each of many rounds, sorted. */
function time(work: () => unknown): Float64Array {
  for (let round = 0; round < roundsToWarmUp; round += 1) work()
  const times = Float64Array.from({ length: rounds }, () => {
    const start = performance.now()
    work()
    return performance.now() - start
  })
  return times.toSorted()
}

function describe(name: string, times: Float64Array, baseline: Float64Array): string {
  const at = (share: number, of: Float64Array) => of[Math.floor(of.length * share)] ?? Number.NaN
  const ratio = at(0.5, times) / at(0.5, baseline)
  const figures = [at(0.5, times), at(0.95, times)].map((figure) => figure.toFixed(3).padStart(8))
  return `${name.padEnd(44)} ${figures.join(' ')} ${ratio.toFixed(2).padStart(7)}`
}

await stopOnError(async () => {
  const entry = library.topics[0]
  if (!entry) throw new Error('There is no topic to compose a sheet of.')
  const compose = (selection: Selection) => composeSheet({ library, selection, clinic, today, hash: hashText })
  const nothing = parseSelection({ topic: entry.topic.id, language: 'en', causes: [], depth: 'short' })
  const baseline = time(() => structuredClone(entry.words.en))
  const lines = Language.options.flatMap((language) => {
    if (!entry.words[language]) return []
    const longest = chooseEverything(entry.topic, language)
    const count = listSheetText(compose(longest)).length
    return [
      describe(
        `longest sheet, ${language}, ${count} lines`,
        time(() => compose(longest)),
        baseline,
      ),
    ]
  })
  const [cpu] = cpus()
  console.log(
    `${cpu?.model ?? 'processor unknown'}, ${cpus().length} cores, ${Math.round(totalmem() / bytesInGigabyte)} GB, ${platform()}, Node ${process.version}, ${today}`,
  )
  console.log(`${rounds} rounds each after ${roundsToWarmUp} to warm up, on 1 core; milliseconds\n`)
  console.log(`${''.padEnd(44)} ${'median'.padStart(8)} ${'p95'.padStart(8)} ${'ratio'.padStart(7)}`)
  console.log(describe('baseline: a copy of the English words', baseline, baseline))
  console.log(
    describe(
      'shortest sheet, en, nothing ticked',
      time(() => compose(nothing)),
      baseline,
    ),
  )
  for (const line of lines) console.log(line)
  for (const [name, note] of Object.entries(hugeNotes))
    console.log(
      describe(
        `note of 20,000 characters, en, ${name}`,
        time(() => checkNote(note, 'en', library)),
        baseline,
      ),
    )
})
