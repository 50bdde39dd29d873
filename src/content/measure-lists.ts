import type { ListItem } from '../domain/sheet.ts'
import { missAt, type Measure } from './measure.ts'
import type { Sample } from './sample-sheets.ts'

const name = 'Lines of a list'
const alikeAtMost = 5
const toldOnly: ReadonlySet<string> = new Set(['red-flags', 'causes'])

/** The most lines of a list, and the most in a row that have the same mark (all to do, all not to do). */
function measureRows(items: readonly ListItem[]) {
  const alike = Map.groupBy(items, ({ marker }) => marker)
  return { lines: items.length, alike: Math.max(0, ...[...alike.values()].map((rows) => rows.length)) }
}

/**
 * How many lines the lists have, over all samples; lines with one mark (all to do, all not to do) are read as one list.
 * Two lists are told and not judged: a red flag is never left out to keep a list short, and a line for each cause on a short
 * sheet is the clinician's choice.
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
  const over = bySection.filter(({ alike }) => alike > alikeAtMost)
  const say = ({ id, lines, alike }: (typeof over)[number]) =>
    `${id}: up to ${alike} with the same mark, ${lines} in all`
  return [
    {
      name,
      gate: `at most ${alikeAtMost} lines with the same mark, but for red flags and the line for each cause`,
      figures: [`over ${alikeAtMost} in ${over.length} of ${bySection.length} sections`, ...over.map(say)],
      misses: over.filter(({ id }) => !toldOnly.has(id)).map((section) => missAt(name, `${say(section)}.`)),
    },
  ]
}
