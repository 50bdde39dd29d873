import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join, resolve } from 'node:path'
import { _electron, test as base, type ElectronApplication, type Locator, type Page } from '@playwright/test'

const project = resolve(import.meta.dirname, '../..')

/** Starts the built app with its data in `folder`. */
export async function launchApp(folder: string): Promise<ElectronApplication> {
  return _electron.launch({ args: [project, `--user-data-dir=${join(folder, 'user data')}`] })
}

/** The preview, once it shows a sheet; its `data-version` changes with every PDF drawn. */
export function findPreview(page: Page): Locator {
  return page.getByTestId('preview')
}

/** Does something and waits until the preview shows another PDF than before. */
export async function seePreviewChange(page: Page, act: () => Promise<void>): Promise<void> {
  const version = await findPreview(page).getAttribute('data-version')
  await act()
  await page.waitForFunction(
    (before) => {
      const now = document.querySelector('[data-testid="preview"]')?.getAttribute('data-version')
      return now !== undefined && now !== null && now !== before
    },
    version,
    { timeout: 10_000 },
  )
}

/** Answers the next save dialog with `path`: the dialog belongs to the desktop, which a test cannot click. */
export async function answerSaveDialog(app: ElectronApplication, path: string): Promise<void> {
  await app.evaluate(({ dialog }, filePath) => {
    dialog.showSaveDialog = async () => ({ canceled: false, filePath })
  }, path)
}

type AppFixtures = { readonly folder: string; readonly app: ElectronApplication; readonly page: Page }

/** A test with a folder of its own, the real app running on it, and its window showing a first sheet. */
export const test = base.extend<AppFixtures>({
  // oxlint-disable-next-line no-empty-pattern -- Playwright reads the pattern to see that no other fixture is needed
  folder: async ({}, use) => {
    const folder = mkdtempSync(join(tmpdir(), 'caresheet-e2e-'))
    await use(folder)
    rmSync(folder, { recursive: true, force: true })
  },
  app: async ({ folder }, use) => {
    const app = await launchApp(folder)
    await use(app)
    await app.close()
  },
  page: async ({ app }, use) => {
    const page = await app.firstWindow()
    await findPreview(page).and(page.locator('[data-version]')).waitFor()
    await use(page)
  },
})

export { expect } from '@playwright/test'
