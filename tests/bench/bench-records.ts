import { closeSync, fdatasyncSync, mkdirSync, mkdtempSync, openSync, readFileSync, rmSync, statSync } from 'node:fs'
import { copyFileSync, writeFileSync, writeSync } from 'node:fs'
import { cpus, tmpdir } from 'node:os'
import path from 'node:path'
import { monitorEventLoopDelay } from 'node:perf_hooks'
import { setTimeout } from 'node:timers/promises'
import { Worker } from 'node:worker_threads'
import { findMedian, findQuantile } from '../../scripts/bench/statistics.ts'
import { stopOnError } from '../../scripts/commands/stop-on-error.ts'
import { projectFolder } from '../../scripts/project-folder.ts'
import { readContent } from '../../src/content/read-content.ts'
import { toLocalDate } from '../../src/domain/calendar.ts'
import type { HandoutFilter } from '../../src/domain/handout-log.ts'
import { makeBackupRunner } from '../../src/main/run-backup.ts'
import { openClinicDatabase } from '../../src/store/clinic-database.ts'
import { addHandout, listHandouts } from '../../src/store/handout-store.ts'
import { openLibraryDatabase } from '../../src/store/library-database.ts'
import type { Db } from '../../src/store/open-database.ts'
import { salvageRecords } from '../../src/store/salvage.ts'
import { measureHistory } from './measure-history.ts'
import { measureReprint } from './measure-reprint.ts'
import { aHandout, makeContent, makeHandout } from '../store/make-handout.ts'

const sheets = 100_000
const rounds = 40
const commits = 1000
const today = toLocalDate(new Date())

/** Filters as a clinician sets them, and those that find least, which take longest. */
const filters: readonly HandoutFilter[] = [
  {},
  { cause: 'fatty-liver' },
  { cause: 'wilson-disease' },
  { staff: 'Dr 1' },
  { staff: 'nobody' },
  { way: 'saved' },
  { way: 'saved', cause: 'alcohol' },
  { language: 'es' },
  { teachBack: 'declined' },
  { hasReason: true },
  { audience: 'carer' },
  { from: '2026-01-01', to: '2026-01-01' },
]

const content = makeContent(aHandout.contentSha256, 'x'.repeat(300_000)) // as long as a library

const sample = (number: number) =>
  makeHandout(number, {
    staff: number % 7 === 0 ? 'Dr 1' : 'Nurse 2',
    way: number < 10 ? 'saved' : 'printed',
    teachBack: number < 5 ? 'declined' : null,
    languages: number < 3 ? ['es'] : ['en'],
    overrideReason: number < 2 ? 'Seen today.' : '',
    causes: (number < 4 ? ['wilson-disease'] : number % 2 === 0 ? ['fatty-liver'] : ['alcohol', 'fatty-liver']).map(
      (id) => ({ id, certainty: 'likely' as const }),
    ),
  })

function fill(db: Db, count: number): void {
  const write = db.transaction(() => {
    for (let number = 0; number < count; number += 1) addHandout(db, sample(number))
  })
  write.immediate()
  db.pragma('wal_checkpoint(TRUNCATE)')
}

/** Milliseconds of one run. */
function time(work: () => unknown): number {
  const start = performance.now()
  work()
  return performance.now() - start
}

const times = (count: number, work: (round: number) => unknown) =>
  Array.from({ length: count }, (_, round) => time(() => work(round)))

function tell(name: string, found: readonly number[], baseline: readonly number[] = []): void {
  const figures = [findMedian(found), findQuantile(found, 0.95), findQuantile(found, 0.99)]
  const ratio = baseline.length === 0 ? '' : (findMedian(found) / findMedian(baseline)).toFixed(2)
  console.log(
    `${name.padEnd(52)}${figures.map((figure) => figure.toFixed(2).padStart(9)).join('')}${ratio.padStart(9)}`,
  )
}

function measureLog(db: Db, few: Db): void {
  const ask = (from: Db) => filters.flatMap((filter) => times(rounds, () => listHandouts(from, filter, null, 50)))
  const baseline = ask(few)
  tell('baseline: the same questions, 100 sheets', baseline)
  tell(`the log, ${sheets.toLocaleString('en')} sheets, ${filters.length} filters`, ask(db), baseline)
  const slowest = filters
    .map((filter) => ({ filter, found: times(rounds, () => listHandouts(db, filter, null, 50)) }))
    .toSorted((a, b) => findMedian(b.found) - findMedian(a.found))
  if (slowest[0]) tell(`  slowest: ${JSON.stringify(slowest[0].filter)}`, slowest[0].found, baseline)
}

function measureCommits(db: Db, folder: string): void {
  const file = openSync(path.join(folder, 'plain'), 'a')
  const bytes = Buffer.alloc(500)
  const baseline = times(commits, () => {
    writeSync(file, bytes)
    fdatasyncSync(file)
  })
  closeSync(file)
  tell('baseline: 500 bytes added to a file and synced', baseline)
  tell(
    'a sheet written into the log',
    times(commits, (round) => addHandout(db, sample(sheets + round), content)),
    baseline,
  )
}

/** Says for how long the main thread, which has nothing to do, was held up while something went on. */
async function measureHoldUp(name: string, work: () => Promise<unknown>): Promise<void> {
  const delay = monitorEventLoopDelay({ resolution: 1 })
  delay.enable()
  await work()
  delay.disable()
  const [most, usual] = [delay.max, delay.percentile(99)].map((found) => (found / 1e6 - 1).toFixed(1))
  console.log(`  the main thread was held up at most ${most} ms, 99 % of the time ${usual} ms: ${name}`)
}

async function measureBackup(database: string, folder: string): Promise<void> {
  const copies = times(5, () => {
    copyFileSync(database, path.join(folder, 'plain copy'))
    const file = openSync(path.join(folder, 'plain copy'), 'r')
    fdatasyncSync(file)
    closeSync(file)
  })
  tell('baseline: the file copied and synced', copies)
  const worker = path.join(projectFolder, 'src/main/backup-worker.ts')
  const run = makeBackupRunner((workerData) => new Worker(worker, { workerData }))
  const found: number[] = []
  await run({ task: 'copy' as const, database, folder, day: today }) // the first one compiles what it runs
  await measureHoldUp('baseline: nothing is copied', () => setTimeout(5000))
  await measureHoldUp('meanwhile', async () => {
    for (let round = 0; round < 5; round += 1) {
      const start = performance.now()
      await run({ task: 'copy' as const, database, folder, day: today })
      found.push(performance.now() - start)
    }
  })
  tell('daily copy, read again and compared', found, copies)
}

function measureHealing(database: string, folder: string): void {
  const bytes = readFileSync(database)
  const place = path.join(folder, 'clinic.db')
  writeFileSync(place, bytes.subarray(0, bytes.length / 2))
  tell('half a clinic.db, salvaged', [time(() => salvageRecords(place, { copies: [], noted: null, at: new Date() }))])
  writeFileSync(place, bytes.fill(0, 40 * 4096, 41 * 4096))
  tell('clinic.db with a page of zeros, salvaged', [
    time(() => salvageRecords(place, { copies: [], noted: null, at: new Date() })),
  ])
  const library = readContent(path.join(projectFolder, 'content'))
  const index = path.join(folder, 'library.db')
  const rebuild = times(5, () => {
    writeFileSync(index, 'not a database at all '.repeat(1000))
    openLibraryDatabase(index, library, 'hash').close()
  })
  tell('library.db damaged, built anew', rebuild)
}

await stopOnError(async () => {
  const folder = mkdtempSync(path.join(tmpdir(), 'caresheet-bench-'))
  try {
    const [cpu] = cpus()
    console.log(`${cpu?.model ?? 'processor unknown'}, ${cpus().length} cores, Node ${process.version}, ${today}`)
    console.log(`${''.padEnd(52)}${['median', 'p95', 'p99', 'ratio'].map((head) => head.padStart(9)).join('')}`)
    const database = path.join(folder, 'clinic.db')
    const [db, few] = [openClinicDatabase(database), openClinicDatabase(path.join(folder, 'few.db'))]
    const empty = statSync(database).size
    fill(db, sheets)
    fill(few, 100)
    console.log(`a sheet takes ${Math.round((statSync(database).size - empty) / sheets)} bytes of the file`)
    measureLog(db, few)
    measureCommits(db, folder)
    const copies = path.join(folder, 'copies')
    mkdirSync(copies)
    await measureBackup(database, copies)
    db.close()
    few.close()
    tell(
      'opening clinic.db',
      times(5, () => openClinicDatabase(database).close()),
    )
    const healing = path.join(folder, 'healing')
    mkdirSync(healing)
    measureHealing(database, healing)
    const history = measureHistory(folder)
    for (const { name, runs } of history.measures) tell(name, runs)
    for (const { name, longest, own, took } of await measureReprint())
      console.log(
        `  the main thread was held up at most ${longest.toFixed(1)} ms, by its own work ${own.toFixed(1)}, of ${took.toFixed(0)} ms: ${name}`,
      )
    console.log(`a sheet of the history takes ${Math.round(history.bytes)} bytes of its file`)
  } finally {
    rmSync(folder, { recursive: true, force: true })
  }
})
