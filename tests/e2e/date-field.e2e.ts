import { catalogues } from '../../src/words/catalogues.ts'
import { expect, startNewApp, test, type Page } from './app.fixture.ts'
import { chooseByKeys, pressByKeys, tabTo } from './press-keys.ts'

const orders = [
  { language: 'en', name: 'English', order: ['month', 'day', 'year'], calendar: /Calendar/u },
  { language: 'zh-CN', name: '中文（简体）', order: ['year', 'month', 'day'], calendar: /日历/u },
  { language: 'es', name: 'Español', order: ['day', 'month', 'year'], calendar: /Calendario/u },
] as const

/** Sets the language of the window, whichever it speaks now, and goes back to the sheet. */
async function speak(page: Page, name: string): Promise<void> {
  const form = page.locator('.settings > form')
  await page.keyboard.press('Control+,')
  await form.locator('.select-button').last().click()
  await page.getByRole('option', { name, exact: true }).click()
  await page.keyboard.press('Control+s')
  await expect(form.getByRole('status')).not.toBeEmpty()
  await page.keyboard.press('Control+1')
}

const nextYear = new Date().getFullYear() + 1

const readParts = (page: Page) =>
  page
    .locator('.retest .date-segment:not([data-type="literal"])')
    .evaluateAll((parts) => parts.map((part) => part.getAttribute('data-type')))

test('day, month and year of a date stand in the order of the language of the window', async ({ folder }) => {
  const { app, page } = await startNewApp(folder, { LANG: 'en_US.UTF-8' })
  await page.keyboard.press('5')
  await chooseByKeys(
    page,
    page.getByRole('button', { name: /Next blood test$/u }),
    catalogues.en.window.retest.pickDate,
  )
  for (const { language, name, order, calendar } of orders) {
    await speak(page, name)
    const words = catalogues[language].window.retest
    await expect(page.getByRole('group', { name: words.day })).toBeVisible()
    await expect.poll(() => readParts(page)).toEqual(order)
    await expect(page.getByRole('button', { name: calendar })).toBeVisible()
  }
  await app.close()
})

test('a date is typed, or taken from the calendar, by the keys; the sheet shows it, and what is in the past is told', async ({
  folder,
}) => {
  const { app, page } = await startNewApp(folder, { LANG: 'en_US.UTF-8' })
  await page.keyboard.press('5')
  const when = page.getByRole('button', { name: /Next blood test$/u })
  await chooseByKeys(page, when, catalogues.en.window.retest.pickDate)
  await tabTo(page, page.locator('.retest .date-segment[data-type="month"]'))
  await page.keyboard.type(`1207${nextYear}`)
  await expect(page.locator('.retest-date')).toContainText(`7 December ${nextYear}`)
  const open = page.getByRole('button', { name: /Calendar/u })
  await pressByKeys(page, open)
  await expect(page.getByRole('dialog').getByRole('gridcell', { selected: true })).toHaveText('7')
  await page.keyboard.press('ArrowDown')
  await page.keyboard.press('Enter')
  await expect(page.locator('.retest-date')).toContainText(`14 December ${nextYear}`)
  await expect(open).toBeFocused()
  await tabTo(page, page.locator('.retest .date-segment[data-type="year"]'), 'Shift+Tab')
  await page.keyboard.type('2020')
  await tabTo(page, when, 'Shift+Tab')
  await expect(page.locator('.retest .field-problem')).toContainText('past')
  await app.close()
})
