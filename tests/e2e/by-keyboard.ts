import { expect, type Locator, type Page } from '@playwright/test'

/** Goes to something with the Tab key alone. */
export async function tabTo(page: Page, place: Locator, most = 200): Promise<void> {
  await expect(place).toBeVisible()
  const hasFocus = () => place.evaluate((element) => element === document.activeElement).catch(() => false)
  for (let presses = 0; presses < most; presses += 1) {
    if (await hasFocus()) return
    await page.keyboard.press('Tab')
  }
  throw new Error(`Tab does not lead to ${String(place)}.`)
}

/** Goes to a button and presses it. */
export async function pressKey(page: Page, place: Locator): Promise<void> {
  await tabTo(page, place)
  await page.keyboard.press('Enter')
}

/** Goes to a field and types over what is there. */
export async function typeInto(page: Page, place: Locator, text: string): Promise<void> {
  await tabTo(page, place)
  await page.keyboard.press('Control+a')
  await page.keyboard.type(text)
}

/** Goes to a choice of a short list and takes the one so named. */
export async function chooseByKey(page: Page, place: Locator, option: string): Promise<void> {
  await pressKey(page, place)
  await page.getByRole('listbox').waitFor()
  const wanted = page.getByRole('option', { name: option, exact: true })
  await page.keyboard.press('Home')
  for (let presses = 0; presses < 40; presses += 1) {
    if (await wanted.evaluate((element) => element === document.activeElement)) {
      await page.keyboard.press('Enter')
      return
    }
    await page.keyboard.press('ArrowDown')
  }
  throw new Error(`The list has no ${option}.`)
}
