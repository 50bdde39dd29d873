import type { Sheet, Text } from '../domain/sheet.ts'
import type { Span } from './break-lines.ts'
import { drawText, type Align, type Canvas, type Tag } from './canvas.ts'
import { colors, sizes } from './look.ts'
import { cannotSplit, type Piece } from './piece.ts'
import { measureText, scaleLength, setLines, toSpans, type Setting, type Style, type TextBlock } from './setting.ts'

const bold: Style = { size: sizes.text, color: colors.ink, weight: 'bold' }
const plain: Style = { size: sizes.text, color: colors.muted, weight: 'regular' }
const small: Style = { size: sizes.small, color: colors.muted, weight: 'regular' }

/** Space between the two sides, in points at the standard size. */
const sideGap = 18

type Side = readonly (readonly Span[])[]

function setSide(setting: Setting, lines: readonly (readonly [Text, Style])[]): Side {
  return lines
    .map(([text, style]) => toSpans(setting, text, style, { color: colors.ink }))
    .filter((spans) => spans.length > 0)
}

/** Width in points of the longest line of a side. */
function findWidest(setting: Setting, side: Side): number {
  return Math.ceil(Math.max(0, ...side.map((spans) => measureText(setting, spans))))
}

const findHeight = (blocks: readonly TextBlock[]): number => blocks.reduce((sum, { height }) => sum + height, 0)

/** Shares the width between what stands left and right: each as wide as it needs, or as is lowest where both are long. */
function setSides(setting: Setting, left: Side, right: Side, width: number, gap: number) {
  const [wantedLeft, wantedRight] = [findWidest(setting, left), findWidest(setting, right)]
  const set = (rightWidth: number) => {
    const leftWidth = Math.max(0, width - gap - rightWidth)
    const blocks = {
      left: left.map((spans) => setLines(setting, spans, leftWidth)),
      right: right.map((spans) => setLines(setting, spans, rightWidth)),
    }
    return { ...blocks, leftWidth, rightWidth, words: Math.max(findHeight(blocks.left), findHeight(blocks.right)) }
  }
  if (wantedLeft === 0) return set(width)
  if (wantedLeft + gap + wantedRight <= width) return set(width - gap - wantedLeft)
  const half = Math.max((width - gap) / 2, width - gap - wantedLeft)
  const tried = [1, 1.1, 1.2, 0.9, 0.8].map((share) => set(Math.min(wantedRight, half * share)))
  return tried.reduce((best, each) => (each.words < best.words ? each : best))
}

/** Who gave it at the left, for whom at the right; `asArtifact` for the later pages, where it only repeats. */
function sidesPiece(setting: Setting, left: Side, right: Side, width: number, asArtifact: boolean): Piece {
  const gap = scaleLength(setting, sideGap)
  const sides = setSides(setting, left, right, width, gap)
  const { words, leftWidth, rightWidth } = sides
  const ruleGap = scaleLength(setting, 6)
  const drawSide = (canvas: Canvas, blocks: readonly TextBlock[], x: number, y: number, wide: number, align: Align) => {
    let top = y
    for (const block of blocks) {
      const at = top
      const draw = () => drawText(canvas, block, { x, y: at, width: wide }, align)
      const tag: Tag = { type: 'P' }
      if (asArtifact) draw()
      else canvas.tagged(tag, draw)
      top += block.height
    }
  }
  const drawWords = (canvas: Canvas, x: number, y: number) => {
    drawSide(canvas, sides.left, x, y, leftWidth, 'left')
    drawSide(canvas, sides.right, x + width - rightWidth, y, rightWidth, leftWidth === 0 ? 'left' : 'right')
  }
  const drawRule = (canvas: Canvas, x: number, y: number) => {
    const level = y + words + ruleGap
    canvas.shapes
      .lineWidth(1.5)
      .strokeColor(colors.accent)
      .moveTo(x, level)
      .lineTo(x + width, level)
      .stroke()
  }
  return {
    height: words + ruleGap + 1,
    gap: 0,
    keepWithNext: true,
    split: cannotSplit,
    draw: (canvas, x, y) => {
      if (!asArtifact) drawWords(canvas, x, y)
      canvas.artifact(asArtifact ? 'header' : 'layout', () => {
        if (asArtifact) drawWords(canvas, x, y)
        drawRule(canvas, x, y)
      })
    },
  }
}

/** The head of page 1, `width` points wide: clinic and how to reach it, patient and date, a rule below. */
export function letterheadPiece(setting: Setting, { letterhead }: Sheet, width: number): Piece {
  const left = setSide(setting, [
    [[{ text: letterhead.clinic }], bold],
    [[{ text: letterhead.contact }], small],
  ])
  const right = setSide(setting, [
    [letterhead.patient ?? [], plain],
    [[{ text: letterhead.given }], small],
  ])
  return sidesPiece(setting, left, right, width, false)
}

/** The head of every later page: clinic, patient and date again, so that a lost page finds its way home. */
export function runningHeadPiece(setting: Setting, { letterhead }: Sheet, width: number): Piece {
  const { patient = [], given } = letterhead
  const left = setSide(setting, [[[{ text: letterhead.clinic }], { ...bold, size: sizes.small }]])
  const together = setSide(setting, [[[...patient, { text: patient.length > 0 ? ` · ${given}` : given }], small]])
  const apart = setSide(setting, [
    [patient, small],
    [[{ text: given }], small],
  ])
  const [needed, gap] = [findWidest(setting, left) + findWidest(setting, together), scaleLength(setting, sideGap)]
  return sidesPiece(setting, left, needed + gap <= width ? together : apart, width, true)
}
