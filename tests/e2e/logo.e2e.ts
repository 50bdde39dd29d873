import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { readSample } from '../pdf/logo/samples.ts'
import {
  answerOpenDialog,
  expect,
  findPreview,
  launchApp,
  seePreviewChange,
  test,
  typeEmergencyNumber,
  type Page,
} from './app.fixture.ts'
import { findViolations } from './find-violations.ts'

/** The preview is drawn where it is seen. */
const openView = (page: Page, name: 'Sheet' | 'Settings') => page.getByRole('button', { name, exact: true }).click()

test('a logo is chosen, shown, printed and kept; a bad file changes nothing; and it can be removed', async ({
  folder,
}) => {
  const file = (name: string, content: Uint8Array | string) => {
    writeFileSync(join(folder, name), content)
    return join(folder, name)
  }
  const first = await launchApp(folder)
  await typeEmergencyNumber(first)
  const page = await first.firstWindow()
  await findPreview(page).and(page.locator('[data-version]')).waitFor()
  await openView(page, 'Settings')
  const picture = page.getByRole('img', { name: 'The logo as it is printed' })
  const choose = page.getByRole('button', { name: /^Choose (?:a|another) logo/u })
  await expect(picture).toBeHidden()

  await answerOpenDialog(first, null)
  await choose.click()
  await expect(choose).toBeEnabled()
  await expect(picture).toBeHidden()

  await answerOpenDialog(first, file('mark.png', readSample('colour.jpg')))
  await seePreviewChange(page, async () => {
    await choose.click()
    await expect(picture).toBeVisible()
    await openView(page, 'Sheet')
  })
  await openView(page, 'Settings')
  // What is shown is what was read: 48 by 24 pixels.
  expect(await picture.evaluate((image) => (image instanceof HTMLImageElement ? image.naturalWidth : 0))).toBe(48)
  await expect(page.getByText('Saved. It stands at the head of every sheet from now on.')).toBeVisible()

  const svg = '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 9 9"><script>alert(1)</script></svg>'
  const bad = [
    [file('script.svg', svg), /holds a script/u],
    [file('text.png', 'no picture at all'), /no PNG, JPEG or SVG/u],
    [file('large.png', new Uint8Array(50_000_000)), /50 MB, and a logo may have 5 MB/u],
    [file('cut.png', readSample('colour.png').subarray(0, 90)), /damaged/u],
  ] as const
  for (const [path, sentence] of bad) {
    await answerOpenDialog(first, path)
    await choose.click()
    await expect(page.getByText(sentence)).toContainText('Nothing was changed.')
    await expect(picture).toBeVisible()
  }
  expect(await findViolations(page)).toEqual([])
  await first.close()

  const second = await launchApp(folder)
  const again = await second.firstWindow()
  await findPreview(again).and(again.locator('[data-version]')).waitFor()
  await openView(again, 'Settings')
  await expect(again.getByRole('img', { name: 'The logo as it is printed' })).toBeVisible()
  await seePreviewChange(again, async () => {
    await again.getByRole('button', { name: 'Remove the logo' }).click()
    await expect(again.getByText('No logo')).toBeVisible()
    await openView(again, 'Sheet')
  })
  await second.close()
})
