import { expect, test } from 'vitest'
import { splitList } from '../../src/domain/split-list.ts'
import type { ListItem } from '../../src/domain/sheet.ts'

const lines = (count: number) =>
  Array.from({ length: count }, (_, index): ListItem => ({ marker: 'bullet', text: [{ text: `line ${index + 1}` }] }))

test.each([
  [0, []],
  [1, [1]],
  [5, [5]],
  [6, [3, 3]],
  [7, [4, 3]],
  [8, [4, 4]],
  [9, [5, 4]],
  [10, [5, 5]],
  [11, [4, 4, 3]],
  [16, [4, 4, 4, 4]],
  [21, [5, 4, 4, 4, 4]],
])('%i lines make lists of %j', (count, lengths) => {
  const lists = splitList(lines(count), 2)
  expect(lists.map((list) => (list.kind === 'list' ? list.items.length : 0))).toEqual(lengths)
  expect(lists.flatMap((list) => (list.kind === 'list' ? list.items : []))).toEqual(lines(count))
})
