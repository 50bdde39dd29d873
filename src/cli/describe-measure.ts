import type { Measure } from '../content/measure.ts'

/** A measure as the report prints it: whether its gate holds, its figures, and every miss. */
export function describeMeasure({ name, gate, figures, misses }: Measure): string {
  const verdict = gate === '' ? 'told' : misses.length === 0 ? 'holds' : 'FAILS'
  return [
    `${name}: ${verdict}${gate === '' ? '' : ` (${gate})`}`,
    ...figures.map((figure) => `  ${figure}`),
    ...misses.map(({ message }) => `  ! ${message}`),
  ].join('\n')
}
