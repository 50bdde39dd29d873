import { missAt, type Measure } from './measure.ts'
import type { Sample } from './sample-sheets.ts'

const name = 'Lines of a list'
const linesAtMost = 5

/** How many lines the lists have, over all samples: red flags, short sheets and all. */
export function measureLists(samples: readonly Sample[]): Measure[] {
  const lists = samples.flatMap(({ name: sheet, sheet: { sections } }) =>
    sections.flatMap(({ id, blocks }) =>
      blocks.flatMap((block) => (block.kind === 'list' ? [{ sheet, id, lines: block.items.length }] : [])),
    ),
  )
  if (lists.length === 0) return []
  const longest = Math.max(...lists.map(({ lines }) => lines))
  const over = Map.groupBy(
    lists.filter(({ lines }) => lines > linesAtMost),
    ({ id }) => id,
  )
  return [
    {
      name,
      gate: `at most ${linesAtMost} in any list of any sheet`,
      figures: [`${lists.length} lists on ${samples.length} sheets; the longest has ${longest} lines`],
      misses: [...over].flatMap(([id, [first, ...more]]) =>
        first
          ? [missAt(name, `A list of "${id}" has ${first.lines} lines on ${first.sheet}, and ${more.length} more do.`)]
          : [],
      ),
    },
  ]
}
