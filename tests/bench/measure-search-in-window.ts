import path from 'node:path'
import { buildAppIfChanged } from '../../scripts/build/build-app.ts'
import { prepareElectron } from '../../scripts/electron/prepare-electron.ts'
import { projectFolder } from '../../scripts/project-folder.ts'

const typed = ['fatty liver', 'hepatitis b', 'K76', '脂肪', 'zhifang', 'alcohol', 'hígado graso', 'mono'] as const
const rounds = 5

/** Types into the search of the real window, and gives the milliseconds from each letter to the frame that shows its hits. */
export async function measureSearchInWindow(folder: string): Promise<number[]> {
  buildAppIfChanged()
  const electron = await prepareElectron()
  try {
    Object.assign(process.env, electron.environment)
    const { _electron } = await import('@playwright/test') // after the environment says which Electron
    const { typeEmergencyNumber } = await import('../e2e/app.fixture.ts')
    const app = await _electron.launch({ args: [projectFolder, `--user-data-dir=${path.join(folder, 'user data')}`] })
    const page = await app.firstWindow()
    await typeEmergencyNumber(app)
    await page.locator('[data-testid="preview"][data-version]').waitFor()
    await page.waitForTimeout(3000) // the app makes ready what the first patient may need
    const times = await page.evaluate(
      async ([words, count]) => {
        const field = document.querySelector<HTMLInputElement>('.search input')
        const box = document.querySelector('.search')
        if (!field || !box) throw new Error('There is no search.')
        const type = (text: string) => {
          // As a key would: the field's own setter, which React watches for.
          Reflect.set(HTMLInputElement.prototype, 'value', text, field)
          field.dispatchEvent(new InputEvent('input', { bubbles: true }))
        }
        const pause = () => new Promise((done) => setTimeout(done, 80))
        const found: number[] = []
        field.focus()
        for (let round = 0; round < count; round += 1)
          for (const word of words)
            for (let end = 1; end <= word.length; end += 1) {
              const text = word.slice(0, end)
              if (text.trimEnd() !== text) continue
              const start = performance.now()
              const seen = new Promise<void>((done) => {
                const look = () => {
                  if (box.getAttribute('data-found') === text) {
                    observer.disconnect()
                    requestAnimationFrame(() => setTimeout(done, 0))
                  }
                }
                const observer = new MutationObserver(look)
                observer.observe(box, { attributeFilter: ['data-found'] })
              })
              type(text)
              await seen
              found.push(performance.now() - start)
              await pause()
            }
        return found
      },
      [typed, rounds] as const,
    )
    await app.close()
    return times
  } finally {
    electron.stop()
  }
}
