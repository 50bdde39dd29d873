import { catalogues } from '../../src/words/catalogues.ts'
import { listClipped, listOverlaps, resize } from './measure-boxes.ts'
import { expect, findPreview, openView, seePreviewChange, startNewApp, test, type Page } from './app.fixture.ts'
import { findViolations } from './find-violations.ts'

const languages = [
  { language: 'en', name: 'English' },
  { language: 'zh-CN', name: '中文（简体）' },
  { language: 'es', name: 'Español' },
] as const

/** Sets the language of the window in Settings, whichever it speaks now, and goes back to the sheet. */
async function speak(page: Page, name: string): Promise<void> {
  const views = page.getByRole('navigation').getByRole('button')
  await views.last().click()
  const form = page.locator('.settings > form')
  await form.locator('.select-button').last().click()
  await page.getByRole('option', { name, exact: true }).click()
  await form.getByRole('button').last().click()
  await expect(form.getByRole('status')).not.toBeEmpty()
  await views.first().click()
}

test('every font of the window is one it can read', async ({ page }) => {
  const fonts = await page.evaluate(() => Promise.all([...document.fonts].map((font) => font.load())))
  expect(fonts.length).toBeGreaterThan(3) // it would have stopped at one that is refused
})

test('the language of the window is switched without a restart, and the sheet keeps its own', async ({ folder }) => {
  const { app, page } = await startNewApp(folder)
  await seePreviewChange(page, () => page.keyboard.press('5'))
  for (const { language, name } of languages) {
    await speak(page, name)
    const { choose, frame, issue, menu, preview } = catalogues[language].window
    expect(await page.evaluate(() => document.documentElement.lang)).toBe(language)
    await expect(page.getByRole('button', { name: frame.newPatient })).toBeVisible()
    await expect(page.getByRole('button', { name: issue.save })).toBeEnabled()
    await expect(page.locator('.topic-heading').getByText(choose.notApproved, { exact: true })).toBeVisible()
    await expect(page.getByRole('region', { name: preview.label })).toBeVisible()
    const menus = await app.evaluate(({ Menu }) => Menu.getApplicationMenu()?.items.map((item) => item.label))
    expect(menus).toEqual(expect.arrayContaining([menu.file, menu.edit, menu.view]))
    await expect(findPreview(page).getByRole('heading', { name: 'Your next steps' })).toBeAttached()
    await expect(page.getByRole('checkbox', { checked: true }).first()).toBeVisible() // nothing ticked is lost
  }
  await app.close()
})

test('what the main process and the rules refuse is told in the language of the window', async ({ folder }) => {
  const { app, page } = await startNewApp(folder)
  await speak(page, 'Español')
  const { window: words, messages } = catalogues.es
  await page.getByRole('textbox', { name: 'ALT', exact: true }).fill('abc')
  await expect(page.getByText('ALT: el resultado debe ser un número, por ejemplo 96 o 1,5.')).toBeVisible()
  await page.getByRole('textbox', { name: words.patient.name }).fill('Paciente 😀')
  await expect(page.getByText('Nombre del paciente: el carácter "😀" no se puede imprimir. Quítelo.')).toBeVisible()
  await expect(page.getByText('2 campos necesitan su atención.')).toBeVisible()
  await page.getByText(words.safety.title).click()
  await page.getByRole('checkbox', { name: /confus/iu }).check()
  await expect(page.getByRole('alert').filter({ hasText: words.safety.stop })).toContainText(/insuficiencia hepática/iu)
  await page.getByRole('navigation').getByRole('button').last().click()
  await page.getByRole('textbox', { name: words.settings.emergencyNumber }).fill('once')
  await page.keyboard.press('Control+s')
  await expect(page.getByText(messages['emergency-not-digits'])).toBeVisible()
  await app.close()
})

test('in every language, at both sizes, nothing is clipped, all has a name and axe finds nothing to mend', async ({
  folder,
}) => {
  test.setTimeout(120_000)
  const { app, page } = await startNewApp(folder)
  for (const { name } of languages) {
    await resize(app, 1280, 800)
    await speak(page, name)
    await page.keyboard.press('Control+n')
    await page.keyboard.press('5')
    await seePreviewChange(page, () => page.keyboard.press('6'))
    await page.locator('.safety .fold-title').click()
    expect(await findViolations(page), name).toEqual([])
    for (const [width, height] of [
      [1280, 800],
      [1024, 700],
    ] as const) {
      await resize(app, width, height)
      await page.waitForFunction((wide) => innerWidth === wide, width)
      expect(await listClipped(page), `${name} ${width}`).toEqual([])
      expect(await listOverlaps(page), `${name} ${width}`).toEqual([])
      const heights = await page.locator('.nav-button').evaluateAll((all) => all.map((each) => each.clientHeight))
      expect(new Set(heights), `${name} ${width}: each name of a view in one line`).toEqual(new Set([32]))
      await page.getByRole('navigation').getByRole('button').last().click()
      expect(await listClipped(page), `${name} ${width} settings`).toEqual([])
      await openView(page, 'Control+2')
      expect(await listClipped(page), `${name} ${width} topics`).toEqual([])
      await openView(page, 'Control+3')
      expect(await listClipped(page), `${name} ${width} history`).toEqual([])
      await page.getByRole('navigation').getByRole('button').first().click()
    }
  }
  await app.close()
})

test('the head of the topic names its languages as their readers do, and not by codes', async ({ page }) => {
  const head = page.locator('.topic-heading')
  await expect(head).toContainText('English · Español · 中文（简体）')
  await expect(head).not.toContainText('zh-CN')
})
