/** The box that points and curves are in. */
export type Bounds = { readonly left: number; readonly top: number; readonly right: number; readonly bottom: number }
export const noBounds: Bounds = { left: Infinity, top: Infinity, right: -Infinity, bottom: -Infinity }

/** The box with a point in it too. */
export function addPoint({ left, top, right, bottom }: Bounds, x: number, y: number): Bounds {
  return { left: Math.min(left, x), top: Math.min(top, y), right: Math.max(right, x), bottom: Math.max(bottom, y) }
}

type Four = readonly [number, number, number, number]

/** The values a cubic curve takes where it turns back, in one direction: where its derivative is 0 between 0 and 1. */
function listTurns([p0, p1, p2, p3]: Four): number[] {
  const [a, b, c] = [3 * (p3 - 3 * p2 + 3 * p1 - p0), 6 * (p2 - 2 * p1 + p0), 3 * (p1 - p0)]
  const root = Math.sqrt(b * b - 4 * a * c)
  const times = Math.abs(a) < 1e-12 ? [-c / b] : [(-b + root) / (2 * a), (-b - root) / (2 * a)]
  return times.flatMap((t) => {
    if (!(t > 0 && t < 1)) return []
    const u = 1 - t
    return [u * u * u * p0 + 3 * u * u * t * p1 + 3 * u * t * t * p2 + t * t * t * p3]
  })
}

/** The box with a cubic curve in it too, from where its points begin to where they end. */
export function addCurve(bounds: Bounds, xs: Four, ys: Four): Bounds {
  const turnedX = listTurns(xs).reduce((box, x) => addPoint(box, x, ys[0]), bounds)
  const turnedY = listTurns(ys).reduce((box, y) => addPoint(box, xs[0], y), turnedX)
  return addPoint(addPoint(turnedY, xs[0], ys[0]), xs[3], ys[3])
}
