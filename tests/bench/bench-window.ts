import { mkdtempSync, rmSync } from 'node:fs'
import { cpus, tmpdir } from 'node:os'
import path from 'node:path'
import type { Page } from '@playwright/test'
import { buildAppIfChanged } from '../../scripts/build/build-app.ts'
import { prepareElectron } from '../../scripts/electron/prepare-electron.ts'
import { projectFolder } from '../../scripts/project-folder.ts'
import { stopOnError } from '../../scripts/commands/stop-on-error.ts'
import { describeHoldUp, measureHoldUp } from './measure-hold-up.ts'

const ticks = 200
const languages = ['English', 'Español', '中文（简体）'] as const

/** Ticks causes by key, one after the other, and measures from each key to the frame after its sheet was drawn. */
function measureTicks(page: Page, count: number): Promise<number[]> {
  return page.evaluate(async (times) => {
    const preview = document.querySelector('[data-testid="preview"]')
    if (!preview) throw new Error('There is no preview.')
    const seeNext = () =>
      new Promise<void>((done) => {
        const observer = new MutationObserver(() => {
          observer.disconnect()
          requestAnimationFrame(() => setTimeout(done, 0)) // after that frame was painted
        })
        observer.observe(preview, { attributeFilter: ['data-version'] })
      })
    const found: number[] = []
    for (let tick = 0; tick < times; tick += 1) {
      const seen = seeNext()
      const start = performance.now()
      window.dispatchEvent(new KeyboardEvent('keydown', { key: String((tick % 6) + 1), bubbles: true }))
      await seen
      found.push(performance.now() - start)
      await new Promise((done) => setTimeout(done, 120)) // as fast as anyone ticks
    }
    return found
  }, count)
}

const describe = (name: string, times: readonly number[]) => {
  const sorted = times.toSorted((a, b) => a - b)
  const at = (share: number) => (sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))] ?? 0).toFixed(0)
  return `${name.padEnd(14)} median ${at(0.5).padStart(4)}   p95 ${at(0.95).padStart(4)}   most ${at(1).padStart(4)}`
}

await stopOnError(async () => {
  buildAppIfChanged()
  const electron = await prepareElectron()
  const folder = mkdtempSync(path.join(tmpdir(), 'caresheet-bench-'))
  try {
    Object.assign(process.env, electron.environment)
    const { _electron } = await import('@playwright/test') // after the environment says which Electron
    const { typeEmergencyNumber } = await import('../e2e/app.fixture.ts')
    const app = await _electron.launch({ args: [projectFolder, `--user-data-dir=${folder}`] })
    const page = await app.firstWindow()
    await typeEmergencyNumber(app)
    await page.locator('[data-testid="preview"][data-version]').waitFor()
    console.log(`${cpus()[0]?.model.trim()}, ${cpus().length} cores, ${new Date().toISOString().slice(0, 10)}`)
    console.log(`${ticks} ticks each, milliseconds from the key to the frame with the new sheet`)
    for (const language of languages) {
      await page.getByRole('button', { name: /Language of the sheet$/u }).click()
      await page.getByRole('option', { name: language }).click()
      await measureTicks(page, 12)
      const times: number[] = []
      const start = performance.now()
      const held = await measureHoldUp(app, async () => void times.push(...(await measureTicks(page, ticks))))
      const length = performance.now() - start
      // As long again without a sheet: what the machine and its other programs hold up is in both.
      const idle = await measureHoldUp(app, () => page.waitForTimeout(length))
      console.log(describe(language, times))
      console.log(describeHoldUp('main process held up', held))
      console.log(describeHoldUp('the same time, nothing drawn', idle))
    }
    await app.close()
  } finally {
    rmSync(folder, { recursive: true, force: true })
    electron.stop()
  }
})
