/** The value below which `share` of them lie; NaN for none. */
export function findQuantile(values: readonly number[], share: number): number {
  const sorted = values.toSorted((a, b) => a - b)
  return sorted[Math.floor(sorted.length * share)] ?? Number.NaN
}

export function findMedian(values: readonly number[]): number {
  return findQuantile(values, 0.5)
}
