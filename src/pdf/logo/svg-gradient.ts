import { tell } from '../../domain/message.ts'
import type { Bounds } from './bounds.ts'
import { joinMatrices, parseLength, parseShare, parseTransform, type Matrix } from './svg-numbers.ts'
import { parseColor, type Color } from './svg-paint.ts'
import type { Extent } from './svg-shape.ts'
import { resolveStyle, type StyleSheet } from './svg-style.ts'
import { refuseSvg, type SvgElement } from './svg-tree.ts'

/** Colours that pass into one another, as a PDF pattern; one colour where there is nothing to pass; null for nothing. */
export type Gradient =
  | { readonly kind: 'pattern'; readonly pattern: object; readonly colors: readonly Color[] }
  | { readonly kind: 'color'; readonly color: Color }
  | null

/** Where a gradient is used: on what, changed how, and in a picture of what size. */
export type GradientPlace = {
  readonly elements: ReadonlyMap<string, SvgElement>
  readonly sheet: StyleSheet
  readonly extent: Extent
  readonly bounds: Bounds
  readonly matrix: Matrix
}

type Stop = { readonly offset: number; readonly color: Color }

const longestChain = 8

/** A gradient and those it takes over from, itself first. */
function listChain(element: SvgElement, { elements }: GradientPlace): SvgElement[] {
  const chain = [element]
  for (let next = element; chain.length <= longestChain;) {
    const other = elements.get((next.attributes.get('href') ?? '').trim().slice(1))
    if (!other || !other.name.endsWith('Gradient')) break
    chain.push(other)
    next = other
  }
  return chain
}

function readStops(chain: readonly SvgElement[], sheet: StyleSheet): Stop[] {
  const holder = chain.find(({ children }) => children.some(({ name }) => name === 'stop'))
  let least = 0
  return (holder?.children ?? []).flatMap((stop) => {
    if (stop.name !== 'stop') return []
    const style = resolveStyle(stop, new Map(), sheet)
    const { color, alpha } = parseColor(style.get('stop-color') ?? 'black', style)
    if (alpha * parseShare(style.get('stop-opacity'), 1) < 1) throw refuseSvg(tell('svg-fades'))
    least = Math.max(least, parseShare(stop.attributes.get('offset'), 0))
    return [{ offset: least, color }]
  })
}

/** The colours from 0 to 1 as a function (PDF 32000-1, 7.10): from each stop to the next, stitched together. */
function makeFunction(stops: readonly Stop[]): object {
  const [first, last] = [stops[0], stops.at(-1)]
  const all = [
    ...(first && first.offset > 0 ? [{ ...first, offset: 0 }] : []),
    ...stops,
    ...(last && last.offset < 1 ? [{ ...last, offset: 1 }] : []),
  ]
  const parts = all.slice(1).map((stop, index) => ({
    FunctionType: 2,
    Domain: [0, 1],
    C0: all[index]?.color ?? stop.color,
    C1: stop.color,
    N: 1,
  }))
  const bounds = all.slice(1, -1).map(({ offset }) => offset)
  return { FunctionType: 3, Domain: [0, 1], Functions: parts, Bounds: bounds, Encode: parts.flatMap(() => [0, 1]) }
}

function toBox({ left, top, right, bottom }: Bounds): Matrix {
  return [right - left, 0, 0, bottom - top, left, top]
}

/**
 * The gradient of an element, as it fills an outline: PDF 32000-1, 8.7.4.5.3 and 8.7.4.5.4.
 * @throws AppError bad-input for one that repeats or fades into clear
 */
export function makeGradient(element: SvgElement, place: GradientPlace): Gradient {
  const chain = listChain(element, place)
  const find = (name: string) => chain.find(({ attributes }) => attributes.has(name))?.attributes.get(name)
  if ((find('spreadMethod') ?? 'pad') !== 'pad') throw refuseSvg(tell('svg-repeats'))
  const stops = readStops(chain, place.sheet)
  const last = stops.at(-1)
  if (!last) return null
  const isOwnUnits = find('gradientUnits') !== 'userSpaceOnUse'
  const { left, top, right, bottom } = place.bounds
  if (isOwnUnits && (right <= left || bottom <= top)) return null
  const { width, height } = isOwnUnits ? { width: 1, height: 1 } : place.extent
  const length = (name: string, whole: number, missing: string) => parseLength(find(name) ?? missing, whole)
  const across = (name: string, missing: string) => length(name, width, missing)
  const down = (name: string, missing: string) => length(name, height, missing)

  const inBox = isOwnUnits ? toBox(place.bounds) : ([1, 0, 0, 1, 0, 0] as const)
  const Matrix = joinMatrices(parseTransform(find('gradientTransform')), joinMatrices(inBox, place.matrix))
  const shared = { ColorSpace: 'DeviceRGB', Function: makeFunction(stops), Extend: [true, true] }
  const pattern = (shading: object) => ({
    kind: 'pattern' as const,
    pattern: { Type: 'Pattern', PatternType: 2, Matrix, Shading: { ...shared, ...shading } },
    colors: stops.map(({ color }) => color),
  })
  if (element.name === 'linearGradient') {
    const [x1, y1, x2, y2] = [across('x1', '0%'), down('y1', '0%'), across('x2', '100%'), down('y2', '0%')]
    if (x1 === x2 && y1 === y2) return { kind: 'color', color: last.color }
    return pattern({ ShadingType: 2, Coords: [x1, y1, x2, y2] })
  }
  const [cx, cy] = [across('cx', '50%'), down('cy', '50%')]
  const radius = length('r', Math.hypot(width, height) / Math.SQRT2, '50%')
  if (radius <= 0) return { kind: 'color', color: last.color }
  const [fx, fy] = [across('fx', String(cx)), down('fy', String(cy))]
  return pattern({ ShadingType: 3, Coords: [fx, fy, 0, cx, cy, radius] })
}
