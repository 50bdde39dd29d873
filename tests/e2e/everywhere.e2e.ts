import { expect, openView, seePreviewChange, test, type Page } from './app.fixture.ts'
import { findViolations } from './find-violations.ts'

const viewKeys = { sheet: 'Control+1', topics: 'Control+2', history: 'Control+3', settings: 'Control+,' } as const
const dialogKeys = { shortcuts: 'F1', about: 'Shift+F1', bundles: 'Control+b' } as const
const looks = [{ colorScheme: 'light' }, { colorScheme: 'dark' }, { forcedColors: 'active' }] as const

for (const look of looks)
  test(`axe finds nothing to mend in any view or dialog, ${Object.values(look).join()}`, async ({ page }) => {
    test.setTimeout(120_000)
    await page.emulateMedia(look)
    await page.keyboard.press('5')
    await seePreviewChange(page, () => page.keyboard.press('6'))
    for (const [view, keys] of Object.entries(viewKeys)) {
      await openView(page, keys)
      expect(await findViolations(page), view).toEqual([])
    }
    await page.getByRole('button', { name: 'History' }).press('Enter')
    await page.getByRole('tab', { name: 'With names' }).click()
    expect(await findViolations(page), 'names').toEqual([])
    for (const [dialog, keys] of Object.entries(dialogKeys)) {
      await page.keyboard.press(keys)
      await page.getByRole('dialog').waitFor()
      expect(await findViolations(page), dialog).toEqual([])
      await page.keyboard.press('Escape')
    }
    await page.keyboard.press('Control+1')
    await page.locator('.safety .fold-title').click()
    await page.getByRole('checkbox', { name: 'Confused or very sleepy' }).check()
    await page.getByRole('button', { name: 'Save PDF' }).click()
    await page.getByRole('alertdialog').waitFor()
    expect(await findViolations(page), 'stop').toEqual([])
    await page.keyboard.press('Escape')
    await page.emulateMedia({ colorScheme: null, forcedColors: null })
  })

/**
 * Goes round with Tab once, and lists the controls in sight that never had the focus, and those whose focus could not be
 * seen. Of a list, a tab bar or a grid one control is enough: arrows go on from there.
 */
async function goRound(page: Page): Promise<{ readonly missed: string[]; readonly unseen: string[] }> {
  await page.evaluate(() => {
    document.querySelectorAll('[data-reached]').forEach((each) => each.removeAttribute('data-reached'))
    if (document.activeElement instanceof HTMLElement) document.activeElement.blur()
  })
  const unseen: string[] = []
  for (let step = 0; step < 250; step += 1) {
    await page.keyboard.press('Tab')
    const at = await page.evaluate((number) => {
      const now = document.activeElement
      if (!now || now === document.body) return { isRound: false, name: '', isSeen: true }
      // The day, month and year of a date are three stops in one control.
      const isRound = now.hasAttribute('data-reached') && now.getAttribute('data-reached') !== String(number - 1)
      now.setAttribute('data-reached', String(number))
      const shows = (element: Element | null, depth: number): boolean => {
        if (!element || depth === 0) return false
        const { outlineStyle, outlineWidth } = getComputedStyle(element)
        return (outlineStyle !== 'none' && outlineWidth !== '0px') || shows(element.parentElement, depth - 1)
      }
      return { isRound, name: now.outerHTML.slice(0, 160), isSeen: shows(now, 4) }
    }, step)
    if (at.isRound) break
    if (!at.isSeen) unseen.push(at.name)
  }
  const missed = await page.evaluate(() => {
    const controls = 'button, input, textarea, select, a[href], [tabindex="0"]'
    const isOneOfMany = (element: Element) => element.closest('[role="listbox"], [role="tablist"]') !== null
    const isOff = (element: Element) => element.matches(':disabled, [tabindex="-1"]')
    const isInSight = (element: Element) => element.checkVisibility() && element.closest('[hidden]') === null
    return [...document.querySelectorAll(controls)]
      .filter((each) => isInSight(each) && !isOff(each) && !isOneOfMany(each) && !each.hasAttribute('data-reached'))
      .map((each) => each.outerHTML.slice(0, 160))
  })
  return { missed, unseen }
}

test('every control of every view is reached with Tab, and its focus is seen', async ({ page }) => {
  test.setTimeout(120_000)
  await page.keyboard.press('5')
  await seePreviewChange(page, () => page.keyboard.press('6'))
  await page.locator('.safety .fold-title').press('Enter')
  for (const [view, keys] of Object.entries(viewKeys)) {
    await openView(page, keys)
    expect(await goRound(page), view).toEqual({ missed: [], unseen: [] })
  }
  await page.keyboard.press('Control+1')
  for (const [dialog, keys] of Object.entries(dialogKeys)) {
    await page.keyboard.press(keys)
    await page.getByRole('dialog').waitFor()
    await page.keyboard.press('Tab')
    expect(await page.evaluate(() => document.activeElement?.closest('.dialog') !== null), dialog).toBe(true)
    await page.keyboard.press('Escape')
  }
})
