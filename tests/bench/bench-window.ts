import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { cpus, loadavg, tmpdir } from 'node:os'
import path from 'node:path'
import { parseArgs } from 'node:util'
import type { ElectronApplication, Page } from '@playwright/test'
import { buildAppIfChanged } from '../../scripts/build/build-app.ts'
import { prepareElectron, type ReadyElectron } from '../../scripts/electron/prepare-electron.ts'
import { projectFolder } from '../../scripts/project-folder.ts'
import { stopOnError } from '../../scripts/commands/stop-on-error.ts'
import { listSearches } from './list-searches.ts'
import { countEntries, makeLargeApp, putLargerIndex } from './make-large-app.ts'
import { makeLargeLibrary } from './make-large-library.ts'
import { measureFreezes } from './measure-freezes.ts'
import { drawSheets, measureNewSheets } from './measure-new-sheets.ts'
import { measureTick } from './measure-tick.ts'
import { measureSearchInWindow } from './measure-search-in-window.ts'
import { measureMemory } from './measure-window-memory.ts'
import { measureStarts, probe } from './measure-window-start.ts'

const parts = ['start', 'memory', 'tick', 'freezes', 'search', 'sheets'] as const
type Part = (typeof parts)[number]
type Options = {
  readonly ticks: number
  readonly starts: number
  readonly sheets: number
  readonly topics: readonly number[]
  readonly parts: readonly Part[]
}

/**
 * Reads `--ticks 200 --starts 15 --sheets 1000 --topics 10000 --topics 100000 --part start`; several libraries are measured
 * one after another. @throws Error for what is none of these
 */
function readOptions(args: readonly string[]): Options {
  const { values } = parseArgs({
    args: [...args],
    options: {
      ticks: { type: 'string', default: '200' },
      starts: { type: 'string', default: '15' },
      sheets: { type: 'string', default: '1000' },
      topics: { type: 'string', multiple: true, default: ['10000'] },
      part: { type: 'string', multiple: true, default: [...parts] },
    },
  })
  const readCount = (name: string, text: string) => {
    const number = Number(text)
    if (!Number.isInteger(number) || number < 1) throw new Error(`--${name}: "${text}" is not a number.`)
    return number
  }
  const asked = parts.filter((part) => values.part.includes(part))
  if (asked.length === 0) throw new Error(`--part: one of ${parts.join(', ')}.`)
  return {
    ticks: readCount('ticks', values.ticks),
    starts: readCount('starts', values.starts),
    sheets: readCount('sheets', values.sheets),
    topics: values.topics.map((text) => readCount('topics', text)),
    parts: asked,
  }
}

/** Milliseconds in which a program that is left alone gives back what it no longer needs. */
const rest = 45_000
const sheetsBefore = 100

/** Memory of the idle window after 100 sheets, and three times more on the way to all of them, beside an empty window as old. */
async function describeMemory(app: ElectronApplication, page: Page, empty: ElectronApplication, sheets: number) {
  const read = (program: ElectronApplication) => measureMemory(program.process().pid ?? 0)
  const steps = [0, 1, 2, 3].map((step) => Math.round(sheetsBefore + ((sheets - sheetsBefore) / 3) * step))
  const found: { readonly drawn: number; readonly ours: number; readonly beside: number }[] = []
  for (const drawn of steps) {
    await drawSheets(page, drawn - (found.at(-1)?.drawn ?? 0), 20)
    await page.waitForTimeout(rest)
    found.push({ drawn, ours: read(app), beside: read(empty) })
  }
  const [first] = found
  if (first === undefined) return []
  const all = found.map(({ drawn, ours, beside }) => `${drawn}: ${ours.toFixed(0)} (${beside.toFixed(0)})`).join(', ')
  return [
    `memory, idle after ${first.drawn} sheets: ${first.ours.toFixed(0)} MB, empty window ${first.beside.toFixed(0)} MB, ratio ${(first.ours / first.beside).toFixed(2)} (goal 1.3)`,
    `memory, idle after so many sheets in MB, of the empty window in brackets: ${all} (goal: no growth)`,
  ]
}

/** How many topics the library of an app has in these measurements; its index may have more. */
const mostHeld = 10_000

/** Measures the parts that were asked for, and tells each line as soon as it is known. */
async function measureWindow(
  electron: ReadyElectron,
  folder: string,
  { ticks, starts, sheets, topics, parts: asked }: Options,
  tell: (line: string) => void,
): Promise<void> {
  const { _electron } = await import('@playwright/test') // after the environment says which Electron
  const { typeEmergencyNumber } = await import('../e2e/app.fixture.ts')
  const folders = { ours: path.join(folder, 'ours'), empty: path.join(folder, 'empty') }
  const open = (app = projectFolder) => _electron.launch({ args: [app, `--user-data-dir=${folders.ours}`] })
  const first = await open()
  await typeEmergencyNumber(first)
  await first.close()
  if (asked.includes('start')) tell(await measureStarts(electron, folders, starts))
  if (asked.includes('search'))
    for (const count of topics) {
      const large = makeLargeLibrary(count)
      const held = Math.min(count, mostHeld)
      const folderOfApp = makeLargeApp(path.join(folder, String(count)), makeLargeLibrary(held))
      putLargerIndex(folderOfApp, folders.ours, large, held)
      const program = await open(folderOfApp)
      const typed = [...listSearches(large, 2).values()].flat()
      const name = `${count} topics in three languages`
      const goal = count > mostHeld ? 20 : 10
      const found = await measureSearchInWindow(await program.firstWindow(), name, typed, goal)
      await program.close()
      tell(`${found}; ${countEntries(folders.ours)} entries in its index`)
    }
  if (asked.every((part) => ['start', 'search'].includes(part))) return
  const app = await open()
  const page = await app.firstWindow()
  await page.locator('[data-testid="preview"][data-version]').waitFor()
  if (asked.includes('memory')) {
    const empty = await _electron.launch({ args: [probe, `--user-data-dir=${folders.empty}`] })
    for (const line of await describeMemory(app, page, empty, sheets)) tell(line)
    await empty.close()
  }
  if (asked.includes('tick')) tell(await measureTick(page, ticks))
  if (asked.includes('freezes')) for (const line of await measureFreezes(app, page, folder)) tell(line)
  if (asked.includes('sheets')) await measureNewSheets(app, ticks, tell)
  await app.close()
}

await stopOnError(async () => {
  const options = readOptions(process.argv.slice(2))
  buildAppIfChanged()
  const electron = await prepareElectron()
  const folder = mkdtempSync(path.join(tmpdir(), 'caresheet-bench-'))
  const lines: string[] = []
  const tell = (line: string) => {
    console.log(line)
    lines.push(line)
  }
  const describeLoad = () => (loadavg()[0] ?? 0).toFixed(1)
  try {
    Object.assign(process.env, electron.environment)
    const day = new Date().toISOString().slice(0, 10)
    tell(`${cpus()[0]?.model.trim()}, ${cpus().length} cores, ${day}, load before ${describeLoad()}`)
    await measureWindow(electron, folder, options, tell)
    tell(`load after ${describeLoad()}`)
    writeFileSync(path.join(projectFolder, 'out/bench-window.txt'), `${lines.join('\n')}\n`)
  } finally {
    rmSync(folder, { recursive: true, force: true })
    electron.stop()
  }
})
