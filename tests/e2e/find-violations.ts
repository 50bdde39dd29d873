import AxeBuilder from '@axe-core/playwright'
import type { Page } from './app.fixture.ts'

const mostTries = 5

/**
 * What axe finds fault with in the window, or in a part of it. A page of the preview that is being drawn anew has no words yet,
 * and its headings are missing among the others: what is found is looked at again until it stays.
 */
export async function findViolations(page: Page, part?: string) {
  // The page cannot open the blank window axe's newer mode asks for: new windows are denied.
  const builder = () => new AxeBuilder({ page }).setLegacyMode()
  const find = async () => (await (part === undefined ? builder() : builder().include(part)).analyze()).violations
  let found = await find()
  for (let tries = 1; tries < mostTries && found.length > 0; tries += 1) {
    await page.waitForTimeout(500)
    found = await find()
  }
  return found
}
