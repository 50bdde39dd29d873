import { mkdirSync, readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { createSheetSaver } from '../../src/main/save-sheet.ts'
import { useTempFolder } from '../store/temp-folder.ts'

const folder = useTempFolder()
const notes = () => join(folder(), 'notes')
const pdf = new TextEncoder().encode('%PDF')

test('the next sheet is offered the folder of the last one', async () => {
  const asked: string[] = []
  mkdirSync(join(folder(), 'sheets'))
  const answers = [null, join(folder(), 'sheets', 'my name.pdf'), null]
  const save = createSheetSaver(async (suggestion) => (asked.push(suggestion), answers.shift() ?? null), notes())
  expect(await save(pdf, 'a.pdf')).toBeNull()
  expect(await save(pdf, 'b.pdf')).toBe(join(folder(), 'sheets', 'my name.pdf'))
  expect(await save(pdf, 'c.pdf')).toBeNull()
  expect(asked).toEqual(['a.pdf', 'b.pdf', join(folder(), 'sheets', 'c.pdf')])
  expect(readFileSync(join(folder(), 'sheets', 'my name.pdf'), 'utf8')).toBe('%PDF')
})

test('a folder that could not be written to is not offered again', async () => {
  const asked: string[] = []
  const save = createSheetSaver(
    async (suggestion) => (asked.push(suggestion), join(folder(), 'none', 'a.pdf')),
    notes(),
  )
  await expect(save(pdf, 'a.pdf')).rejects.toMatchObject({ code: 'save-failed' })
  await expect(save(pdf, 'a.pdf')).rejects.toMatchObject({ code: 'save-failed' })
  expect(asked).toEqual(['a.pdf', 'a.pdf'])
  expect([readdirSync(folder()), readdirSync(notes())]).toEqual([['notes'], []])
})
