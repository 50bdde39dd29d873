import { spawnSync } from 'node:child_process'
import { expect, seePreviewChange, test } from './app.fixture.ts'

function listQueues(): string[] {
  const { stdout, status } = spawnSync('lpstat', ['-e'], { encoding: 'utf8' })
  return status === 0 ? stdout.split('\n').filter((line) => line !== '') : []
}

const jobsOf = (queue: string) =>
  spawnSync('lpstat', ['-W', 'all', '-o', queue], { encoding: 'utf8' })
    .stdout.split('\n')
    .filter((line) => line !== '').length

test('print sends the finished PDF to a real CUPS queue', async ({ page }) => {
  const queue = listQueues()[0] ?? ''
  test.skip(queue === '', 'CUPS has no printer on this machine')
  await seePreviewChange(page, () => page.keyboard.press('5'))
  await page.getByRole('combobox', { name: 'Printer' }).selectOption(queue)
  const before = jobsOf(queue)
  await page.keyboard.press('Control+p')
  await expect(page.getByRole('status').filter({ hasText: 'Sent' })).toContainText(queue)
  expect(jobsOf(queue)).toBe(before + 1)
})

test('without a printer, printing says why and saving stays open', async ({ page }) => {
  test.skip(listQueues().length > 0, 'this machine has a printer')
  await expect(page.getByRole('button', { name: /^Print/u })).toBeDisabled()
  await expect(page.getByText('No printer found on this computer. Save the PDF instead.')).toBeVisible()
  await expect(page.getByRole('button', { name: 'Save PDF' })).toBeEnabled()
})
