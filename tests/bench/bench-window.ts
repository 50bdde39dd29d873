import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { cpus, loadavg, tmpdir } from 'node:os'
import path from 'node:path'
import { parseArgs } from 'node:util'
import type { ElectronApplication, Page } from '@playwright/test'
import { buildAppIfChanged } from '../../scripts/build/build-app.ts'
import { prepareElectron } from '../../scripts/electron/prepare-electron.ts'
import { projectFolder } from '../../scripts/project-folder.ts'
import { stopOnError } from '../../scripts/commands/stop-on-error.ts'
import { describeHoldUp, measureHoldUp } from './measure-hold-up.ts'

const usualTicks = '200'
/** Milliseconds after which a sheet is taken for lost: a bench that waits for ever tells nobody. */
const patience = 30_000
const languages = ['English', 'Español', '中文（简体）'] as const

/** Reads `--ticks 200`. @throws Error for what is not a number of ticks */
function readTicks(args: readonly string[]): number {
  const { values } = parseArgs({ args: [...args], options: { ticks: { type: 'string', default: usualTicks } } })
  const ticks = Number(values.ticks)
  if (!Number.isInteger(ticks) || ticks < 1) throw new Error(`--ticks: "${values.ticks}" is not a number of ticks.`)
  return ticks
}

/**
 * Ticks causes by key, one after the other, and measures from each key to the frame after its sheet was drawn.
 * @throws Error when a sheet does not come
 */
function measureTicks(page: Page, count: number): Promise<number[]> {
  const given = { times: count, longest: patience }
  return page.evaluate(async ({ times, longest }) => {
    const preview = document.querySelector('[data-testid="preview"]')
    if (!preview) throw new Error('There is no preview.')
    const seeNext = () =>
      new Promise<void>((done, fail) => {
        const lost = setTimeout(() => fail(new Error(`No new sheet came in ${longest / 1000} seconds.`)), longest)
        const observer = new MutationObserver(() => {
          observer.disconnect()
          clearTimeout(lost)
          requestAnimationFrame(() => setTimeout(done, 0)) // after that frame was painted
        })
        observer.observe(preview, { attributeFilter: ['data-version'] })
      })
    const found: number[] = []
    for (let tick = 0; tick < times; tick += 1) {
      // A list that is closed still takes keys, to be searched by typing.
      if (document.activeElement instanceof HTMLElement) document.activeElement.blur()
      const seen = seeNext()
      const start = performance.now()
      window.dispatchEvent(new KeyboardEvent('keydown', { key: String((tick % 6) + 1), bubbles: true }))
      await seen
      found.push(performance.now() - start)
      await new Promise((done) => setTimeout(done, 120)) // as fast as anyone ticks
    }
    return found
  }, given)
}

const describe = (name: string, times: readonly number[]) => {
  const sorted = times.toSorted((a, b) => a - b)
  const at = (share: number) => (sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))] ?? 0).toFixed(0)
  return `${name.padEnd(14)} median ${at(0.5).padStart(4)}   p95 ${at(0.95).padStart(4)}   most ${at(1).padStart(4)}`
}

/** Ticks in every language, and tells each line as soon as it is known. */
async function measureWindow(app: ElectronApplication, ticks: number, tell: (line: string) => void): Promise<void> {
  const { typeEmergencyNumber } = await import('../e2e/app.fixture.ts') // it loads Playwright, as does its caller
  await typeEmergencyNumber(app)
  const page = await app.firstWindow()
  await page.locator('[data-testid="preview"][data-version]').waitFor()
  const describeLoad = () => (loadavg()[0] ?? 0).toFixed(1)
  const day = new Date().toISOString().slice(0, 10)
  tell(`${cpus()[0]?.model.trim()}, ${cpus().length} cores, ${day}, load before ${describeLoad()}`)
  tell(`${ticks} ticks each, milliseconds from the key to the frame with the new sheet`)
  for (const language of languages) {
    await page.getByRole('button', { name: /Language of the sheet$/u }).click()
    await page.getByRole('option', { name: language }).click()
    await page.getByRole('listbox').waitFor({ state: 'hidden' })
    await measureTicks(page, 12)
    const times: number[] = []
    const start = performance.now()
    const held = await measureHoldUp(app, async () => void times.push(...(await measureTicks(page, ticks))))
    const length = performance.now() - start
    // As long again without a sheet: what the machine and its other programs hold up is in both.
    const idle = await measureHoldUp(app, () => page.waitForTimeout(length))
    tell(describe(language, times))
    tell(describeHoldUp('main process held up', held))
    tell(describeHoldUp('the same time, nothing drawn', idle))
  }
  tell(`load after ${describeLoad()}`)
}

await stopOnError(async () => {
  const ticks = readTicks(process.argv.slice(2))
  buildAppIfChanged()
  const electron = await prepareElectron()
  const folder = mkdtempSync(path.join(tmpdir(), 'caresheet-bench-'))
  const lines: string[] = []
  const tell = (line: string) => {
    console.log(line)
    lines.push(line)
  }
  try {
    Object.assign(process.env, electron.environment)
    const { _electron } = await import('@playwright/test') // after the environment says which Electron
    const app = await _electron.launch({ args: [projectFolder, `--user-data-dir=${folder}`] })
    try {
      await measureWindow(app, ticks, tell)
    } finally {
      await app.close()
    }
    writeFileSync(path.join(projectFolder, 'out/bench-window.txt'), `${lines.join('\n')}\n`)
  } finally {
    rmSync(folder, { recursive: true, force: true })
    electron.stop()
  }
})
