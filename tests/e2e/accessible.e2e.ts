import AxeBuilder from '@axe-core/playwright'
import { expect, seePreviewChange, test } from './app.fixture.ts'

for (const scheme of ['light', 'dark'] as const)
  test(`axe finds nothing to mend, ${scheme}`, async ({ page }) => {
    await page.emulateMedia({ colorScheme: scheme })
    await seePreviewChange(page, () => page.keyboard.press('5'))
    await page.keyboard.press('6')
    // The page cannot open the blank window axe's newer mode asks for: new windows are denied.
    const find = async () => (await new AxeBuilder({ page }).setLegacyMode().analyze()).violations
    expect(await find()).toEqual([])
    await page.getByRole('button', { name: 'Settings', exact: true }).click()
    expect(await find()).toEqual([])
  })

for (const [width, height] of [
  [1280, 800],
  [1024, 700],
] as const)
  test(`nothing is wider than the window at ${width} × ${height}`, async ({ app, page }) => {
    await app.evaluate(
      ({ BrowserWindow }, size) => BrowserWindow.getAllWindows()[0]?.setContentSize(size[0], size[1]),
      [width, height] as const,
    )
    await seePreviewChange(page, () => page.keyboard.press('6'))
    const overflowing = await page.evaluate(() =>
      [...document.querySelectorAll('body *')]
        .filter((element) => {
          const box = element.getBoundingClientRect()
          return box.width > 0 && (box.right > innerWidth + 1 || box.left < -1)
        })
        .map((element) => element.className || element.tagName),
    )
    expect(overflowing).toEqual([])
  })
