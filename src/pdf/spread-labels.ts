/** A label's wish: its middle and width, in points along the line. */
export type Label = { readonly center: number; readonly width: number }
/** Where it stands: its left edge in points, and the row, 0 nearest the line. */
export type PlacedLabel = { readonly x: number; readonly row: number }

/** One row: pushed right until they are apart, then left until the last is inside. Undefined if they are too wide. */
function spreadRow(labels: readonly Label[], from: number, to: number, gap: number): number[] | undefined {
  const needed = labels.reduce((sum, { width }) => sum + width, gap * (labels.length - 1))
  if (needed > to - from) return undefined
  const edges: number[] = []
  let free = from
  for (const { center, width } of labels) {
    const x = Math.max(free, center - width / 2)
    edges.push(x)
    free = x + width + gap
  }
  let limit = to
  for (let index = labels.length - 1; index >= 0; index -= 1) {
    const width = labels[index]?.width ?? 0
    const x = Math.min(edges[index] ?? from, limit - width)
    edges[index] = x
    limit = x - gap
  }
  return edges
}

/**
 * Puts labels, given from left to right, under their places between `from` and `to`, at least `gap` apart.
 * In one row if they fit, else in as many as are needed; a label wider than the whole line starts at its left.
 */
export function spreadLabels(labels: readonly Label[], from: number, to: number, gap: number): PlacedLabel[] {
  for (let rows = 1; rows <= labels.length; rows += 1) {
    const placed = labels.map((): PlacedLabel => ({ x: from, row: 0 }))
    const fits = Array.from({ length: rows }, (_, row) => {
      const members = labels.flatMap((label, index) => (index % rows === row ? [{ label, index }] : []))
      const edges = spreadRow(
        members.map(({ label }) => label),
        from,
        to,
        gap,
      )
      members.forEach(({ index }, place) => (placed[index] = { x: edges?.[place] ?? from, row }))
      return edges !== undefined
    })
    if (fits.every(Boolean) || rows === labels.length) return placed
  }
  return []
}
