import { expect, test } from 'vitest'
import { measureLists } from '../../src/content/measure-lists.ts'
import type { Sample } from '../../src/content/sample-sheets.ts'
import type { ListItem } from '../../src/domain/sheet.ts'
import { aSheet } from '../pdf/a-sheet.ts'

/** A sheet with one list of red flags. */
function aSample(name: string, lines: number): Sample {
  const items = Array.from({ length: lines }, (): ListItem => ({ marker: 'bullet', text: [{ text: 'you faint' }] }))
  const section = {
    id: 'red-flags',
    role: 'red-flags' as const,
    blocks: [{ kind: 'list' as const, items, columns: 2 as const }],
  }
  return { name, depth: 'full', causes: [], sheet: { ...aSheet(), sections: [section] } }
}

test('a list of more than five lines is a miss, of red flags too, and the sheet is named', () => {
  const [measure] = measureLists([aSample('one', 5), aSample('two', 6), aSample('three', 8)])
  expect(measure?.figures).toEqual(['3 lists on 3 sheets; the longest has 8 lines'])
  expect(measure?.misses.map(({ message }) => message)).toEqual([
    'Lines of a list: A list of "red-flags" has 6 lines on two, and 1 more do.',
  ])
})

test('lists of five lines are none', () => {
  expect(measureLists([aSample('one', 5)])[0]?.misses).toEqual([])
})
