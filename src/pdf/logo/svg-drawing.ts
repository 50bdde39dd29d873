import { tell } from '../../domain/message.ts'
import { deflateSync } from 'node:zlib'
import { addPoint, type Bounds } from './bounds.ts'
import { makeGradient } from './svg-gradient.ts'
import { parseLength, write, writeMatrix, type Matrix } from './svg-numbers.ts'
import { measureLight, readPaint, type Color, type Paint } from './svg-paint.ts'
import type { Extent, Outline } from './svg-shape.ts'
import type { StyleSheet, SvgStyle } from './svg-style.ts'
import { refuseSvg, type SvgElement } from './svg-tree.ts'
import type { Resources, XObject } from './x-object.ts'

/** What all parts of one picture share. */
export type Picture = {
  readonly elements: ReadonlyMap<string, SvgElement>
  readonly sheet: StyleSheet
  readonly extent: Extent
  /** left, top, right and bottom of what is seen */
  readonly box: readonly [number, number, number, number]
  /** the light that the darkest of what was drawn gives back, from 0 to 1; 2 when nothing was */
  darkest: number
  /** where anything is that is not as white as paper */
  ink: Bounds
}

/** A content stream being written, in the measures of the picture, and what it uses, by name. */
export type Drawing = {
  readonly operators: string[]
  readonly patterns: Map<string, object>
  readonly states: Map<string, object>
  readonly groups: Map<string, XObject>
}

export function startDrawing(): Drawing {
  return { operators: [], patterns: new Map(), states: new Map(), groups: new Map() }
}

/** Ends a drawing. `entries` say more about it than that it is a form. */
export function finishDrawing(drawing: Drawing, box: Picture['box'], entries: object): XObject {
  const { operators, patterns, states, groups } = drawing
  const resources: Resources = {
    Pattern: Object.fromEntries(patterns),
    ExtGState: Object.fromEntries(states),
    XObject: Object.fromEntries(groups),
  }
  const packed = deflateSync(operators.join('\n'), { level: 9 })
  return { entries: { Subtype: 'Form', BBox: box, ...entries }, resources, packed }
}

/** The operator by which what follows is so clear, filled and drawn. */
function writeAlpha({ states }: Drawing, fill: number, stroke: number): string[] {
  if (fill === 1 && stroke === 1) return []
  const [ca, CA] = [fill, stroke].map((alpha) => Math.round(alpha * 1000))
  const name = `G${ca}-${CA}`
  states.set(name, { ca: (ca ?? 0) / 1000, CA: (CA ?? 0) / 1000 })
  return [`/${name} gs`]
}

/** A drawing within a drawing, as clear as `opacity` says, all of it at once. */
export function drawGroup(into: Drawing, group: Drawing, picture: Picture, opacity: number): void {
  const form = finishDrawing(group, picture.box, { Group: { Type: 'Group', S: 'Transparency', I: true } })
  const name = `X${into.groups.size}`
  into.groups.set(name, form)
  into.operators.push('q', ...writeAlpha(into, opacity, opacity), `/${name} Do`, 'Q')
}

const caps: Readonly<Record<string, number>> = { butt: 0, round: 1, square: 2 }
const joins: Readonly<Record<string, number>> = { miter: 0, round: 1, bevel: 2 }

/** What 100 % of a length in no direction is (SVG 1.1, 7.10). */
export function measureDiagonal({ width, height }: Extent): number {
  return Math.hypot(width, height) / Math.SQRT2
}

/** Remembers how dark the picture is and how far it reaches; a line reaches beyond its outline. */
function noteInk(picture: Picture, bounds: Bounds, matrix: Matrix, thickness: number, light: number): void {
  picture.darkest = Math.min(picture.darkest, light)
  if (light > paperLight) return
  const [a, b, c, d, e, f] = matrix
  const { left, top, right, bottom } = bounds
  const [aside, below] = [Math.hypot(a, c) * thickness, Math.hypot(b, d) * thickness]
  for (const [x, y] of [
    [left, top],
    [right, top],
    [left, bottom],
    [right, bottom],
  ] as const) {
    const [atX, atY] = [a * x + c * y + e, b * x + d * y + f]
    picture.ink = addPoint(addPoint(picture.ink, atX - aside, atY - below), atX + aside, atY + below)
  }
}

/** Light as this cannot be told from paper. */
const paperLight = 0.98

/** How a line is drawn; null for one without width. */
function writeLine(style: SvgStyle, extent: Extent): string[] | null {
  const diagonal = measureDiagonal(extent)
  const thickness = parseLength(style.get('stroke-width'), diagonal, 1)
  if (thickness <= 0) return null
  const limit = parseLength(style.get('stroke-miterlimit'), 1, 4)
  const dashes = (style.get('stroke-dasharray') ?? 'none').split(/[\s,]+/u).filter((each) => each !== '')
  const lengths = dashes[0] === 'none' ? [] : dashes.map((each) => parseLength(each, diagonal))
  const isDashed = lengths.some((each) => each > 0) && lengths.every((each) => each >= 0)
  const offset = parseLength(style.get('stroke-dashoffset'), diagonal)
  return [
    `${write(thickness)} w`,
    `${caps[style.get('stroke-linecap') ?? ''] ?? 0} J`,
    `${joins[style.get('stroke-linejoin') ?? ''] ?? 0} j`,
    `${write(Math.max(1, limit))} M`,
    ...(isDashed ? [`[${lengths.map(write).join(' ')}] ${write(offset)} d`] : []),
  ]
}

type Chosen = { readonly operators: readonly string[]; readonly alpha: number; readonly light: number }
const colorOperators = { fill: ['rg', 'cs', 'scn'], stroke: ['RG', 'CS', 'SCN'] } as const

/** Chooses what is filled or drawn with next; null for nothing. */
function choosePaint(
  drawing: Drawing,
  picture: Picture,
  use: 'fill' | 'stroke',
  paint: Paint,
  outline: Outline,
  matrix: Matrix,
): Chosen | null {
  const [setColor, setSpace, setPattern] = colorOperators[use]
  const { alpha } = paint
  const chooseColor = (color: Color): Chosen => ({
    operators: [`${color.map(write).join(' ')} ${setColor}`],
    alpha,
    light: measureLight(color, alpha),
  })
  if (paint.kind === 'color') return chooseColor(paint.color)
  const element = picture.elements.get(paint.id)
  if (!element) return paint.otherwise && choosePaint(drawing, picture, use, paint.otherwise, outline, matrix)
  if (!element.name.endsWith('Gradient')) throw refuseSvg(tell('svg-pattern'))
  const gradient = makeGradient(element, { ...picture, bounds: outline.bounds, matrix })
  if (gradient?.kind !== 'pattern') return gradient && chooseColor(gradient.color)
  const name = `P${drawing.patterns.size}`
  drawing.patterns.set(name, gradient.pattern)
  const light = Math.min(...gradient.colors.map((color) => measureLight(color, alpha)))
  return { operators: [`/Pattern ${setSpace}`, `/${name} ${setPattern}`], alpha, light }
}

/** What fills and draws an element; `opacity` is that of the whole element. */
export function readPaints(
  style: SvgStyle,
  opacity: number,
): { readonly fill: Paint | null; readonly stroke: Paint | null } {
  return { fill: readPaint(style, 'fill', opacity), stroke: readPaint(style, 'stroke', opacity) }
}

type Look = {
  readonly style: SvgStyle
  readonly matrix: Matrix
  readonly clips: readonly string[]
  readonly opacity: number
}

/** Fills an outline and draws along it. */
export function drawOutline(drawing: Drawing, picture: Picture, outline: Outline, look: Look): void {
  const { style, matrix, clips, opacity } = look
  if (outline.operators.length === 0) return
  const paints = readPaints(style, opacity)
  const fill = paints.fill && choosePaint(drawing, picture, 'fill', paints.fill, outline, matrix)
  const line = paints.stroke && writeLine(style, picture.extent)
  const stroke = paints.stroke && line && choosePaint(drawing, picture, 'stroke', paints.stroke, outline, matrix)
  if (!fill && !stroke) return
  const thickness = stroke ? parseLength(style.get('stroke-width'), measureDiagonal(picture.extent), 1) : 0
  noteInk(picture, outline.bounds, matrix, thickness, Math.min(fill?.light ?? 2, stroke?.light ?? 2))
  const evenOdd = fill && style.get('fill-rule') === 'evenodd' ? '*' : ''
  const paint = fill && stroke ? `B${evenOdd}` : fill ? `f${evenOdd}` : 'S'
  drawing.operators.push(
    'q',
    ...clips,
    writeMatrix(matrix),
    ...writeAlpha(drawing, fill?.alpha ?? 1, stroke?.alpha ?? 1),
    ...(fill?.operators ?? []),
    ...(stroke ? [...(line ?? []), ...stroke.operators] : []),
    ...outline.operators,
    paint,
    'Q',
  )
}
