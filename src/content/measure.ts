import type { Problem } from '../domain/app-error.ts'

/** What an instrument found. With a miss, its gate does not hold and the content may not ship. */
export type Measure = {
  readonly name: string
  /** what must hold, in words; '' where a figure is only reported */
  readonly gate: string
  readonly figures: readonly string[]
  readonly misses: readonly Problem[]
}

/** A miss that stands in no one line of a file. */
export function missAt(name: string, message: string): Problem {
  return { field: name, message: `${name}: ${message}` }
}

/** The middle of some figures; of two middles, their mean. */
export function findMedian(figures: readonly number[]): number {
  const sorted = figures.toSorted((a, b) => a - b)
  const middle = sorted.length / 2
  return ((sorted[Math.ceil(middle) - 1] ?? 0) + (sorted[Math.floor(middle)] ?? 0)) / 2
}

/** "least 5.1, median 5.7, most 6.2" */
export function describeSpread(figures: readonly number[]): string {
  const [least, median, most] = [Math.min(...figures), findMedian(figures), Math.max(...figures)]
  return `least ${least.toFixed(1)}, median ${median.toFixed(1)}, most ${most.toFixed(1)}`
}
