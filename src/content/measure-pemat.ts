import { missAt, type Measure } from './measure.ts'
import { pematItems } from './pemat-items.ts'
import type { Sample } from './sample-sheets.ts'

const name = 'PEMAT-P, what a machine can judge'

/** Every item on every sample. */
export function measurePemat(samples: readonly Sample[]): Measure[] {
  if (samples.length === 0) return []
  const judged = pematItems.map((item) => ({ ...item, failing: samples.filter(({ sheet }) => !item.isMet(sheet)) }))
  const met = judged.filter(({ failing }) => failing.length === 0).length
  return [
    {
      name,
      gate: 'every item on every sheet',
      figures: [
        `${met} of ${judged.length} items met on all ${samples.length} sheets`,
        ...judged.map(({ item, asks, judgedBy }) => `${item}. ${asks} Judged by: ${judgedBy}.`),
      ],
      misses: judged.flatMap(({ item, asks, judgedBy, failing: [first, ...more] }) => {
        if (!first) return []
        const where = `fails on ${first.name} and ${more.length} more`
        return [missAt(name, `Item ${item}, "${asks}", ${where}. Judged by: ${judgedBy}.`)]
      }),
    },
  ]
}
