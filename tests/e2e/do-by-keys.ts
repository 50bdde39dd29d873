import { expect, test, type Locator, type Page } from '@playwright/test'
import { countMousePresses, isFocusSeen, tabTo } from './press-keys.ts'

/** What is done with the keys alone, by the name of the action; each ends with what came of it. */
export type Deeds = Readonly<Record<string, () => Promise<void>>>

/** Sees that something has the focus, and that it shows. */
export async function expectFocusKept(page: Page): Promise<void> {
  await expect
    .poll(() => page.evaluate(() => document.activeElement !== document.body), { message: 'the focus is somewhere' })
    .toBe(true)
  const name = await page.evaluate(() => document.activeElement?.outerHTML.slice(0, 160))
  expect(await isFocusSeen(page), name).toBe(true)
}

/** Does each action in turn. After each the focus is somewhere and seen, and at the end no mouse was ever pressed. */
export async function doAll(page: Page, deeds: Deeds): Promise<void> {
  const countPresses = await countMousePresses(page)
  for (const [name, act] of Object.entries(deeds))
    await test.step(name, async () => {
      await act()
      await expectFocusKept(page)
    })
  expect(await countPresses()).toBe(0)
}

/** Goes to a button, or to the title of a fold, and presses it. */
export async function pressByKeys(page: Page, wanted: Locator): Promise<void> {
  await tabTo(page, wanted)
  await page.keyboard.press('Enter')
}

/** Goes to a tick and switches it. */
export async function switchByKeys(page: Page, wanted: Locator, on: boolean): Promise<void> {
  await tabTo(page, wanted)
  await page.keyboard.press('Space')
  await expect(wanted).toBeChecked({ checked: on })
  await expect(wanted).toBeFocused()
}

/** Goes to a field and types in it, in place of what is there. */
export async function typeByKeys(page: Page, wanted: Locator, text: string): Promise<void> {
  await tabTo(page, wanted)
  await page.keyboard.press('Control+a')
  await page.keyboard.type(text)
  await expect(wanted).toHaveValue(text)
}
