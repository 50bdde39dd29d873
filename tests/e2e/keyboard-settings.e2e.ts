import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { readSample } from '../pdf/logo/samples.ts'
import { catalogues } from '../../src/words/catalogues.ts'
import { answerOpenDialog, expect, findChoice, openView, startNewApp, test } from './app.fixture.ts'
import { chooseByKeys, doAll, pressByKeys, tabTo, typeByKeys } from './press-keys.ts'

test('the clinic is set up with the keyboard alone, and what is typed is told of before it is left', async ({
  folder,
}) => {
  test.setTimeout(240_000)
  const { app, page } = await startNewApp(folder, { LANG: 'en_US.UTF-8' })
  const box = (name: string) => page.getByRole('textbox', { name, exact: true })
  const button = (name: string | RegExp) => page.getByRole('button', { name, exact: typeof name === 'string' })
  const saved = page.getByText('Saved. Every sheet from now on shows this.')
  const leave = page.getByRole('dialog', { name: 'The settings are not saved yet' })
  const picture = page.getByRole('img', { name: 'The logo as it is printed' })
  const keys = page.keyboard
  const form = page.locator('.settings > form')
  const logo = join(folder, 'logo.png')
  writeFileSync(logo, readSample('colour.png'))
  await answerOpenDialog(app, logo)
  const take = (label: string, option: string) => chooseByKeys(page, findChoice(page, label), option)

  await doAll(page, {
    'the settings, opened': async () => {
      await openView(page, 'Control+,')
      await tabTo(page, box('Clinic name'))
    },
    'the name, address, phone and hours of the clinic': async () => {
      await keys.type('Hill Clinic')
      await typeByKeys(page, box('Address'), '1 Main Street')
      await typeByKeys(page, box('Phone'), '555 0134')
      await typeByKeys(page, box('Opening hours'), 'Mon–Fri 8:00–18:00')
    },
    'the emergency number, typed': () => typeByKeys(page, box('Emergency number'), '911'),
    'the emergency number, of a place': async () => {
      await take('Fill in the emergency number of', 'European Union · 112')
      await expect(box('Emergency number')).toHaveValue('112')
    },
    'the paper of new sheets': () => take('Paper', 'Letter'),
    'the language of new sheets': () => take('Language of new sheets', 'Español'),
    'the settings, saved with their keys': async () => {
      await keys.press('Control+s')
      await expect(saved).toBeVisible()
      await expect(findChoice(page, 'Language of new sheets')).toBeFocused()
    },
    'the settings, saved with their button': async () => {
      await take('Language of new sheets', 'English')
      await pressByKeys(page, button('Save settings'))
      await expect(saved).toBeVisible()
      await expect(button('Save settings')).toBeFocused()
    },
    'a logo, chosen': async () => {
      await pressByKeys(page, button(/^Choose a logo/u))
      await expect(picture).toBeVisible()
      await expect(button(/^Choose another logo/u)).toBeFocused()
    },
    'the logo, removed': async () => {
      await pressByKeys(page, button('Remove the logo'))
      await expect(picture).toBeHidden()
      await expect(button(/^Choose a logo/u)).toBeFocused()
    },
    'what was typed, kept by going back': async () => {
      await typeByKeys(page, box('Phone'), '555 0135')
      await keys.press('Control+1')
      await expect(leave.getByRole('button', { name: 'Save settings' })).toBeFocused()
      await keys.press('Escape')
      await expect(box('Phone')).toBeFocused()
      await keys.press('Control+1')
      await pressByKeys(page, leave.getByRole('button', { name: 'Go back' }))
      await expect(box('Phone')).toBeFocused()
      await expect(box('Phone')).toHaveValue('555 0135')
    },
    'what was typed, not saved': async () => {
      await keys.press('Control+1')
      await pressByKeys(page, leave.getByRole('button', { name: 'Do not save' }))
      await expect(page.getByRole('heading', { name: 'Tailor the advice' })).toBeVisible()
    },
    'the settings again, where they were left': async () => {
      await keys.press('Control+,')
      await expect(box('Phone')).toBeFocused()
      await expect(box('Phone')).toHaveValue('555 0134')
    },
    'what was typed, saved on leaving': async () => {
      await typeByKeys(page, box('Phone'), '555 0136')
      await keys.press('Control+2')
      await expect(leave).toBeVisible()
      await keys.press('Enter')
      await expect(button('Start a sheet')).toBeVisible()
      await keys.press('Control+,')
      await expect(box('Phone')).toHaveValue('555 0136')
    },
    'the language of the window': async () => {
      for (const [name, words] of [
        ['Español', catalogues.es.window.settings],
        ['中文（简体）', catalogues['zh-CN'].window.settings],
        ['English', catalogues.en.window.settings],
      ] as const) {
        const choice = form.locator('.select-button').last()
        await chooseByKeys(page, choice, name)
        await keys.press('Control+s')
        await expect(page.getByRole('heading', { name: words.title, exact: true })).toBeVisible()
        await expect(choice).toBeFocused()
        await tabTo(page, form.locator('.select-button').first(), 'Shift+Tab')
      }
    },
  })
  await app.close()
})
