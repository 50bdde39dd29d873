import type { ListItem } from '../domain/sheet.ts'
import type { Measure } from './measure.ts'
import type { Sample } from './sample-sheets.ts'

const aimedAt = 5

/** The most lines of a list, and the most in a row that have the same mark (all to do, all not to do). */
function measureRows(items: readonly ListItem[]) {
  const alike = Map.groupBy(items, ({ marker }) => marker)
  return { lines: items.length, alike: Math.max(0, ...[...alike.values()].map((rows) => rows.length)) }
}

/**
 * How many lines the lists have, over all samples. Told and not a gate: a red flag is never left out to keep a list short,
 * and the number of pieces of advice for a cause is set by the content's own rule (5 to 9).
 */
export function measureLists(samples: readonly Sample[]): Measure[] {
  const lists = samples.flatMap(({ sheet }) =>
    sheet.sections.flatMap(({ id, blocks }) =>
      blocks.flatMap((block) => (block.kind === 'list' ? [{ id, ...measureRows(block.items) }] : [])),
    ),
  )
  if (lists.length === 0) return []
  const bySection = [...Map.groupBy(lists, ({ id }) => id)].map(([id, rows]) => ({
    id,
    lines: Math.max(...rows.map(({ lines }) => lines)),
    alike: Math.max(...rows.map(({ alike }) => alike)),
  }))
  const over = bySection.filter(({ alike }) => alike > aimedAt)
  return [
    {
      name: 'Lines of a list',
      gate: '',
      figures: [
        `aim: at most ${aimedAt} lines with the same mark; over it in ${over.length} of ${bySection.length} sections`,
        ...over.map(({ id, lines, alike }) => `${id}: up to ${alike} with the same mark, ${lines} in all`),
      ],
      misses: [],
    },
  ]
}
