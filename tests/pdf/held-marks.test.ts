import { expect, test } from 'vitest'
import type { Section } from '../../src/domain/sheet.ts'
import { readPdf } from '../read-pdf.ts'
import { aSheet, replaceSection, say } from './a-sheet.ts'
import { render } from './render.ts'
import { listHeldMarks } from './walk-structure.ts'

test('each marked piece hangs on the tree once, by its own page, also where an item goes over two', async () => {
  const text = say('Walk a little every day, as far as you like. '.repeat(120).trim())
  const long: Section = {
    id: 'asked',
    role: 'plain',
    blocks: [{ kind: 'list', columns: 1, items: [{ marker: 'check', text }] }],
  }
  const pdf = await render(replaceSection(replaceSection(aSheet(), 'note-heading'), 'note', long))
  const held = listHeldMarks(pdf)
  const { pages } = await readPdf(pdf)
  const marked = pages.flatMap(({ reference, marked: marks }) =>
    [...marks.keys()].map((mark) => `${reference} ${mark}`),
  )
  expect(held.toSorted()).toEqual([...new Set(held)].toSorted())
  expect(marked.filter((each) => !held.includes(each))).toEqual([])
})
