import { tell } from '../../domain/message.ts'
import svgPath from 'svgpath'
import { addCurve, addPoint, noBounds, type Bounds } from './bounds.ts'
import { checkNumber, parseLength, parseNumbers, unchanged, write, type Matrix } from './svg-numbers.ts'
import { refuseSvg, type SvgElement } from './svg-tree.ts'

/** Width and height of what 100 % is. */
export type Extent = { readonly width: number; readonly height: number }
/** An outline, as operators that trace it, and the box its points are in. */
export type Outline = { readonly operators: readonly string[]; readonly bounds: Bounds }

const senseless = () => refuseSvg(tell('svg-outline'))

/** The elements that are outlines. */
export const shapeNames = new Set(['path', 'rect', 'circle', 'ellipse', 'line', 'polyline', 'polygon'])

function traceEllipse(x: number, y: number, rx: number, ry: number): string {
  if (rx <= 0 || ry <= 0) return ''
  return `M${x - rx} ${y}a${rx} ${ry} 0 0 1 ${2 * rx} 0a${rx} ${ry} 0 0 1 ${-2 * rx} 0z`
}

function traceRect({ attributes }: SvgElement, { width: across, height: down }: Extent): string {
  const length = (name: string, whole: number) => parseLength(attributes.get(name), whole)
  const [x, y, width, height] = [
    length('x', across),
    length('y', down),
    length('width', across),
    length('height', down),
  ]
  if (width <= 0 || height <= 0) return ''
  const radius = (name: string, other: string, whole: number) =>
    attributes.has(name) ? length(name, whole) : length(other, whole)
  const rx = Math.min(width / 2, radius('rx', 'ry', across))
  const ry = Math.min(height / 2, radius('ry', 'rx', down))
  if (rx <= 0 || ry <= 0) return `M${x} ${y}h${width}v${height}h${-width}z`
  const [h, v] = [width - 2 * rx, height - 2 * ry]
  const corner = (dx: number, dy: number) => `a${rx} ${ry} 0 0 1 ${dx} ${dy}`
  return `M${x + rx} ${y}h${h}${corner(rx, ry)}v${v}${corner(-rx, ry)}h${-h}${corner(-rx, -ry)}v${-v}${corner(rx, -ry)}z`
}

/** The outline of an element as SVG path data; '' for none. */
function tracePath(element: SvgElement, extent: Extent): string {
  const { attributes } = element
  const { width, height } = extent
  const diagonal = Math.hypot(width, height) / Math.SQRT2
  const length = (name: string, whole: number) => parseLength(attributes.get(name), whole)
  switch (element.name) {
    case 'path':
      return attributes.get('d') ?? ''
    case 'rect':
      return traceRect(element, extent)
    case 'circle': {
      const radius = length('r', diagonal)
      return traceEllipse(length('cx', width), length('cy', height), radius, radius)
    }
    case 'ellipse':
      return traceEllipse(length('cx', width), length('cy', height), length('rx', width), length('ry', height))
    case 'line':
      return `M${length('x1', width)} ${length('y1', height)}L${length('x2', width)} ${length('y2', height)}`
    default: {
      const points = parseNumbers(attributes.get('points') ?? '')
      const even = points.slice(0, points.length - (points.length % 2))
      return even.length < 4 ? '' : `M${even.join(' ')}${element.name === 'polygon' ? 'z' : ''}`
    }
  }
}

/**
 * Traces the outline of an element, changed by `matrix` where one is given.
 * @throws AppError bad-input for one that makes no sense
 */
export function traceOutline(element: SvgElement, extent: Extent, matrix: Matrix = unchanged): Outline {
  const path = svgPath(tracePath(element, extent))
  if ('err' in path && path.err !== '') throw senseless()
  const plain = path
    .abs()
    .unshort()
    .unarc()
    .matrix([...matrix])
  const operators: string[] = []
  let bounds = noBounds
  const add = (operator: string, ...points: readonly number[]) => {
    operators.push([...points.map(checkNumber).map(write), operator].join(' '))
  }
  const addLine = (x: number, y: number, operator = 'l') => {
    bounds = addPoint(bounds, x, y)
    add(operator, x, y)
  }
  const addCubic = (x0: number, y0: number, x1: number, y1: number, x2: number, y2: number, x: number, y: number) => {
    bounds = addCurve(bounds, [x0, x1, x2, x], [y0, y1, y2, y])
    add('c', x1, y1, x2, y2, x, y)
  }
  plain.iterate((segment, _index, x, y) => {
    switch (segment[0]) {
      case 'M':
        return addLine(segment[1], segment[2], 'm')
      case 'L':
        return addLine(segment[1], segment[2])
      case 'H':
        return addLine(segment[1], y)
      case 'V':
        return addLine(x, segment[1])
      case 'C':
        return addCubic(x, y, segment[1], segment[2], segment[3], segment[4], segment[5], segment[6])
      case 'Q': {
        // A curve with one point that bends it, as one with two.
        const [, cx, cy, toX, toY] = segment
        return addCubic(x, y, (x + 2 * cx) / 3, (y + 2 * cy) / 3, (toX + 2 * cx) / 3, (toY + 2 * cy) / 3, toX, toY)
      }
      case 'Z':
      case 'z':
        return add('h')
      // None of these is left: they were made absolute and plain above.
      case 'A':
      case 'S':
      case 'T':
      case 'a':
      case 'c':
      case 'h':
      case 'l':
      case 'm':
      case 'q':
      case 's':
      case 't':
      case 'v':
        throw senseless()
    }
  })
  return { operators, bounds }
}
