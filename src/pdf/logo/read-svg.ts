import { tell } from '../../domain/message.ts'
import { noBounds, type Bounds } from './bounds.ts'
import { tooPale } from './picture-refusals.ts'
import {
  drawGroup,
  drawOutline,
  finishDrawing,
  readPaints,
  startDrawing,
  type Drawing,
  type Picture,
} from './svg-drawing.ts'
import {
  joinMatrices,
  parseLength,
  parseNumbers,
  parseShare,
  parseTransform,
  unchanged,
  type Matrix,
} from './svg-numbers.ts'
import { readReference } from './svg-paint.ts'
import { shapeNames, traceOutline, type Extent } from './svg-shape.ts'
import { readStyleSheet, resolveStyle, type SvgStyle } from './svg-style.ts'
import { parseSvg, refuseSvg, tooMuch, type SvgElement } from './svg-tree.ts'
import type { XObject } from './x-object.ts'

/** Most elements that are drawn, each as often as it is, and most steps of all outlines. */
const [mostDrawn, mostSteps] = [5000, 30_000]
/** How deep one element may use another. */
const deepestUse = 12
/** Lighter than this, from 0 to 1, cannot be told from paper. */
export const palest = 0.85

/** Elements that are drawn only where another one asks for them, or never. */
const unseen = new Set([
  'clipPath',
  'defs',
  'desc',
  'filter',
  'linearGradient',
  'marker',
  'mask',
  'metadata',
  'pattern',
  'radialGradient',
  'style',
  'symbol',
  'title',
])

/** What an element is in: how that looks, where its measures are, and what is cut away of it. */
type Around = {
  readonly style: SvgStyle
  readonly matrix: Matrix
  readonly clips: readonly string[]
  readonly depth: number
}

function refuseElement(name: string): never {
  if (name === 'text') throw refuseSvg(tell('svg-text'))
  if (name === 'image') throw refuseSvg(tell('svg-photo'))
  throw refuseSvg(tell('svg-part', { name }))
}

function collectElements(root: SvgElement): Map<string, SvgElement> {
  const found = new Map<string, SvgElement>()
  const collect = (element: SvgElement) => {
    const id = element.attributes.get('id')
    if (id !== undefined && !found.has(id)) found.set(id, element)
    element.children.forEach(collect)
  }
  collect(root)
  return found
}

/** What the picture shows, in its own units. */
function readView({ attributes }: SvgElement): Extent & { readonly left: number; readonly top: number } {
  const viewBox = attributes.get('viewBox')
  const length = (name: string) => (attributes.has(name) ? parseLength(attributes.get(name), 0) : 0)
  const [left = 0, top = 0, width = 0, height = 0] =
    viewBox === undefined ? [0, 0, length('width'), length('height')] : parseNumbers(viewBox)
  if (width <= 0 || height <= 0) throw refuseSvg(tell('svg-no-size'))
  return { left, top, width, height }
}

/** Draws the elements of one SVG, and counts what it draws. */
function makeDrawer(root: SvgElement, picture: Picture) {
  let [drawn, steps] = [0, 0]

  function trace(element: SvgElement, matrix: Matrix) {
    const outline = traceOutline(element, picture.extent, matrix)
    steps += outline.operators.length
    if (steps > mostSteps) throw tooMuch()
    return outline
  }

  function findUsed(element: SvgElement): SvgElement | undefined {
    return picture.elements.get((element.attributes.get('href') ?? '').trim().slice(1))
  }

  /** What cuts off all but the outlines of a clipPath; undefined when it leaves nothing. */
  function traceClip(clip: SvgElement, around: Around): string[] | undefined {
    const style = resolveStyle(clip, around.style, picture.sheet)
    const isBox = clip.attributes.get('clipPathUnits') === 'objectBoundingBox'
    if (isBox || style.has('clip-path')) throw refuseSvg(tell('svg-cut'))
    const matrix = joinMatrices(parseTransform(clip.attributes.get('transform')), around.matrix)
    const styles: SvgStyle[] = []
    const operators = clip.children.flatMap((child) => {
      if (unseen.has(child.name)) return []
      const own = resolveStyle(child, style, picture.sheet)
      if (!shapeNames.has(child.name) || own.has('clip-path')) throw refuseSvg(tell('svg-cut'))
      if (own.get('display') === 'none') return []
      styles.push(own)
      return trace(child, joinMatrices(parseTransform(child.attributes.get('transform')), matrix)).operators
    })
    if (operators.length === 0) return undefined
    return [...operators, styles.some((own) => own.get('clip-rule') === 'evenodd') ? 'W* n' : 'W n']
  }

  function addClip(style: SvgStyle, around: Around): readonly string[] | undefined {
    const clip = picture.elements.get(readReference(style.get('clip-path') ?? '') ?? '')
    if (clip?.name !== 'clipPath') return around.clips
    const operators = traceClip(clip, around)
    return operators && [...around.clips, ...operators]
  }

  /** Draws with `opacity` what `drawAll` draws: all of it at once, so that what lies beneath another thing stays hidden. */
  function drawClear(into: Drawing, opacity: number, drawAll: (drawing: Drawing) => void): void {
    if (opacity === 1) return drawAll(into)
    const group = startDrawing()
    drawAll(group)
    if (group.operators.length > 0) drawGroup(into, group, picture, opacity)
  }

  function drawShape(into: Drawing, element: SvgElement, around: Around, opacity: number): void {
    const outline = trace(element, unchanged)
    const { fill, stroke } = readPaints(around.style, 1)
    const isBoth = fill !== null && stroke !== null
    drawClear(into, isBoth ? opacity : 1, (drawing) =>
      drawOutline(drawing, picture, outline, { ...around, opacity: isBoth ? 1 : opacity }),
    )
  }

  function draw(into: Drawing, element: SvgElement, outside: Around): void {
    if (unseen.has(element.name)) return
    drawn += 1
    if (drawn > mostDrawn || outside.depth > deepestUse) throw tooMuch()
    const style = resolveStyle(element, outside.style, picture.sheet)
    const opacity = parseShare(style.get('opacity'), 1)
    if (style.get('display') === 'none' || opacity === 0) return
    const matrix = joinMatrices(parseTransform(element.attributes.get('transform')), outside.matrix)
    const clips = addClip(style, { ...outside, style, matrix })
    if (!clips) return
    const around = { ...outside, style, matrix, clips }
    if (shapeNames.has(element.name)) return drawShape(into, element, around, opacity)
    drawClear(into, opacity, (drawing) => drawWithin(drawing, element, around))
  }

  function drawWithin(into: Drawing, element: SvgElement, around: Around): void {
    if (element.name === 'g' || element === root) {
      for (const child of element.children) draw(into, child, around)
      return
    }
    if (element.name !== 'use') refuseElement(element.name)
    const used = findUsed(element)
    if (!used) return
    if (used.name === 'symbol' || used.name === 'svg') refuseElement(used.name)
    const { width, height } = picture.extent
    const x = parseLength(element.attributes.get('x'), width)
    const y = parseLength(element.attributes.get('y'), height)
    const matrix = joinMatrices([1, 0, 0, 1, x, y], around.matrix)
    draw(into, used, { ...around, matrix, depth: around.depth + 1 })
  }

  return draw
}

/** A drawing without blank edges, and its size in units of its own. */
export type SvgDrawing = Extent & { readonly form: XObject }

/** What of a box is not blank. */
function cropBox([left, top, right, bottom]: Picture['box'], ink: Bounds): Picture['box'] {
  return [Math.max(left, ink.left), Math.max(top, ink.top), Math.min(right, ink.right), Math.min(bottom, ink.bottom)]
}

/** The longer side of a drawing in the PDF: its numbers are written to a millionth. */
const longSide = 1000

/**
 * Turns an SVG into a drawing of lines and areas. What it cannot draw as it is meant is refused, never left out.
 * @throws AppError bad-input with what stands in the way
 */
export function readSvg(source: string): SvgDrawing {
  const root = parseSvg(source)
  const { left, top, width, height } = readView(root)
  const scale = longSide / Math.max(width, height)
  const box = [0, 0, width * scale, height * scale] as const
  const picture: Picture = {
    elements: collectElements(root),
    sheet: readStyleSheet(root),
    extent: { width, height },
    box,
    darkest: 2,
    ink: noBounds,
  }
  const drawing = startDrawing()
  const matrix: Matrix = [scale, 0, 0, scale, -left * scale, -top * scale]
  makeDrawer(root, picture)(drawing, root, { style: new Map(), matrix, clips: [], depth: 0 })
  if (picture.darkest > 1) throw refuseSvg(tell('svg-nothing'))
  if (picture.darkest > palest) throw tooPale()
  const seen = cropBox(box, picture.ink)
  const [x, y, across, down] = [seen[0], seen[1], seen[2] - seen[0], seen[3] - seen[1]]
  if (across <= 0 || down <= 0) throw refuseSvg(tell('svg-nothing'))
  const upright = [1 / across, 0, 0, -1 / down, -x / across, 1 + y / down]
  return { width: across, height: down, form: finishDrawing(drawing, seen, { Matrix: upright }) }
}
