import { catalogues } from '../../src/words/catalogues.ts'
import { expect, startNewApp, test } from './app.fixture.ts'
import { findViolations } from './find-violations.ts'
import { chooseByKeys, pressByKeys, tabTo } from './press-keys.ts'

const looks = [
  { colorScheme: 'light' },
  { colorScheme: 'dark' },
  { contrast: 'more' },
  { colorScheme: 'dark', contrast: 'more' },
  { forcedColors: 'active' },
  { colorScheme: 'dark', forcedColors: 'active' },
] as const

test('axe finds nothing to mend in an open calendar, in any look', async ({ folder }) => {
  test.setTimeout(120_000)
  const { app, page } = await startNewApp(folder, { LANG: 'en_US.UTF-8' })
  await page.keyboard.press('5')
  await chooseByKeys(
    page,
    page.getByRole('button', { name: /Next blood test$/u }),
    catalogues.en.window.retest.pickDate,
  )
  await tabTo(page, page.locator('.retest .date-segment[data-type="month"]'))
  await page.keyboard.type(`1215${new Date().getFullYear() + 1}`)
  await pressByKeys(page, page.getByRole('button', { name: /Calendar/u }))
  await page.getByRole('dialog').getByRole('gridcell', { selected: true }).waitFor()
  await page.keyboard.press('ArrowRight')
  for (const look of looks) {
    await page.emulateMedia({ colorScheme: 'light', contrast: null, forcedColors: null, ...look })
    const violations = await findViolations(page, '.date-dialog')
    expect(violations, JSON.stringify(look)).toEqual([])
  }
  await app.close()
})
