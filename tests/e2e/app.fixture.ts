import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join, resolve } from 'node:path'
import { _electron, test as base, type ElectronApplication, type Locator, type Page } from '@playwright/test'
import { tellWindows } from './tell-windows.ts'

/** What the clinic of these tests has in its settings. */
export const emergencyNumber = '112'

const project = resolve(import.meta.dirname, '../..')

/** The app that is installed, where the tests are to drive that one and not what was built here. */
const installed = process.env['CARESHEET_INSTALLED']

/** With what the app is started: its data in `folder`, null for that of the account, and `changed` variables. */
export function launchArguments(
  folder: string | null,
  changed: Readonly<Record<string, string>> = {},
): { readonly executable: string; readonly args: string[]; readonly env: Record<string, string> } {
  const known = Object.entries(process.env).flatMap(([name, value]) => (value === undefined ? [] : [[name, value]]))
  const env: Record<string, string> = { ...Object.fromEntries(known), ...changed }
  const place = folder === null ? [] : [`--user-data-dir=${join(folder, 'user data')}`]
  const executable = installed ?? process.env['ELECTRON_EXEC_PATH'] ?? ''
  return { executable, args: installed === undefined ? [project, ...place] : place, env }
}

/** The apps that were started here and not closed yet. */
const running = new Set<ElectronApplication>()

/** Starts the app with its data in `folder`, null for that of the account, and `changed` variables in its environment. */
export async function launchApp(
  folder: string | null,
  changed: Readonly<Record<string, string>> = {},
): Promise<ElectronApplication> {
  const { executable, args, env } = launchArguments(folder, changed)
  const app = repeatLostCalls(
    await _electron.launch({ ...(installed === undefined ? {} : { executablePath: executable }), args, env }),
  )
  running.add(app)
  app.once('close', () => running.delete(app))
  return app
}

/**
 * Node's inspector loses the answer of a call now and then, when garbage is collected while it waits. Such a call is made
 * once more: what tests do in the main process may be done twice.
 */
function repeatLostCalls(app: ElectronApplication): ElectronApplication {
  const evaluate: ElectronApplication['evaluate'] = app.evaluate.bind(app)
  const repeat = async (...call: Parameters<typeof evaluate>): Promise<unknown> => {
    try {
      return await evaluate(...call)
    } catch (error) {
      if (!/promise was garbage collected/u.test(String(error))) throw error
      return evaluate(...call)
    }
  }
  return Object.assign(app, { evaluate: repeat })
}

/** Goes through the first steps with the emergency number alone, as a clinic does once, and puts the sample away. */
export async function typeEmergencyNumber(app: ElectronApplication): Promise<void> {
  const page = await app.firstWindow()
  await page.getByRole('button', { name: 'Skip' }).click()
  await page.getByRole('textbox', { name: 'Emergency number' }).fill(emergencyNumber)
  await page.getByRole('button', { name: 'Next' }).click()
  await page.getByRole('button', { name: 'Skip' }).click()
  await page.getByRole('button', { name: /^New patient/u }).click()
}

/** An app of a test's own, ready to print, with its first sheet drawn. */
export async function startNewApp(
  folder: string,
  changed: Readonly<Record<string, string>> = {},
): Promise<{ readonly app: ElectronApplication; readonly page: Page }> {
  const app = await launchApp(folder, changed)
  await typeEmergencyNumber(app)
  const page = await app.firstWindow()
  await findPreview(page).and(page.locator('[data-version]')).waitFor()
  return { app, page }
}

/** The preview, once it shows a sheet; its `data-version` changes with every PDF drawn. */
export function findPreview(page: Page): Locator {
  return page.getByTestId('preview')
}

/** Opens a view with its keys, and waits until it stands. */
export async function openView(page: Page, keys: string): Promise<void> {
  await page.keyboard.press(keys)
  await page.locator('main:not([hidden])').getByRole('heading').first().waitFor()
}

/** The field where one of a short list is chosen, by its label. */
export function findChoice(page: Page, label: string): Locator {
  return page.getByRole('button', { name: new RegExp(`${label}$`, 'u') })
}

/** Chooses one of a short list, as a mouse does. */
export async function choose(page: Page, label: string, option: string): Promise<void> {
  await findChoice(page, label).click()
  await page.getByRole('option', { name: option, exact: true }).click()
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

/** Answers the next dialogs for opening a file with `path`; null closes them. */
export async function answerOpenDialog(app: ElectronApplication, path: string | null): Promise<void> {
  await app.evaluate(({ dialog }, file) => {
    dialog.showOpenDialog = async () => ({ canceled: file === null, filePaths: file === null ? [] : [file] })
  }, path)
}

function makeFolder(): string {
  return mkdtempSync(join(tmpdir(), 'caresheet-e2e-'))
}

type TestFixtures = { readonly folder: string; readonly page: Page; readonly told: void }
type WorkerFixtures = { readonly data: string; readonly app: ElectronApplication }

/**
 * The real app, started once for many tests, and for each test a folder of its own and the window loaded anew: what stands
 * in the window is gone with the page. A test that changes what is stored starts an app of its own.
 */
export const test = base.extend<TestFixtures, WorkerFixtures>({
  data: [
    // oxlint-disable-next-line no-empty-pattern -- Playwright reads the pattern to see that no other fixture is needed
    async ({}, use) => {
      const data = makeFolder()
      await use(data)
      rmSync(data, { recursive: true, force: true })
    },
    { scope: 'worker' },
  ],
  app: [
    async ({ data }, use) => {
      const app = await launchApp(data)
      await typeEmergencyNumber(app)
      await use(app)
      await app.close()
    },
    { scope: 'worker' },
  ],
  // oxlint-disable-next-line no-empty-pattern -- as above
  folder: async ({}, use) => {
    const folder = makeFolder()
    await use(folder)
    rmSync(folder, { recursive: true, force: true })
  },
  told: [
    // oxlint-disable-next-line no-empty-pattern -- as above
    async ({}, use, run) => {
      await use()
      if (run.status === run.expectedStatus) return
      await run.attach('what the windows show', { body: await tellWindows(running), contentType: 'text/plain' })
    },
    { auto: true },
  ],
  page: async ({ app }, use) => {
    const page = await app.firstWindow()
    await app.evaluate(({ BrowserWindow }) => BrowserWindow.getAllWindows()[0]?.setContentSize(1280, 800))
    await page.emulateMedia({ colorScheme: 'light' })
    await page.reload()
    await findPreview(page).and(page.locator('[data-version]')).waitFor()
    await use(page)
  },
})

export { expect, type Page } from '@playwright/test'
