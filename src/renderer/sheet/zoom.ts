/** How large the preview is: as wide as its pane, or a percentage of actual size. */
export type Zoom = { readonly kind: 'fit' } | { readonly kind: 'percent'; readonly percent: number }

/** CSS pixels to one PDF point at actual size. */
export const actualScale = 96 / 72

const steps = [25, 50, 75, 100, 125, 150, 200, 300] as const

/** The next step down or up from what is shown now; at the ends it stays. */
export function stepZoom(shownPercent: number, direction: 'out' | 'in'): Zoom {
  const rounded = Math.round(shownPercent)
  const next = direction === 'in' ? steps.find((step) => step > rounded) : steps.findLast((step) => step < rounded)
  return { kind: 'percent', percent: next ?? rounded }
}

/** CSS pixels to one point, so that the page fills `width`, or has the size asked for. */
export function toScale(zoom: Zoom, width: number, pageWidth: number): number {
  switch (zoom.kind) {
    case 'fit':
      return width / pageWidth
    case 'percent':
      return (zoom.percent / 100) * actualScale
  }
}
