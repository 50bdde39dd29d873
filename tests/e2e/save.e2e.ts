import { execFileSync, spawnSync } from 'node:child_process'
import { mkdirSync, readFileSync, readdirSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { answerSaveDialog, expect, findPreview, seePreviewChange, test } from './app.fixture.ts'

test('a PDF is saved with the record for the chart where that is ticked, and nothing of the patient is in the record', async ({
  app,
  page,
  folder,
}) => {
  await seePreviewChange(page, () => page.keyboard.press('5'))
  await seePreviewChange(page, () => page.getByRole('textbox', { name: 'Patient name' }).fill('Patient Name'))
  const path = join(folder, 'sheet.pdf')
  const save = async () => {
    await answerSaveDialog(app, path)
    await page.getByRole('button', { name: 'Save PDF' }).click()
    await expect(page.getByRole('status').filter({ hasText: 'Saved' })).toContainText('sheet.pdf')
    return readFileSync(path)
  }
  expect((await save()).includes('record.fhir.json')).toBe(false)
  await page.getByText('PDF options').click()
  await page.getByRole('checkbox', { name: 'Save with the record for the chart (FHIR)' }).check()
  await expect(page.getByText('PDF options (with the record)')).toBeVisible()
  await save()
  const record = execFileSync('qpdf', ['--show-attachment=record.fhir.json', path], { encoding: 'utf8' })
  expect(JSON.parse(record)).toMatchObject({ resourceType: 'Bundle' })
  expect(record).not.toContain('Patient Name')
  // The choice goes on to the next patient, and what must not stand alone is refused with it as without it.
  await page.getByRole('button', { name: 'New patient' }).click()
  await expect(page.getByText('PDF options (with the record)')).toBeVisible()
})

test('a full disk while saving: a sentence, no stump, the old file whole, and the sheet still on the screen', async ({
  app,
  page,
  folder,
}) => {
  const disk = join(folder, 'disk')
  mkdirSync(disk)
  const mounted = spawnSync('mount', ['-t', 'tmpfs', '-o', 'size=16k', 'tmpfs', disk])
  test.skip(mounted.status !== 0, 'Only root can make a disk that is full.')
  try {
    writeFileSync(join(disk, 'sheet.pdf'), 'the old one')
    await seePreviewChange(page, () => page.keyboard.press('5'))
    const version = await findPreview(page).getAttribute('data-version')
    await answerSaveDialog(app, join(disk, 'sheet.pdf'))
    await page.keyboard.press('Control+s')
    await expect(page.getByRole('alert').filter({ hasText: 'disk is full' })).toHaveText(
      'The file was not saved. The disk is full. Please free some space, or choose another folder. The sheet is still on the screen.',
    )
    expect(readdirSync(disk)).toEqual(['sheet.pdf'])
    expect(readFileSync(join(disk, 'sheet.pdf'), 'utf8')).toBe('the old one')
    await expect(findPreview(page)).toHaveAttribute('data-version', version ?? '')
    await expect(page.getByRole('checkbox', { name: 'Fatty liver' })).toBeChecked()
  } finally {
    spawnSync('umount', [disk])
  }
})
