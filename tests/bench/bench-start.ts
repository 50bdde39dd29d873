import { existsSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { loadavg, tmpdir } from 'node:os'
import path from 'node:path'
import { _electron, type Page } from '@playwright/test'
import { findMedian } from '../../scripts/bench/statistics.ts'
import { buildAppIfChanged } from '../../scripts/build/build-app.ts'
import { stopOnError } from '../../scripts/commands/stop-on-error.ts'
import { prepareElectron } from '../../scripts/electron/prepare-electron.ts'
import { projectFolder } from '../../scripts/project-folder.ts'
import { typeEmergencyNumber } from '../e2e/app.fixture.ts'

const rounds = 15

/** A window with one word in it: less cannot be started. */
const emptyMain = `
const { app, BrowserWindow } = require('electron')
app.whenReady().then(() => {
  const window = new BrowserWindow({ width: 1280, height: 800, show: false, webPreferences: { sandbox: true } })
  window.once('ready-to-show', () => window.show())
  window.loadFile('index.html')
})
app.on('window-all-closed', () => app.quit())
`

function writeEmptyApp(folder: string): string {
  const app = path.join(folder, 'empty')
  mkdirSync(app)
  writeFileSync(path.join(app, 'package.json'), '{ "name": "empty", "version": "1.0.0", "main": "main.cjs" }')
  writeFileSync(path.join(app, 'main.cjs'), emptyMain)
  writeFileSync(path.join(app, 'index.html'), '<!doctype html><title>Empty</title><button>Ready</button>')
  return app
}

type Start = {
  readonly executable?: string
  readonly args: readonly string[]
  readonly isUsable: (page: Page) => Promise<void>
}

/** Milliseconds from the start of the program until its window can be used. */
async function measureStart({ executable, args, isUsable }: Start, environment: NodeJS.ProcessEnv): Promise<number> {
  const env = Object.fromEntries(Object.entries(environment).map(([name, value]) => [name, value ?? '']))
  const start = performance.now()
  const app = await _electron.launch({
    ...(executable === undefined ? {} : { executablePath: executable }),
    args: [...args],
    env,
  })
  await isUsable(await app.firstWindow())
  const took = performance.now() - start
  await app.close()
  return took
}

// npm run bench:start [-- executable of an installed app that tests may drive]
await stopOnError(async () => {
  const [given] = process.argv.slice(2)
  if (given !== undefined && !existsSync(given)) throw new Error(`${given} is not there.`)
  buildAppIfChanged()
  const electron = await prepareElectron()
  Object.assign(process.env, electron.environment)
  const folder = mkdtempSync(path.join(tmpdir(), 'caresheet-bench-start-'))
  const data = `--user-data-dir=${path.join(folder, 'user data')}`
  const ours: Start = {
    ...(given === undefined ? {} : { executable: given }),
    args: given === undefined ? [projectFolder, data] : [data],
    isUsable: (page) => page.getByRole('checkbox', { name: 'Fatty liver' }).waitFor(),
  }
  const empty: Start = {
    args: [writeEmptyApp(folder), `--user-data-dir=${path.join(folder, 'empty data')}`],
    isUsable: (page) => page.getByRole('button', { name: 'Ready' }).waitFor(),
  }
  try {
    const first = await _electron.launch({
      ...(given === undefined ? {} : { executablePath: given }),
      args: [...ours.args],
      env: process.env as Record<string, string>,
    })
    await typeEmergencyNumber(first)
    await first.close()
    await measureStart(empty, electron.environment)
    const times = { ours: [] as number[], empty: [] as number[] }
    for (let round = 0; round < rounds; round += 1) {
      times.ours.push(await measureStart(ours, electron.environment))
      times.empty.push(await measureStart(empty, electron.environment))
    }
    const [our, theirs] = [findMedian(times.ours), findMedian(times.empty)]
    const ratios = times.ours.map((time, round) => time / (times.empty[round] ?? Number.NaN))
    console.log(`Start to usable, ${rounds} rounds in turn, load ${loadavg()[0]?.toFixed(1)}`)
    console.log(
      `  CareSheet${given === undefined ? '' : ', packaged'}: median ${our.toFixed(0)} ms, least ${Math.min(...times.ours).toFixed(0)}`,
    )
    console.log(`  empty Electron window: median ${theirs.toFixed(0)} ms, least ${Math.min(...times.empty).toFixed(0)}`)
    console.log(
      `  ratio: of the medians ${(our / theirs).toFixed(2)}, median of the rounds ${findMedian(ratios).toFixed(2)}`,
    )
  } finally {
    electron.stop()
    rmSync(folder, { recursive: true, force: true })
  }
})
