import { expect, test, type Locator, type Page } from '@playwright/test'

type TabKey = 'Tab' | 'Shift+Tab'
type Focus = { readonly isNowhere: boolean; readonly isThere: boolean; readonly isSeen: boolean; readonly name: string }

/** Where the focus is; it is seen by an outline of 2 pixels or more that is not clear, on it or on what it is drawn in. */
const readFocus = (wanted: Element): Focus => {
  const shows = (element: Element | null, depth: number): boolean => {
    if (!element || depth === 0) return false
    const { outlineStyle, outlineWidth, outlineColor } = getComputedStyle(element)
    const isClear = /^(transparent|rgba\(.*, 0\))$/u.test(outlineColor)
    const isDrawn = outlineStyle !== 'none' && Number.parseFloat(outlineWidth) >= 2 && !isClear
    return isDrawn || shows(element.parentElement, depth - 1)
  }
  const element = document.activeElement
  return {
    isNowhere: element === null || element === document.body,
    isThere: element === wanted,
    isSeen: shows(element, 4),
    name: element?.outerHTML.slice(0, 160) ?? '',
  }
}

/** Sees that something has the focus, and that it shows. */
export async function expectFocusKept(page: Page): Promise<void> {
  const look = () => page.locator('html').evaluate(readFocus)
  await expect.poll(async () => !(await look()).isNowhere, { message: 'the focus is somewhere' }).toBe(true)
  const { isSeen, name } = await look()
  expect(isSeen, name).toBe(true)
}

const mostStops = 200

/** Goes with Tab until `wanted` has the focus, which must be seen at every stop on the way. */
export async function tabTo(page: Page, wanted: Locator, key: TabKey = 'Tab'): Promise<void> {
  await expect(wanted).toBeVisible()
  for (let stop = 0; stop < mostStops; stop += 1) {
    const { isThere, isNowhere, isSeen, name } = await wanted.evaluate(readFocus)
    if (stop > 0 && !isNowhere) expect(isSeen, name).toBe(true)
    if (isThere) return
    await page.keyboard.press(key)
  }
  throw new Error(`Tab does not lead to ${String(wanted)}.`)
}

/** Goes to a button, or to the title of a fold, and presses it. */
export async function pressByKeys(page: Page, wanted: Locator, key: TabKey = 'Tab'): Promise<void> {
  await tabTo(page, wanted, key)
  await page.keyboard.press('Enter')
}

/** Goes to a tick and switches it. */
export async function switchByKeys(page: Page, wanted: Locator, on: boolean, key: TabKey = 'Tab'): Promise<void> {
  await tabTo(page, wanted, key)
  await page.keyboard.press('Space')
  await expect(wanted).toBeChecked({ checked: on })
  await expect(wanted).toBeFocused()
}

/** Goes to a field and types in it, in place of what is there. */
export async function typeByKeys(page: Page, wanted: Locator, text: string, key: TabKey = 'Tab'): Promise<void> {
  await tabTo(page, wanted, key)
  await page.keyboard.press('Control+a')
  await page.keyboard.type(text)
  await expect(wanted).toHaveValue(text)
}

/** Goes to a field of a short list, opens it and takes the option; the list is gone then, and the focus is where it was. */
export async function chooseByKeys(page: Page, list: Locator, option: string, key: TabKey = 'Tab'): Promise<void> {
  await tabTo(page, list, key)
  const field = await list.elementHandle() // its name may change with what is chosen
  await page.keyboard.press('Enter')
  const wanted = page.getByRole('option', { name: option, exact: true })
  await wanted.waitFor()
  await page.keyboard.press('Home')
  for (let step = 0; step < 40 && !(await wanted.evaluate(readFocus)).isThere; step += 1)
    await page.keyboard.press('ArrowDown')
  await page.keyboard.press('Enter')
  await wanted.waitFor({ state: 'detached' })
  await expect.poll(() => field?.evaluate((element) => element === document.activeElement)).toBe(true)
}

/** Does something that takes the focus elsewhere for a while, and sees it where it was before. */
export async function comeBack(page: Page, act: () => Promise<void>): Promise<void> {
  const before = await page.evaluateHandle(() => document.activeElement)
  await act()
  await expect.poll(() => page.evaluate((element) => document.activeElement === element, before)).toBe(true)
}

/** Opens a dialog with its keys, does what is to be done in it, closes it, and sees the focus where it was before. */
export async function useDialog(page: Page, keys: string, name: string, use: () => Promise<void>): Promise<void> {
  const dialog = page.getByRole('dialog', { name })
  await comeBack(page, async () => {
    await page.keyboard.press(keys)
    const focused = page.locator(':focus')
    await expect(dialog.locator(':focus').or(dialog.and(focused)).first()).toBeAttached()
    await use()
    await page.keyboard.press('Escape')
    await expect(dialog).toHaveCount(0)
  })
}

/** How often a mouse was pressed in each page that is watched; several tests may drive one page. */
const mousePresses = new WeakMap<Page, number>()

/** Counts every press of a mouse from now on, also once the page was loaded anew; the window is to have none. */
export async function countMousePresses(page: Page): Promise<() => number> {
  const readAll = () => mousePresses.get(page) ?? 0
  const before = readAll()
  if (!mousePresses.has(page)) await watchMouse(page)
  return () => readAll() - before
}

async function watchMouse(page: Page): Promise<void> {
  mousePresses.set(page, 0)
  const watch = () => {
    const notice = ({ isTrusted }: Event) => {
      const tell: unknown = Reflect.get(window, 'tellMousePress')
      if (isTrusted && typeof tell === 'function') tell()
    }
    for (const kind of ['pointerdown', 'mousedown']) window.addEventListener(kind, notice, { capture: true })
  }
  await page.exposeFunction('tellMousePress', () => void mousePresses.set(page, (mousePresses.get(page) ?? 0) + 1))
  await page.addInitScript(watch)
  await page.evaluate(watch)
}

/** What is done with the keys alone, by the name of the action; each ends with what came of it. */
export type Deeds = Readonly<Record<string, () => Promise<void>>>

/** Does each action in turn. After each the focus is somewhere and seen, and at the end no mouse was ever pressed. */
export async function doAll(page: Page, deeds: Deeds): Promise<void> {
  const countPresses = await countMousePresses(page)
  for (const [name, act] of Object.entries(deeds))
    await test.step(name, async () => {
      await act()
      await expectFocusKept(page)
    })
  expect(countPresses()).toBe(0)
}
