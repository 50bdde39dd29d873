import { spawnSync } from 'node:child_process'
import { expect, findPreview, launchApp, seePreviewChange, test, typeEmergencyNumber } from './app.fixture.ts'

/** The virtual queue of cups-pdf; no other, for a test must not use up real paper. */
function findVirtualQueue(): string {
  const { stdout, status } = spawnSync('lpstat', ['-v'], { encoding: 'utf8' })
  return (status === 0 && /device for ([^:]+): cups-pdf:/u.exec(stdout)?.[1]) || ''
}

const jobsOf = (queue: string) =>
  spawnSync('lpstat', ['-W', 'all', '-o', queue], { encoding: 'utf8' })
    .stdout.split('\n')
    .filter((line) => line !== '').length

test('print sends the finished PDF to a real CUPS queue', async ({ page }) => {
  const queue = findVirtualQueue()
  test.skip(queue === '', 'CUPS has no cups-pdf queue on this machine')
  await seePreviewChange(page, () => page.keyboard.press('5'))
  await page.getByRole('combobox', { name: 'Printer' }).selectOption(queue)
  const before = jobsOf(queue)
  await page.keyboard.press('Control+p')
  await expect(page.getByRole('status').filter({ hasText: 'Sent' })).toContainText(queue)
  expect(jobsOf(queue)).toBe(before + 1)
})

test('without a printer, printing says why and saving stays open', async ({ folder }) => {
  const app = await launchApp(folder, { PATH: '/nonexistent' }) // no lpstat, no printers
  await typeEmergencyNumber(app)
  const page = await app.firstWindow()
  await findPreview(page).and(page.locator('[data-version]')).waitFor()
  await expect(page.getByRole('button', { name: /^Print/u })).toBeDisabled()
  await expect(page.getByText('No printer found on this computer. Save the PDF instead.')).toBeVisible()
  await expect(page.getByRole('button', { name: 'Save PDF' })).toBeEnabled()
  await app.close()
})
