import { listCoverage } from './check-facts.ts'
import type { LoadedContent } from './load-content.ts'
import { missAt, type Measure } from './measure.ts'

const name = 'Facts of the seed'

/** Every fact a topic promises, with what carries it. */
export function measureCoverage({ topics }: LoadedContent): Measure {
  const covered = topics.flatMap(({ value }) => listCoverage(value))
  const missing = covered.filter(({ carriers }) => carriers.length === 0)
  return {
    name,
    gate: 'every fact is carried',
    figures: [
      `${covered.length - missing.length} of ${covered.length} carried`,
      ...covered.map(({ fact, carriers }) => `${fact}: ${carriers.join(', ')}`),
    ],
    misses: missing.map(({ fact }) => missAt(name, `Nothing carries "${fact}".`)),
  }
}
