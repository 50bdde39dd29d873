import type { ElectronApplication, Page } from '@playwright/test'

/** What a window shows, in a line for each thing that a test waits for in vain; short, for reports cut long texts off. */
async function tellWindow(app: ElectronApplication, page: Page): Promise<string> {
  const isShown = await app.evaluate(({ BrowserWindow }) => BrowserWindow.getAllWindows()[0]?.isVisible())
  const told = await page.evaluate(async () => {
    const frame = new Promise((goOn) => requestAnimationFrame(() => goOn('drawn')))
    const none = new Promise((goOn) => setTimeout(() => goOn('not drawn'), 2000))
    const preview = document.querySelector('[data-testid="preview"]')
    const [pane, status] = [preview?.parentElement?.clientWidth, document.querySelectorAll('main [role="status"]')]
    const texts = [...status, ...document.querySelectorAll('[role="alertdialog"], [role="dialog"]')]
    return [
      `frames ${String(await Promise.race([frame, none]))}, ${innerWidth} × ${innerHeight}`,
      `preview ${preview === null ? 'not there' : `${preview.childElementCount} pages in ${pane} pixels`}`,
      ...texts.map(({ textContent }) => textContent.slice(0, 60)).filter((text) => text !== ''),
    ]
  })
  return [`shown: ${isShown}`, ...told].join('\n')
}

/** What the windows of these apps show: where a test fails on another machine nobody can look. */
export async function tellWindows(apps: Iterable<ElectronApplication>): Promise<string> {
  const told = [...apps].flatMap((app) =>
    app.windows().map((page) => tellWindow(app, page).catch((error: unknown) => String(error))),
  )
  const late = new Promise<string[]>((goOn) => setTimeout(() => goOn(['The windows did not answer.']), 10_000))
  return (await Promise.race([Promise.all(told), late])).join('\n\n')
}
