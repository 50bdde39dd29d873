import { join } from 'node:path'
import { answerSaveDialog, expect, findChoice, findPreview, launchApp, test } from './app.fixture.ts'
import { chooseByKeys, doAll, pressByKeys, tabTo, typeByKeys } from './press-keys.ts'

test('the first steps are gone through with the keyboard alone, and what they left out is added', async ({
  folder,
}) => {
  test.setTimeout(240_000)
  const app = await launchApp(folder, { PATH: '/nonexistent' }) // no printer
  const page = await app.firstWindow()
  const button = (name: string | RegExp) => page.getByRole('button', { name, exact: typeof name === 'string' })
  const box = (name: string) => page.getByRole('textbox', { name, exact: true })
  const title = (name: string) => page.getByRole('heading', { name, exact: true })
  const keys = page.keyboard
  /** The title of a step has the focus to be read out. Nothing can be pressed there, so it shows no ring: the next stop does. */
  const seeStep = async (name: string) => {
    await expect(title(name)).toBeFocused()
    await keys.press('Tab')
  }
  await seeStep('Your clinic')
  await doAll(page, {
    'the language of the window': async () => {
      await chooseByKeys(page, page.locator('.select-button'), 'Español')
      await expect(page.getByRole('heading', { level: 1 })).not.toHaveText('Your clinic')
      await chooseByKeys(page, page.locator('.select-button'), 'English')
      await expect(title('Your clinic')).toBeVisible()
    },
    'the clinic, skipped': async () => {
      await pressByKeys(page, button('Skip'))
      await seeStep('Emergency number')
    },
    'a step back': async () => {
      await pressByKeys(page, button('Back'))
      await seeStep('Your clinic')
    },
    'the name of the clinic': async () => {
      await typeByKeys(page, box('Clinic name'), 'Hill Clinic')
      await keys.press('Enter')
      await seeStep('Emergency number')
    },
    'the emergency number, of a place': async () => {
      await chooseByKeys(page, findChoice(page, 'Fill in the emergency number of'), 'European Union · 112')
      await expect(box('Emergency number')).toHaveValue('112')
    },
    'the emergency number, typed': async () => {
      await typeByKeys(page, box('Emergency number'), '999', 'Shift+Tab')
      await pressByKeys(page, button('Next'))
      await seeStep('Paper and language')
    },
    'paper and language': async () => {
      await chooseByKeys(page, findChoice(page, 'Paper'), 'Letter')
      await chooseByKeys(page, findChoice(page, 'Language of new sheets'), 'Español')
    },
    'a sample': async () => {
      await pressByKeys(page, button('Show a sample sheet'))
      await expect(findPreview(page)).toContainText('SAMPLE')
      await expect(findPreview(page)).toContainText('999')
    },
    'what was left out, added': async () => {
      await pressByKeys(page, button('Add in Settings'))
      await expect(box('Phone')).toBeFocused()
      await keys.type('555 0134')
      await keys.press('Control+s')
      await expect(page.getByText('Saved. Every sheet from now on shows this.')).toBeVisible()
      await keys.press('Control+1')
      await expect(button('Add in Settings')).toHaveCount(0)
    },
    'the first patient, where no printer is': async () => {
      await keys.press('Control+n')
      await keys.press('5')
      await keys.press('Control+p')
      await expect(page.locator('#issue-reason')).toBeFocused()
      await answerSaveDialog(app, join(folder, 'sheet.pdf'))
      await keys.press('Control+s')
      await expect(page.getByRole('status').filter({ hasText: 'Saved to' })).toBeVisible()
    },
  })
  await app.close()
})

test('a clinic whose emergency number is gone is led back to it with the keyboard alone', async ({ folder }) => {
  const app = await launchApp(folder)
  const page = await app.firstWindow()
  const box = page.getByRole('textbox', { name: 'Emergency number', exact: true })
  const keys = page.keyboard
  await doAll(page, {
    'the emergency number, typed and then taken out': async () => {
      await pressByKeys(page, page.getByRole('button', { name: 'Skip' }))
      await typeByKeys(page, box, '112')
      await keys.press('Enter')
      await pressByKeys(page, page.getByRole('button', { name: 'Skip' }))
      await keys.press('Control+,')
      await tabTo(page, box)
      await keys.press('Control+a')
      await keys.press('Backspace')
      await keys.press('Control+s')
    },
    'the way to it': async () => {
      await keys.press('Control+1')
      await pressByKeys(page, page.getByRole('button', { name: 'Open Settings', exact: true }))
      await expect(box).toBeFocused()
    },
  })
  await app.close()
})
