import AxeBuilder from '@axe-core/playwright'
import { catalogues } from '../../src/words/catalogues.ts'
import type { ElectronApplication } from '@playwright/test'
import { expect, findPreview, seePreviewChange, startNewApp, test, type Page } from './app.fixture.ts'

const languages = [
  { language: 'en', name: 'English' },
  { language: 'zh-CN', name: '中文（简体）' },
  { language: 'es', name: 'Español' },
] as const

/** Sets the language of the window in Settings, whichever it speaks now, and goes back to the sheet. */
async function speak(page: Page, name: string): Promise<void> {
  const views = page.getByRole('navigation').getByRole('button')
  await views.nth(1).click()
  const form = page.locator('form')
  await form.locator('.select-button').last().click()
  await page.getByRole('option', { name, exact: true }).click()
  await form.getByRole('button').last().click()
  await expect(form.getByRole('status')).not.toBeEmpty()
  await views.first().click()
}

const resize = (app: ElectronApplication, width: number, height: number) =>
  app.evaluate(({ BrowserWindow }, size) => BrowserWindow.getAllWindows()[0]?.setContentSize(size[0], size[1]), [
    width,
    height,
  ] as const)

/** The texts that have less room than they need, or stand outside the window. */
function listClipped(page: Page): Promise<string[]> {
  return page.evaluate(() => {
    const unseen = '[hidden], .visually-hidden, .pages, [aria-hidden="true"], .tick-button > span:first-child'
    const lacksRoom = (element: Element) => {
      const { overflowX } = getComputedStyle(element)
      const isCut = element.scrollWidth > element.clientWidth + 1 && !['visible', 'auto'].includes(overflowX)
      const box = element.getBoundingClientRect()
      return (element.clientWidth > 0 && isCut) || (box.width > 0 && (box.right > innerWidth + 1 || box.left < -1))
    }
    /** A hint inside a field that is wider than the field. */
    const hasLongHint = (element: Element) => {
      if (!(element instanceof HTMLInputElement) || element.placeholder === '' || element.value !== '') return false
      const { font, paddingLeft, paddingRight, fontFamily } = getComputedStyle(element)
      const pen = document.createElement('canvas').getContext('2d')
      if (!pen) return false
      pen.font = `${getComputedStyle(element, '::placeholder').fontSize} ${fontFamily || font}`
      const room = element.clientWidth - Number.parseFloat(paddingLeft) - Number.parseFloat(paddingRight)
      return pen.measureText(element.placeholder).width > room
    }
    return [...document.querySelectorAll('header *, main:not([hidden]) *')]
      .filter((element) => !element.closest(unseen) && (lacksRoom(element) || hasLongHint(element)))
      .map((element) => `${element.className}: ${(element.textContent || element.getAttribute('placeholder')) ?? ''}`)
  })
}

/** Words side by side in one row that run into each other. */
function listOverlaps(page: Page): Promise<string[]> {
  return page.evaluate(() => {
    const measure = (element: Element) => {
      if (element.children.length > 0) return element.getBoundingClientRect()
      const range = document.createRange()
      range.selectNodeContents(element)
      return range.getBoundingClientRect()
    }
    return [...document.querySelectorAll('.result-head, .card-header, .pane-header, .top-bar nav')].flatMap((row) => {
      const boxes = [...row.children].map((child) => ({ text: child.textContent, box: measure(child) }))
      return boxes.flatMap(({ text, box }, index) => {
        const next = boxes[index + 1]
        const isBeside = next !== undefined && next.box.top < box.bottom && box.top < next.box.bottom
        return isBeside && next.box.width > 0 && next.box.left < box.right - 1 ? [`${text} / ${next.text}`] : []
      })
    })
  })
}

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
  await page.getByRole('navigation').getByRole('button').nth(1).click()
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
  const find = async () => (await new AxeBuilder({ page }).setLegacyMode().analyze()).violations
  for (const { name } of languages) {
    await resize(app, 1280, 800)
    await speak(page, name)
    await page.keyboard.press('Control+n')
    await page.keyboard.press('5')
    await seePreviewChange(page, () => page.keyboard.press('6'))
    await page.locator('.safety .fold-title').click()
    expect(await find(), name).toEqual([])
    for (const [width, height] of [
      [1280, 800],
      [1024, 700],
    ] as const) {
      await resize(app, width, height)
      await page.waitForFunction((wide) => innerWidth === wide, width)
      expect(await listClipped(page), `${name} ${width}`).toEqual([])
      expect(await listOverlaps(page), `${name} ${width}`).toEqual([])
      await page.getByRole('navigation').getByRole('button').nth(1).click()
      expect(await listClipped(page), `${name} ${width} settings`).toEqual([])
      await page.getByRole('navigation').getByRole('button').first().click()
    }
  }
  await app.close()
})
