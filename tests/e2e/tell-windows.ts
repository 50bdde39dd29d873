import type { ElectronApplication, Page } from '@playwright/test'

/**
 * What a window shows, in a line for each thing that a test waits for in vain; short, for reports cut long texts off. Frames are
 * those of the window's clock, which the test may have taken.
 */
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

/** What the windows of these apps show, those of the last one first: where a test fails on another machine nobody can look. */
export async function tellWindows(apps: Iterable<ElectronApplication>): Promise<string> {
  const tell = (app: ElectronApplication, page: Page) => {
    const late = new Promise<string>((goOn) => setTimeout(() => goOn('The window does not answer.'), 10_000))
    return Promise.race([tellWindow(app, page).catch(String), late])
  }
  const told = [...apps].toReversed().flatMap((app) => app.windows().map((page) => tell(app, page)))
  return (await Promise.all(told)).join('\n\n')
}
