import type { ElectronApplication, Page } from '@playwright/test'

/** Makes the window this large, in pixels of its content. */
export const resize = (app: ElectronApplication, width: number, height: number) =>
  app.evaluate(({ BrowserWindow }, size) => BrowserWindow.getAllWindows()[0]?.setContentSize(size[0], size[1]), [
    width,
    height,
  ] as const)

/** The texts that have less room than they need, or stand outside the window. */
export function listClipped(page: Page, within = 'header *, main:not([hidden]) *'): Promise<string[]> {
  return page.evaluate((places) => {
    const unseen = '[hidden], [style*="clip"], .visually-hidden, .pages, [aria-hidden="true"], .tick-button input'
    const lacksRoom = (element: Element) => {
      const { overflowX } = getComputedStyle(element)
      const isCut = element.scrollWidth > element.clientWidth + 1 && !['visible', 'auto'].includes(overflowX)
      const box = element.getBoundingClientRect()
      return (element.clientWidth > 0 && isCut) || (box.width > 0 && (box.right > innerWidth + 1 || box.left < -1))
    }
    /** A hint inside a field that is wider than the field. */
    const hasLongHint = (element: Element) => {
      if (!(element instanceof HTMLInputElement) || element.placeholder === '' || element.value !== '') return false
      const { font, paddingLeft, paddingRight, fontFamily } = getComputedStyle(element)
      const pen = document.createElement('canvas').getContext('2d')
      if (!pen) return false
      pen.font = `${getComputedStyle(element, '::placeholder').fontSize} ${fontFamily || font}`
      const room = element.clientWidth - Number.parseFloat(paddingLeft) - Number.parseFloat(paddingRight)
      return pen.measureText(element.placeholder).width > room
    }
    return [...document.querySelectorAll(places)]
      .filter((element) => !element.closest(unseen) && (lacksRoom(element) || hasLongHint(element)))
      .map((element) => `${element.className}: ${(element.textContent || element.getAttribute('placeholder')) ?? ''}`)
  }, within)
}

/** Words side by side in one row that run into each other. */
export function listOverlaps(page: Page): Promise<string[]> {
  return page.evaluate(() => {
    const measure = (element: Element) => {
      if (element.children.length > 0) return element.getBoundingClientRect()
      const range = document.createRange()
      range.selectNodeContents(element)
      return range.getBoundingClientRect()
    }
    return [...document.querySelectorAll('.result-head, .card-header, .pane-header, .top-bar nav')].flatMap((row) => {
      const boxes = [...row.children].map((child) => ({ text: child.textContent, box: measure(child) }))
      return boxes.flatMap(({ text, box }, index) => {
        const next = boxes[index + 1]
        const isBeside = next !== undefined && next.box.top < box.bottom && box.top < next.box.bottom
        return isBeside && next.box.width > 0 && next.box.left < box.right - 1 ? [`${text} / ${next.text}`] : []
      })
    })
  })
}
