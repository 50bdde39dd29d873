import type { NumberLine } from '../domain/sheet.ts'
import { colors, sizes } from './look.ts'
import { measureText, scaleLength, setLines, toSpans, type Setting, type Style, type TextBlock } from './setting.ts'
import { spreadLabels, type PlacedLabel } from './spread-labels.ts'

/** Set words with their place along the line; `center` and `width` in points from its left. */
type SetLabel = { readonly block: TextBlock; readonly width: number; readonly center: number }
export type PlacedText = SetLabel & PlacedLabel

const quiet: Style = { size: sizes.small, color: colors.muted, weight: 'regular' }
const strong: Style = { size: sizes.small, color: colors.accentText, weight: 'bold' }

function setLabel(setting: Setting, text: string, style: Style, center: number): SetLabel {
  const spans = toSpans(setting, [{ text: `${text} ` }], style)
  return { block: setLines(setting, spans, Number.POSITIVE_INFINITY), width: measureText(setting, spans), center }
}

function placeLabels(setting: Setting, labels: readonly SetLabel[], width: number): PlacedText[] {
  const places = spreadLabels(labels, 0, width, scaleLength(setting, 6))
  return labels.map((label, index) => ({ ...label, ...(places[index] ?? { x: 0, row: 0 }) }))
}

/** The words above the dots, in the order given: where two dots are close, their words lean away from each other. */
function placeAbove(setting: Setting, labels: readonly SetLabel[], width: number): PlacedText[] {
  const [left, right] = labels.toSorted((a, b) => a.center - b.center)
  if (!left || !right) return placeLabels(setting, labels, width)
  const wanted = (left.width + right.width) / 2 + scaleLength(setting, 6)
  const lean = Math.max(0, wanted - (right.center - left.center)) / 2
  const moved = [
    { ...left, center: left.center - lean },
    { ...right, center: right.center + lean },
  ]
  const placed = placeLabels(setting, moved, width)
  return labels.flatMap(({ block }) => placed.filter((each) => each.block === block))
}

/** Height in points of labels in their rows. */
export function measureRows(labels: readonly PlacedText[]): number {
  return Math.max(0, ...labels.map(({ row, block }) => (row + 1) * block.leading))
}

/** The words of the anchor, on as many lines as they need, as near to its place as the line lets them stand. */
function placeAnchor(setting: Setting, { label }: NonNullable<NumberLine['anchor']>, center: number, width: number) {
  const block = setLines(setting, toSpans(setting, [{ text: label }], quiet), width)
  const wide = Math.max(...block.lines.map((line) => line.width))
  return { block, width: wide, x: Math.min(Math.max(0, center - wide / 2), width - wide) }
}

/** Where the parts of a line `width` points wide stand: points along the bar, the labels above it, below it, and the anchor. */
export function measureNumberLine(setting: Setting, line: NumberLine, width: number) {
  const inset = scaleLength(setting, 4)
  const toX = (at: number) => inset + (Math.min(Math.max(at, 0), line.end) / line.end) * (width - 2 * inset)
  const now = setLabel(setting, line.marker, strong, toX(line.value))
  const before = line.previous ? [setLabel(setting, line.previous.label, quiet, toX(line.previous.at))] : []
  const below = line.ticks.map(({ at, label }) => setLabel(setting, label, quiet, toX(at)))
  return {
    toX,
    above: placeAbove(setting, [...before, now], width),
    below: placeLabels(setting, below, width),
    anchor: line.anchor ? placeAnchor(setting, line.anchor, toX(line.anchor.at), width) : null,
  }
}
export type MeasuredLine = ReturnType<typeof measureNumberLine>
