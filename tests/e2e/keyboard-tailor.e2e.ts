import { expect, findPreview, openView, startNewApp, test } from './app.fixture.ts'
import { chooseByKeys, doAll, pressByKeys, switchByKeys, tabTo, typeByKeys } from './press-keys.ts'

test('the advice is tailored with the keyboard alone', async ({ folder }) => {
  test.setTimeout(240_000)
  const { app, page } = await startNewApp(folder, { LANG: 'en_US.UTF-8' })
  const box = (name: string) => page.getByRole('textbox', { name, exact: true })
  const tick = (name: string | RegExp) => page.getByRole('checkbox', { name, exact: typeof name === 'string' })
  const button = (name: string | RegExp) => page.getByRole('button', { name, exact: typeof name === 'string' })
  const titles = page.locator('.tailor-pane [data-cause] h3')
  const keys = page.keyboard
  // Snippets are added in the test of the settings.
  await openView(page, 'Control+,')
  await box('Short name').fill('walk')
  await box('Text').fill('Walk each day.')
  await button('Add snippet').click()
  await expect(page.getByText('Saved “.walk”.')).toBeVisible()
  await openView(page, 'Control+1')
  await keys.press('Control+n')
  await keys.press('5')
  await keys.press('6')
  await keys.press('1')

  const place = (name: string) => titles.allTextContents().then((all) => all.findIndex((each) => each.includes(name)))
  await doAll(page, {
    'how sure a cause is': async () => {
      await chooseByKeys(page, button(/How sure: Fatty liver$/u), 'confirmed')
      await expect(button('confirmed How sure: Fatty liver')).toBeFocused()
    },
    'a cause later on the sheet': async () => {
      const before = await place('Fatty liver')
      await pressByKeys(page, button('Later on the sheet: Fatty liver'))
      await expect.poll(() => place('Fatty liver')).toBe(before + 1)
      await expect(button('Later on the sheet: Fatty liver')).toBeFocused()
    },
    'a cause earlier on the sheet, until it is the first': async () => {
      await tabTo(page, button('Earlier on the sheet: Fatty liver'), 'Shift+Tab')
      for (let at = await place('Fatty liver'); at > 0; at -= 1) {
        await keys.press('Enter')
        await expect.poll(() => place('Fatty liver')).toBe(at - 1)
      }
      await keys.press('Enter') // there is nothing before it, and the focus stays
      await expect(button('Earlier on the sheet: Fatty liver')).toBeFocused()
    },
    'the tests and the plan of a cause': async () => {
      const plan = button('For you, not printed: tests and plan').first()
      await pressByKeys(page, plan)
      await expect(plan).toHaveAttribute('aria-expanded', 'true')
    },
    'a piece of advice, taken out and put back': async () => {
      await switchByKeys(page, tick('Eat less fried and fatty food.'), false)
      await keys.press('Space')
    },
    'undo, with its keys': async () => {
      await keys.press('Control+z')
      await expect(tick('Eat less fried and fatty food.')).not.toBeChecked()
    },
    'redo, with its keys': async () => {
      await keys.press('Control+y')
      await expect(tick('Eat less fried and fatty food.')).toBeChecked()
    },
    'undo and redo, with their buttons': async () => {
      await pressByKeys(page, button('Undo'), 'Shift+Tab')
      await expect(tick('Eat less fried and fatty food.')).not.toBeChecked()
      await expect(button('Undo')).toBeFocused()
      await pressByKeys(page, button('Redo'))
      await expect(tick('Eat less fried and fatty food.')).toBeChecked()
      await expect(button('Redo')).toBeFocused()
    },
    'the evidence for a medicine': async () => {
      await pressByKeys(page, button(/^Evidence for/u).first())
      await expect(page.getByText('For you, not printed:', { exact: true }).first()).toBeVisible()
      await expect(button(/^Hide for/u).first()).toBeFocused()
    },
    'a medicine to name': async () => {
      const medicine = page.locator('.medicine').first()
      await tabTo(page, medicine.getByRole('checkbox'), 'Shift+Tab')
      await keys.press('Space')
      await expect(medicine.getByRole('checkbox')).toBeChecked()
      await expect(findPreview(page)).toContainText('Medicines')
    },
    'medicines to stop': async () => {
      await typeByKeys(page, box('Medicine to stop 1'), 'diclofenac')
      await keys.press('Enter')
      await expect(box('Medicine to stop 2')).toBeFocused()
      await keys.type('ibuprofen')
    },
    'a medicine to stop, added with its button': async () => {
      await pressByKeys(page, button('Add another medicine'))
      await expect(box('Medicine to stop 3')).toBeFocused()
      await keys.type('naproxen')
    },
    'a medicine to stop, taken out': async () => {
      await pressByKeys(page, button('Remove ibuprofen'), 'Shift+Tab')
      await expect(box('Medicine to stop 3')).toHaveCount(0)
      await expect(box('Medicine to stop 2')).toHaveValue('naproxen')
      await pressByKeys(page, button('Remove naproxen'))
    },
    'the next test': async () => {
      await chooseByKeys(page, button(/Next blood test$/u), 'not on this sheet')
      await expect(page.getByText('No date prints.')).toBeVisible()
      await chooseByKeys(page, button(/Next blood test$/u), 'in 2 weeks')
    },
    'the day of the next test, typed': async () => {
      await chooseByKeys(page, button(/Next blood test$/u), 'pick a date')
      await tabTo(page, page.locator('.retest .date-segment[data-type="month"]'))
      await keys.type(`1207${new Date().getFullYear() + 1}`)
      await expect(page.locator('.retest-date')).toContainText('7 December')
    },
    'another month of the calendar, and no day': async () => {
      await pressByKeys(page, button(/Calendar/u))
      const head = page.locator('.calendar-head')
      await pressByKeys(page, head.getByRole('button', { name: 'Next' }))
      await expect(head).toContainText('January')
      await pressByKeys(page, head.getByRole('button', { name: 'Previous' }), 'Shift+Tab')
      await expect(head).toContainText('December')
      await keys.press('Escape')
      await expect(button(/Calendar/u)).toBeFocused()
    },
    'the day of the next test, from the calendar': async () => {
      await pressByKeys(page, button(/Calendar/u))
      await keys.press('ArrowDown')
      await keys.press('Enter')
      await expect(page.locator('.retest-date')).toContainText('14 December')
      await expect(button(/Calendar/u)).toBeFocused()
    },
    'how to prepare': async () => {
      const line = page
        .locator('.items')
        .filter({ has: tick('Add a card to cut out') })
        .getByRole('checkbox')
        .first()
      await tabTo(page, line)
      await keys.press('Space')
      await expect(line).not.toBeChecked()
    },
    'a card to cut out': () => switchByKeys(page, tick('Add a card to cut out'), true),
    'a note': () => typeByKeys(page, box('Note to the patient'), 'Dear you. '),
    'a snippet, by a dot and its first letters': async () => {
      await keys.type('.wa')
      await expect(page.getByRole('option')).toHaveText(['.walk Walk each day.'])
      await keys.press('Enter')
      await expect(box('Note to the patient')).toHaveValue('Dear you. Walk each day.')
      await expect(box('Note to the patient')).toBeFocused()
    },
    'advice of every day': async () => {
      const first = page.getByRole('region', { name: 'Every day' }).getByRole('checkbox').first()
      const before = await first.isChecked()
      await tabTo(page, first)
      await keys.press('Space')
      await expect(first).toBeChecked({ checked: !before })
    },
    'the sources in full': async () => {
      const sources = button('For you, not printed: the sources in full')
      await pressByKeys(page, sources)
      await expect(sources).toHaveAttribute('aria-expanded', 'true')
    },
  })
  await app.close()
})

test('the card of the cause that was ticked last stands beneath the head of the pane, and the focus stays', async ({
  page,
}) => {
  await page.keyboard.press('Control+n')
  const focused = page.getByRole('checkbox', { name: 'Hard exercise', exact: true })
  const gapOf = (cause: string) =>
    page.locator('.tailor-pane').evaluate((pane, id) => {
      const card = pane.querySelector(`[data-cause="${id}"]`)
      const head = pane.querySelector('.pane-header')
      return Math.round((card?.getBoundingClientRect().top ?? 0) - (head?.getBoundingClientRect().bottom ?? 0))
    }, cause)
  for (const [key, cause] of [
    ['5', 'fatty-liver'],
    ['6', 'drug-injury'],
    ['1', 'intense-exercise'],
  ] as const) {
    await page.keyboard.press(key)
    await expect.poll(async () => Math.abs((await gapOf(cause)) - 4), { message: cause }).toBeLessThanOrEqual(2)
    await expect(focused).toBeFocused()
  }
  // One that is taken out moves nothing.
  const scrolled = () => page.locator('.tailor-pane').evaluate((pane) => pane.scrollTop)
  const before = await scrolled()
  await page.keyboard.press('6')
  await expect(page.locator('[data-cause="drug-injury"]')).toHaveCount(0)
  expect(await scrolled()).toBe(before)
})
