import type { NumberLine } from '../domain/sheet.ts'
import { drawText, type Box, type Canvas } from './canvas.ts'
import { colors, sizes } from './look.ts'
import { measureText, scaleLength, setLines, toSpans, type Setting, type TextBlock } from './setting.ts'
import { spreadLabels, type PlacedLabel } from './spread-labels.ts'

type SetLabel = { readonly block: TextBlock; readonly width: number }

/** A number line ready to be drawn; lengths in points from its top left corner. */
export type SetNumberLine = {
  readonly height: number
  readonly draw: (canvas: Canvas, x: number, y: number) => void
  readonly box: (x: number, y: number) => Box
}

function setLabel(setting: Setting, text: string, color: string, weight: 'regular' | 'bold'): SetLabel {
  const spans = toSpans(setting, [{ text: `${text} ` }], { size: sizes.small, color, weight })
  return { block: setLines(setting, spans, Number.POSITIVE_INFINITY), width: measureText(setting, spans) }
}

/** Where the parts stand: the bar and what lies along it, in points from the left. */
function measureLine(setting: Setting, line: NumberLine, width: number) {
  const inset = scaleLength(setting, 4)
  const toX = (at: number) => inset + (Math.min(Math.max(at, 0), line.end) / line.end) * (width - 2 * inset)
  const marker = setLabel(setting, line.marker, colors.accentText, 'bold')
  const ticks = line.ticks.map(({ at, label }) => ({ at, ...setLabel(setting, label, colors.muted, 'regular') }))
  const gap = scaleLength(setting, 6)
  const labels = spreadLabels(
    ticks.map(({ at, width: wide }) => ({ center: toX(at), width: wide })),
    0,
    width,
    gap,
  )
  const [markerPlace] = spreadLabels([{ center: toX(line.value), width: marker.width }], 0, width, gap)
  return { toX, inset, marker, markerX: markerPlace?.x ?? 0, ticks, labels }
}

type Measured = ReturnType<typeof measureLine>
type Bar = { readonly top: number; readonly middle: number; readonly thickness: number; readonly radius: number }

function drawBar(canvas: Canvas, line: NumberLine, { toX }: Measured, bar: Bar, x: number): void {
  const doc = canvas.shapes
  const round = bar.thickness / 2
  const [start, limit, end] = [x + toX(0), x + toX(line.upperLimit), x + toX(line.end)]
  doc.roundedRect(start - round, bar.top, end - start + 2 * round, bar.thickness, round).fill(colors.track)
  // The normal range: round where the line begins, straight where it ends.
  doc.save()
  doc.rect(start - round, bar.top, limit - start + round, bar.thickness).clip()
  doc.roundedRect(start - round, bar.top, end - start + 2 * round, bar.thickness, round).fill(colors.normal)
  doc.restore()
}

function drawTicks(canvas: Canvas, line: NumberLine, { toX, ticks }: Measured, bar: Bar, x: number): void {
  const doc = canvas.shapes
  for (const { at } of ticks) {
    if (at <= 0 || at > line.end) continue
    const isLimit = at === line.upperLimit
    const reach = bar.thickness * (isLimit ? 0.35 : 0)
    doc.lineWidth(isLimit ? 1.2 : 0.7).strokeColor(isLimit ? colors.ink : colors.muted)
    doc
      .moveTo(x + toX(at), bar.top - reach)
      .lineTo(x + toX(at), bar.top + bar.thickness + bar.thickness * 0.35)
      .stroke()
  }
}

function drawLabels(canvas: Canvas, { ticks, labels }: Measured, x: number, y: number): void {
  ticks.forEach(({ block, width }, index) => {
    const place: PlacedLabel = labels[index] ?? { x: 0, row: 0 }
    drawText(canvas, block, { x: x + place.x, y: y + place.row * block.leading, width })
  })
}

/** One result on a rounded bar `width` points wide: the normal range shaded, ticks with labels, a dot with words above. */
export function setNumberLine(setting: Setting, line: NumberLine, width: number): SetNumberLine {
  const measured = measureLine(setting, line, width)
  const thickness = scaleLength(setting, 9)
  const radius = scaleLength(setting, 6)
  const top = measured.marker.block.height + radius - thickness / 2 + scaleLength(setting, 1)
  const bar: Bar = { top, middle: top + thickness / 2, thickness, radius }
  const labelTop = bar.top + thickness * 1.35 + scaleLength(setting, 1)
  const rows = Math.max(...measured.labels.map(({ row }) => row), 0) + 1
  const labelHeight = Math.max(...measured.ticks.map(({ block }) => block.leading), 0)
  const height = labelTop + rows * labelHeight
  return {
    height,
    box: (x, y) => ({ x, y, width, height }),
    draw: (canvas, x, y) => {
      const placed = { ...bar, top: y + bar.top, middle: y + bar.middle }
      drawBar(canvas, line, measured, placed, x)
      drawTicks(canvas, line, measured, placed, x)
      const doc = canvas.shapes
      doc.circle(x + measured.toX(line.value), placed.middle, radius + 1.5).fill(colors.paper)
      doc.circle(x + measured.toX(line.value), placed.middle, radius).fill(colors.accent)
      drawText(canvas, measured.marker.block, { x: x + measured.markerX, y, width: measured.marker.width })
      drawLabels(canvas, measured, x, y + labelTop)
    },
  }
}
