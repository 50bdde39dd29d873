import { expect, findPreview, seePreviewChange, startNewApp, test, type Page } from './app.fixture.ts'

const million = 'liver test '.repeat(95_000)

/** Puts text into the field that has the focus, as a paste does. */
const paste = (page: Page, text: string) => page.keyboard.insertText(text)

test('a paste of 1 MB into any field is told of in words; the window goes on, and nothing else is lost', async ({
  page,
}) => {
  test.setTimeout(120_000)
  await page.keyboard.press('5')
  await page.locator('.safety .fold-title').click()
  const fields = page.locator('main:not([hidden]) :is(input:not([type="checkbox"]), textarea)')
  const count = await fields.count()
  expect(count).toBeGreaterThan(5)
  for (let index = 0; index < count; index += 1) {
    const field = fields.nth(index)
    if (!(await field.isEditable())) continue
    await field.focus()
    await paste(page, million)
    await expect(page.locator('.issue-reason, .field-problem').filter({ visible: true }).first()).toBeVisible()
    await field.fill('')
  }
  await expect(page.getByRole('checkbox', { name: 'Fatty liver', exact: true })).toBeChecked()
  await seePreviewChange(page, () => page.getByRole('textbox', { name: 'Patient name' }).fill('Patient Name'))
})

test('a file dropped on the window opens nothing and changes nothing', async ({ page }) => {
  const address = page.url()
  await page.getByRole('textbox', { name: 'Patient name' }).fill('Patient Name')
  const isTaken = await page.evaluate(() => {
    const dropped = new DataTransfer()
    dropped.items.add(new File(['<h1>other</h1>'], 'other.html', { type: 'text/html' }))
    const event = new DragEvent('drop', { dataTransfer: dropped, bubbles: true, cancelable: true })
    const over = new DragEvent('dragover', { dataTransfer: dropped, bubbles: true, cancelable: true })
    document.body.dispatchEvent(over)
    document.body.dispatchEvent(event)
    return over.defaultPrevented && event.defaultPrevented
  })
  expect(isTaken).toBe(true) // else the browser would show the file in place of the window
  expect(page.url()).toBe(address)
  await expect(page.getByRole('alert').filter({ hasText: 'Files cannot be dropped here.' })).toBeVisible()
  await expect(page.getByRole('textbox', { name: 'Patient name' })).toHaveValue('Patient Name')
})

test('a list of printers that takes half a minute keeps nobody from ticking, looking and saving', async ({
  folder,
}) => {
  const { app, page } = await startNewApp(folder)
  await app.evaluate(({ ipcMain }) => {
    ipcMain.removeHandler('printers.list')
    ipcMain.handle('printers.list', async () => {
      await new Promise((done) => setTimeout(done, 30_000))
      return { ok: true, value: [] }
    })
  })
  await page.reload()
  await findPreview(page).and(page.locator('[data-version]')).waitFor()
  await expect(page.getByText('Looking for printers…')).toBeVisible()
  await seePreviewChange(page, () => page.keyboard.press('5'))
  await expect(page.getByRole('button', { name: 'Save PDF' })).toBeEnabled()
  await app.close()
})
