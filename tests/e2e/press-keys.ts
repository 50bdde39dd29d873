import { expect, type Locator, type Page } from '@playwright/test'

/** Whether it can be seen where the focus is: an outline of 2 pixels or more that is not clear, on it or on what it is drawn in. */
export function isFocusSeen(page: Page): Promise<boolean> {
  return page.evaluate(() => {
    const shows = (element: Element | null, depth: number): boolean => {
      if (!element || depth === 0) return false
      const { outlineStyle, outlineWidth, outlineColor } = getComputedStyle(element)
      const isClear = /^(transparent|rgba\(.*, 0\))$/u.test(outlineColor)
      const isDrawn = outlineStyle !== 'none' && Number.parseFloat(outlineWidth) >= 2 && !isClear
      return isDrawn || shows(element.parentElement, depth - 1)
    }
    return shows(document.activeElement, 4)
  })
}

const mostStops = 200

/** Goes with Tab until `wanted` has the focus, which must be seen at every stop on the way. */
export async function tabTo(page: Page, wanted: Locator, key: 'Tab' | 'Shift+Tab' = 'Tab'): Promise<void> {
  await wanted.waitFor()
  const element = await wanted.elementHandle()
  for (let stop = 0; stop < mostStops; stop += 1) {
    await page.keyboard.press(key)
    const at = await page.evaluate(
      (target) => ({
        isThere: document.activeElement === target,
        isNowhere: document.activeElement === document.body,
        name: document.activeElement?.outerHTML.slice(0, 120),
      }),
      element,
    )
    if (!at.isNowhere) expect(await isFocusSeen(page), at.name).toBe(true)
    if (at.isThere) return
  }
  throw new Error(`Tab does not lead to ${String(wanted)}.`)
}

/** Opens the list that has the focus, and takes the option, as keys do. */
export async function chooseByKeys(page: Page, option: string): Promise<void> {
  await page.keyboard.press('Enter')
  const wanted = page.getByRole('option', { name: option, exact: true })
  await wanted.waitFor()
  await page.keyboard.press('Home')
  for (let step = 0; step < 20 && !(await wanted.evaluate((each) => each === document.activeElement)); step += 1)
    await page.keyboard.press('ArrowDown')
  await page.keyboard.press('Enter')
  await wanted.waitFor({ state: 'detached' })
}

/** Opens a dialog with its keys, does what is to be done in it, closes it, and sees the focus where it was before. */
export async function useDialog(page: Page, keys: string, name: string, use: () => Promise<void>): Promise<void> {
  const before = await page.evaluateHandle(() => document.activeElement)
  await page.keyboard.press(keys)
  const dialog = page.getByRole('dialog', { name })
  await expect(
    dialog
      .locator(':focus')
      .or(dialog.and(page.locator(':focus')))
      .first(),
  ).toBeAttached()
  await use()
  await page.keyboard.press('Escape')
  await expect(dialog).toHaveCount(0)
  await expect.poll(() => page.evaluate((element) => document.activeElement === element, before)).toBe(true)
}

/** Counts every press of a mouse from now on; the window is to have none. */
export async function countMousePresses(page: Page): Promise<() => Promise<number>> {
  await page.evaluate(() => {
    const counter = { presses: 0 }
    Object.assign(window, { mouse: counter })
    for (const kind of ['pointerdown', 'mousedown'])
      window.addEventListener(kind, ({ isTrusted }) => void (counter.presses += Number(isTrusted)), { capture: true })
  })
  // put there above
  return () => page.evaluate(() => (window as unknown as { mouse: { presses: number } }).mouse.presses)
}
