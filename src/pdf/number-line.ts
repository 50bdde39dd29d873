import type { NumberLine } from '../domain/sheet.ts'
import { drawText, type Canvas } from './canvas.ts'
import type { Box } from './box.ts'
import { colors } from './look.ts'
import { measureNumberLine, measureRows, type MeasuredLine } from './measure-number-line.ts'
import { scaleLength, type Setting } from './setting.ts'

/** A number line ready to be drawn; lengths in points from its top left corner. */
export type SetNumberLine = {
  readonly height: number
  readonly draw: (canvas: Canvas, x: number, y: number) => void
  readonly box: (x: number, y: number) => Box
}

/** The bar with its dots, in points from the top of the page; `radius` is a dot's. */
type Bar = { readonly top: number; readonly middle: number; readonly thickness: number; readonly radius: number }

function drawBar(canvas: Canvas, line: NumberLine, { toX }: MeasuredLine, bar: Bar, x: number): void {
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

function drawTicks(canvas: Canvas, line: NumberLine, { toX }: MeasuredLine, bar: Bar, x: number): void {
  const doc = canvas.shapes
  const drawTick = (at: number, isStrong: boolean) => {
    const reach = bar.thickness * 0.35
    doc.lineWidth(isStrong ? 1.2 : 0.7).strokeColor(isStrong ? colors.ink : colors.muted)
    doc.moveTo(x + toX(at), bar.top - (isStrong ? reach : 0)).lineTo(x + toX(at), bar.top + bar.thickness + reach)
    doc.stroke()
  }
  for (const { at } of line.ticks) if (at > 0 && at <= line.end) drawTick(at, at === line.upperLimit)
  if (line.anchor) drawTick(line.anchor.at, true)
}

/** A full dot for the value; for the one before a hollow one, whose ring stays in sight where the two meet. */
function drawDots(canvas: Canvas, { value, previous }: NumberLine, { toX }: MeasuredLine, bar: Bar, x: number): void {
  const doc = canvas.shapes
  const circle = (at: number, radius: number) => doc.circle(x + toX(at), bar.middle, radius)
  if (previous) circle(previous.at, bar.radius - 0.6).fill(colors.paper)
  circle(value, bar.radius + 1.5).fill(colors.paper)
  circle(value, bar.radius).fill(colors.accent)
  if (previous)
    circle(previous.at, bar.radius - 0.6)
      .lineWidth(1.2)
      .strokeColor(colors.ink)
      .stroke()
}

/**
 * One result on a rounded bar `width` points wide: the normal range shaded, ticks with labels, a dot with words above, a
 * hollow one for the result before, and beneath it all the words of the anchor.
 */
export function setNumberLine(setting: Setting, line: NumberLine, width: number): SetNumberLine {
  const measured = measureNumberLine(setting, line, width)
  const { above, below, anchor } = measured
  const thickness = scaleLength(setting, 9)
  const radius = scaleLength(setting, 6)
  const aboveHeight = measureRows(above)
  const top = aboveHeight + radius - thickness / 2 + scaleLength(setting, 1)
  const bar: Bar = { top, middle: top + thickness / 2, thickness, radius }
  const labelTop = bar.top + thickness * 1.35 + scaleLength(setting, 1)
  const anchorTop = labelTop + measureRows(below)
  const height = anchorTop + (anchor?.block.height ?? 0)
  return {
    height,
    box: (x, y) => ({ x, y, width, height }),
    draw: (canvas, x, y) => {
      const placed = { ...bar, top: y + bar.top, middle: y + bar.middle }
      drawBar(canvas, line, measured, placed, x)
      drawTicks(canvas, line, measured, placed, x)
      drawDots(canvas, line, measured, placed, x)
      for (const { block, width: wide, x: left, row } of above)
        drawText(canvas, block, { x: x + left, y: y + aboveHeight - (row + 1) * block.leading, width: wide })
      for (const { block, width: wide, x: left, row } of below)
        drawText(canvas, block, { x: x + left, y: y + labelTop + row * block.leading, width: wide })
      if (anchor) drawText(canvas, anchor.block, { x: x + anchor.x, y: y + anchorTop, width: anchor.width })
    },
  }
}
