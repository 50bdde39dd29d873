import { writeFileSync } from 'node:fs'
import path from 'node:path'
import type { ElectronApplication, Page } from '@playwright/test'

/** The longest task of the page's thread while something is done, in milliseconds; 0 where none took 50. */
async function findLongestTask(page: Page, act: () => Promise<void>): Promise<number> {
  await page.evaluate(() => {
    const seen = { longest: 0 }
    const observer = new PerformanceObserver((list) => {
      for (const { duration } of list.getEntries()) seen.longest = Math.max(seen.longest, duration)
    })
    observer.observe({ type: 'longtask' })
    Object.assign(window, { tasks: seen })
  })
  await act()
  await page.waitForTimeout(1500)
  // put there above
  return page.evaluate(() => (window as unknown as { tasks: { longest: number } }).tasks.longest)
}

const million = 'liver test '.repeat(95_000)

/** How long bad input holds up the window, a line of the bench each. @param folder for a file of bundles */
export async function measureFreezes(app: ElectronApplication, page: Page, folder: string): Promise<string[]> {
  const file = path.join(folder, 'newer.json')
  writeFileSync(file, '{"format":"caresheet-bundles","version":99,"bundles":[]}')
  const keys = page.keyboard
  const into = (field: string, text: string) => async () => {
    await page.locator(field).first().focus()
    await keys.insertText(text)
  }
  const acts: readonly (readonly [string, () => Promise<void>])[] = [
    ['1 MB pasted into the note', into('.tailor-pane textarea', million)],
    ['1 MB pasted into the name', into('.patient input', million)],
    ['a search of 10,000 characters', into('.search input', 'liver '.repeat(1700))],
    ['a search of wildcards alone', into('.search input', '*?%_"*')],
    [
      'bundles of a newer version',
      async () => {
        await app.evaluate(({ dialog }, given) => {
          dialog.showOpenDialog = async () => ({ canceled: false, filePaths: [given] })
        }, file)
        await keys.press('Control+b')
        await page.getByRole('button', { name: 'Take from a file…' }).press('Enter')
        await page.getByText('newer CareSheet').waitFor()
        await keys.press('Escape')
      },
    ],
    [
      'a list of printers that takes 30 s',
      async () => {
        await app.evaluate(({ ipcMain }) => {
          ipcMain.removeHandler('printers.list')
          ipcMain.handle('printers.list', () => new Promise((done) => setTimeout(done, 30_000)))
        })
        await page.evaluate(() => void window.dispatchEvent(new Event('visibilitychange')))
        await page.waitForTimeout(1000)
      },
    ],
  ]
  const lines: string[] = []
  for (const [what, act] of acts) {
    const longest = await findLongestTask(page, act)
    lines.push(`longest hold-up, ${what}: ${longest === 0 ? 'under 50' : longest.toFixed(0)} ms (goal 100)`)
    for (const field of ['.tailor-pane textarea', '.patient input', '.search input'])
      await page.locator(field).first().fill('')
  }
  return lines
}
