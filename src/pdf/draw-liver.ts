import type { Canvas } from './canvas.ts'
import type { Box } from './box.ts'
import { colors } from './look.ts'

type Point = readonly [x: number, y: number]
/** Two points that bend a curve, and where it ends. */
type Curve = readonly [Point, Point, Point]
type Path = { readonly start: Point; readonly curves: readonly Curve[] }

/** The drawing is made on a sheet of so many units. */
const drawn = { width: 104, height: 100 } as const

/** A body seen from the front, half of it: neck, shoulder, side and hip. The other half is its mirror. */
const halfBody: Path = {
  start: [43, 0],
  curves: [
    [
      [43, 7],
      [43, 11],
      [36, 14],
    ],
    [
      [27, 18],
      [17, 18],
      [12, 25],
    ],
    [
      [7, 33],
      [5, 50],
      [3, 66],
    ],
  ],
}
const side: Path = {
  start: [21, 41],
  curves: [
    [
      [22, 55],
      [24, 62],
      [23, 72],
    ],
    [
      [22, 82],
      [18, 88],
      [17, 100],
    ],
  ],
}
/** Ribs of one half, from the breastbone to the side; the last is the lower edge of them all. */
const ribs: readonly Path[] = [
  {
    start: [50, 26],
    curves: [
      [
        [44, 22],
        [34, 25],
        [27, 36],
      ],
    ],
  },
  {
    start: [50, 33],
    curves: [
      [
        [43, 30],
        [34, 34],
        [27, 48],
      ],
    ],
  },
  {
    start: [52, 41],
    curves: [
      [
        [46, 42],
        [37, 52],
        [29, 66],
      ],
    ],
  },
]

/** The liver: its great lobe in the patient's right side, which is at the left, its small one across the middle. */
const liver: Path = {
  start: [26, 60],
  curves: [
    [
      [24, 46],
      [34, 40],
      [44, 43],
    ],
    [
      [53, 46],
      [62, 46],
      [71, 46],
    ],
    [
      [75, 46],
      [75, 50],
      [71, 52],
    ],
    [
      [60, 56],
      [52, 58],
      [45, 64],
    ],
    [
      [39, 69],
      [33, 74],
      [29, 73],
    ],
    [
      [26, 72],
      [26, 66],
      [26, 60],
    ],
  ],
}

const mirror = ([x, y]: Point): Point => [drawn.width - x, y]

function mirrorPath({ start, curves }: Path): Path {
  return {
    start: mirror(start),
    curves: curves.map(([first, second, end]) => [mirror(first), mirror(second), mirror(end)]),
  }
}

/** Width in points of the drawing when it is so high. */
export function findLiverWidth(height: number): number {
  return (height * drawn.width) / drawn.height
}

/** Where the liver is: a body in outline, the liver beneath the ribs of its right side. Good in grey too. */
export function drawLiver({ shapes }: Canvas, { x, y, height }: Box): void {
  const unit = height / drawn.height
  const place = ([across, down]: Point): [number, number] => [x + across * unit, y + down * unit]
  const trace = ({ start, curves }: Path) => {
    shapes.moveTo(...place(start))
    for (const [first, second, end] of curves) shapes.bezierCurveTo(...place(first), ...place(second), ...place(end))
  }
  const traceBoth = (path: Path) => {
    trace(path)
    trace(mirrorPath(path))
  }
  shapes.lineCap('round').lineJoin('round')
  traceBoth(halfBody)
  traceBoth(side)
  shapes.lineWidth(2.2 * unit).stroke(colors.muted)
  const drawRibs = (color: string) => {
    ribs.forEach(traceBoth)
    shapes.lineWidth(1.5 * unit).stroke(color)
  }
  drawRibs(colors.rib)
  trace(liver)
  shapes.fill(colors.accent)
  shapes.save()
  trace(liver)
  shapes.clip()
  drawRibs(colors.paper)
  shapes.restore()
  shapes.lineCap('butt').lineJoin('miter')
}
