import { expect, findPreview, seePreviewChange, test } from './app.fixture.ts'
import { findViolations } from './find-violations.ts'

for (const scheme of ['light', 'dark'] as const)
  test(`axe finds nothing to mend, ${scheme}`, async ({ page }) => {
    await page.emulateMedia({ colorScheme: scheme })
    await seePreviewChange(page, () => page.keyboard.press('5'))
    await seePreviewChange(page, () => page.keyboard.press('6')) // a page that is being drawn has empty headings
    expect(await findViolations(page)).toEqual([])
    await page.getByRole('button', { name: 'Settings', exact: true }).click()
    await page.getByRole('heading', { name: 'Settings' }).waitFor()
    expect(await findViolations(page)).toEqual([])
  })

for (const media of [{ forcedColors: 'active' }, { contrast: 'more' }] as const)
  test(`axe finds nothing to mend, ${Object.entries(media).join(' ')}`, async ({ page }) => {
    await page.emulateMedia(media)
    await seePreviewChange(page, () => page.keyboard.press('5'))
    expect(await findViolations(page)).toEqual([])
    await page.getByRole('button', { name: /Text size$/u }).click()
    expect(await findViolations(page)).toEqual([])
    await page.keyboard.press('Escape')
    await expect(page.getByRole('button', { name: /Text size$/u })).toBeFocused()
    await page.emulateMedia({ forcedColors: null, contrast: null })
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
    const findOverflowing = () =>
      page.evaluate(() =>
        [...document.querySelectorAll('body *')]
          .filter((element) => {
            const box = element.getBoundingClientRect()
            return box.width > 0 && (box.right > innerWidth + 1 || box.left < -1)
          })
          .map((element) => element.className || element.tagName),
      )
    await expect.poll(findOverflowing).toEqual([]) // the pages are drawn anew for the new size
  })

test('the preview is read aloud in the order of the paper, and its words can be selected', async ({ page }) => {
  await seePreviewChange(page, () => page.keyboard.press('5'))
  const preview = findPreview(page)
  await expect(preview.getByRole('heading', { name: 'Your next steps' })).toBeAttached()
  const headings = await preview.getByRole('heading').allTextContents()
  expect(headings.indexOf('Your next steps')).toBeLessThan(headings.indexOf('Go to hospital now if'))
  await expect(preview.getByRole('listitem').filter({ hasText: 'you are confused' })).toBeAttached()
  const selected = await page.evaluate(() => {
    const [layer] = document.querySelectorAll('.text-layer')
    if (layer) window.getSelection()?.selectAllChildren(layer)
    return window.getSelection()?.toString() ?? ''
  })
  expect(selected.replaceAll(/\s+/gu, ' ')).toContain('Go to hospital now if')
  const overlap = await page.evaluate(() => {
    const [layer, canvas] = ['.text-layer', '.page canvas'].map((each) => document.querySelector(each))
    const [text, picture] = [layer?.getBoundingClientRect(), canvas?.getBoundingClientRect()]
    return text && picture && [text.width / picture.width, text.height / picture.height]
  })
  overlap?.forEach((share) => expect(share).toBeCloseTo(1, 1))
})

test('Chinese stands in letters that the app brings along', async ({ page }) => {
  await page.getByRole('textbox', { name: 'Patient name' }).fill('姓名')
  const listLoaded = () =>
    page.evaluate(() => [...document.fonts].filter(({ status }) => status === 'loaded').map(({ family }) => family))
  await expect.poll(listLoaded).toContainEqual(expect.stringContaining('Noto Sans SC'))
})
