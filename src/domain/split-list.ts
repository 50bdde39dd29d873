import type { Block, ListItem } from './sheet.ts'

const linesAtMost = 5

/**
 * Lines as lists of at most five, for more at once are hard to keep in mind; as equal as can be: 6 as 3 and 3, 11 as 4, 4
 * and 3. No lines make no list.
 */
export function splitList(items: readonly ListItem[], columns: 1 | 2): Block[] {
  const count = Math.ceil(items.length / linesAtMost)
  const startOf = (index: number) => Math.ceil((index * items.length) / count)
  return Array.from({ length: count }, (_, index) => ({
    kind: 'list',
    columns,
    items: items.slice(startOf(index), startOf(index + 1)),
  }))
}
