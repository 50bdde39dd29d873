import type { SectionRole } from '../domain/sheet.ts'
import { assertNever } from '../domain/app-error.ts'
import type { Tone } from './block-piece.ts'
import type { Canvas } from './canvas.ts'
import type { Box } from './box.ts'
import { drawScissors } from './draw-scissors.ts'
import { colors } from './look.ts'
import type { Frame } from './piece.ts'
import { scaleGap, scaleLength, type Setting } from './setting.ts'

type BoxLook = { readonly fill: string; readonly border: string; readonly thickness?: number }

// Tints are lost in grey print: the border and the words of the heading are not, and the graver box has the thicker one.
const warningLooks: Record<Tone, BoxLook> = {
  stop: { fill: colors.stopTint, border: colors.stop, thickness: 1.6 },
  care: { fill: colors.careTint, border: colors.care },
  plain: { fill: colors.paper, border: colors.line },
}

function boxFrame(setting: Setting, { fill, border, thickness = 1 }: BoxLook): Frame {
  const side = scaleLength(setting, setting.spacing.compact ? 7 : 12)
  const upDown = scaleGap(setting, 9)
  const drawBehind = ({ shapes }: Canvas, { x, y, width, height }: Box) =>
    void shapes.lineWidth(thickness).roundedRect(x, y, width, height, 5).fillAndStroke(fill, border)
  return { left: side, right: side, top: upDown, bottom: upDown, drawBehind }
}

function barFrame(setting: Setting): Frame {
  const thickness = scaleLength(setting, 3.5)
  const upDown = scaleLength(setting, 1)
  const drawBehind = ({ shapes }: Canvas, { x, y, height }: Box) =>
    void shapes.rect(x, y, thickness, height).fill(colors.accent)
  return { left: scaleLength(setting, 13), right: 0, top: upDown, bottom: upDown, drawBehind }
}

/** Where to cut: a dashed line around, with scissors upon it. */
function cutFrame(setting: Setting): Frame {
  const side = scaleLength(setting, 14)
  const drawBehind = (canvas: Canvas, { x, y, width, height }: Box) => {
    canvas.shapes.lineWidth(0.9).dash(4, { space: 3 }).roundedRect(x, y, width, height, 5)
    canvas.shapes.stroke(colors.muted).undash()
    drawScissors(canvas, x + 18, y)
  }
  return { left: side, right: side, top: side, bottom: side, drawBehind }
}

/** What stands around a section of this role, under a heading of this tone; undefined for nothing. */
export function findFrame(setting: Setting, role: SectionRole, tone: Tone): Frame | undefined {
  switch (role) {
    case 'results':
    case 'note':
      return boxFrame(setting, { fill: colors.paper, border: colors.line })
    case 'next-steps':
      return boxFrame(setting, { fill: colors.accentTint, border: colors.accentTint })
    case 'red-flags':
      return boxFrame(setting, warningLooks[tone])
    case 'cause':
      return barFrame(setting)
    case 'card':
      return cutFrame(setting)
    case 'plain':
    case 'questions':
    case 'about':
      return undefined
    default:
      return assertNever(role)
  }
}
