import type { Sheet, Text } from '../domain/sheet.ts'
import type { Span } from './break-lines.ts'
import { drawText, makeTag, type Align, type Canvas } from './canvas.ts'
import type { Tag } from './structure.ts'
import { gridPiece } from './grid-piece.ts'
import type { Lane, Lanes } from './lanes.ts'
import { withLogo, type FreePlace, type Words } from './letterhead-logo.ts'
import { colors, sizes } from './look.ts'
import { cannotSplit, stackPieces, textPiece, type Piece } from './piece.ts'
import { measureText, scaleLength, setLines, toSpans, type Setting, type Style, type TextBlock } from './setting.ts'

const bold: Style = { size: sizes.text, color: colors.ink, weight: 'bold' }
const plain: Style = { size: sizes.text, color: colors.muted, weight: 'regular' }
const small: Style = { size: sizes.small, color: colors.muted, weight: 'regular' }

/** Space between the two sides, in points at the standard size. */
const sideGap = 18
/** Space beside a logo that stands between the names, likewise. */
const nameGap = 10
/** Space above the rule, likewise. */
const ruleGap = 6

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

/** What stands left and right, set in the widths they have; lengths in points. */
type Sides = {
  readonly left: readonly TextBlock[]
  readonly right: readonly TextBlock[]
  readonly leftWidth: number
  readonly rightWidth: number
  /** the height of the higher one */
  readonly words: number
}

/** Shares the width between what stands left and right: each as wide as it needs, or as is lowest where both are long. */
function setSides(setting: Setting, left: Side, right: Side, width: number, gap: number): Sides {
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

/** Width in points of the longest line of a block. */
function findLineWidth({ lines }: TextBlock): number {
  return Math.max(0, ...lines.map(({ width }) => width))
}

/** After the clinic's name, and in the corner below the words at the right. */
function listFree(setting: Setting, { left, right, rightWidth }: Sides, width: number, height: number): FreePlace[] {
  const [first, last] = [left[0], right[0]]
  const below = findHeight(right)
  const corner: FreePlace = { end: 'right', x: width - rightWidth, y: below, width: rightWidth, height: height - below }
  if (!first || !last) return [corner]
  const gap = scaleLength(setting, nameGap)
  const start = findLineWidth(first) + gap
  const end = width - findLineWidth(last) - gap
  return [corner, { end: 'left', x: start, y: 0, width: end - start, height: Math.min(first.height, last.height) }]
}

function drawRule({ shapes }: Canvas, x: number, y: number, width: number): void {
  shapes
    .lineWidth(1.5)
    .strokeColor(colors.accent)
    .moveTo(x, y)
    .lineTo(x + width, y)
    .stroke()
}

/**
 * Who gave it at the left, `drop` points lower, for whom at the right; `asArtifact` with a rule below for the later pages,
 * where it only repeats.
 */
function sidesPiece(setting: Setting, left: Side, right: Side, width: number, asArtifact: boolean, drop = 0): Words {
  const gap = scaleLength(setting, sideGap)
  const sides = setSides(setting, left, right, width, gap)
  const { leftWidth, rightWidth } = sides
  const words = Math.max(drop + findHeight(sides.left), findHeight(sides.right))
  const drawSide = (canvas: Canvas, blocks: readonly TextBlock[], x: number, y: number, wide: number, align: Align) => {
    let top = y
    for (const block of blocks) {
      const at = top
      const draw = () => drawText(canvas, block, { x, y: at, width: wide }, align)
      if (asArtifact) draw()
      else canvas.tagged(makeTag(setting, 'P'), draw)
      top += block.height
    }
  }
  const drawWords = (canvas: Canvas, x: number, y: number) => {
    drawSide(canvas, sides.left, x, y + drop, leftWidth, 'left')
    drawSide(canvas, sides.right, x + width - rightWidth, y, rightWidth, leftWidth === 0 ? 'left' : 'right')
  }
  const drawAsArtifact = (canvas: Canvas, x: number, y: number) =>
    canvas.artifact('header', () => {
      drawWords(canvas, x, y)
      drawRule(canvas, x, y + words + scaleLength(setting, ruleGap), width)
    })
  return {
    height: asArtifact ? words + scaleLength(setting, ruleGap) + 1 : words,
    gap: 0,
    keepWithNext: true,
    free: listFree(setting, sides, width, words),
    split: cannotSplit,
    draw: asArtifact ? drawAsArtifact : drawWords,
  }
}

function rulePiece(setting: Setting, width: number): Piece {
  const draw = (canvas: Canvas, x: number, y: number) => canvas.artifact('layout', () => drawRule(canvas, x, y, width))
  return { height: 1, gap: scaleLength(setting, ruleGap), keepWithNext: true, split: cannotSplit, draw }
}

function sayOf({ sheet: { letterhead }, setting }: Lane): Side {
  return setSide(setting, [
    [letterhead.patient ?? [], plain],
    [[{ text: letterhead.given }], small],
  ])
}

/** Clinic and how to reach it across both languages, then in each for whom and when; a rule below. */
function pairedLetterhead(all: Lanes): Piece[] {
  const { lanes, width, across, offset } = all
  const [{ setting, sheet }] = lanes
  const setPiece = (tag: Tag, spans: readonly Span[], wide: number) =>
    textPiece(tag, setLines(setting, spans, wide), wide, { gap: 0, keepWithNext: true })
  const setClinic = (wide: number, drop: number): Piece => {
    const lines = sayClinic(sheet, setting).map((spans) => setPiece(makeTag(setting, 'P'), spans, wide))
    const words = stackPieces(lines, { gap: 0, keepWithNext: true })
    return { ...words, height: words.height + drop, draw: (canvas, x, y) => words.draw(canvas, x, y + drop) }
  }
  const people = lanes.map((lane) => sayOf(lane).map((spans) => setPiece(makeTag(lane.setting, 'P'), spans, width)))
  // A logo has more space below it where that takes none from page 1.
  const gap = scaleLength(setting, all.logo && !setting.spacing.compact ? 6 : 3)
  return [withLogo(all, setClinic), gridPiece(people, offset, { gap, keepWithNext: true }), rulePiece(setting, across)]
}

function sayClinic({ letterhead }: Sheet, setting: Setting): Side {
  return setSide(setting, [
    [[{ text: letterhead.clinic }], bold],
    [[{ text: letterhead.contact }], small],
  ])
}

/** The head of page 1: the logo, clinic and how to reach it, patient and date, a rule below. */
export function letterheadPieces(lanes: Lanes): Piece[] {
  const [lane, ...others] = lanes.lanes
  if (others.length > 0) return pairedLetterhead(lanes)
  const { setting, sheet } = lane
  const setSidesIn = (width: number, drop: number) =>
    sidesPiece(setting, sayClinic(sheet, setting), sayOf(lane), width, false, drop)
  return [withLogo(lanes, setSidesIn), rulePiece(setting, lanes.across)]
}

/** The head of every later page: clinic, patient and date again, so that a lost page finds its way home. */
export function runningHeadPiece({ lanes, across }: Lanes): Piece {
  const [{ setting, sheet }] = lanes
  const left = setSide(setting, [[[{ text: sheet.letterhead.clinic }], { ...bold, size: sizes.small }]])
  const sides = lanes.map((lane) => {
    const { patient = [], given } = lane.sheet.letterhead
    const together: Text = [...patient, { text: patient.length > 0 ? ` · ${given}` : given }]
    return {
      together: setSide(lane.setting, [[together, small]]),
      apart: setSide(lane.setting, [
        [patient, small],
        [[{ text: given }], small],
      ]),
    }
  })
  const together = sides.flatMap((side) => side.together)
  const needed = findWidest(setting, left) + scaleLength(setting, sideGap) + findWidest(setting, together)
  if (needed <= across) return sidesPiece(setting, left, together, across, true)
  // Two languages would make four lines of it beside the clinic; across the page they are one line each.
  if (sides.length > 1) return sidesPiece(setting, [], [...left, ...together], across, true)
  return sidesPiece(
    setting,
    left,
    sides.flatMap((side) => side.apart),
    across,
    true,
  )
}
