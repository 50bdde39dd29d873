import type { ResultRow, Text } from '../domain/sheet.ts'
import { drawText, makeTag, type Canvas } from './canvas.ts'
import { colors, sizes } from './look.ts'
import { setNumberLine } from './number-line.ts'
import { cannotSplit, type Piece, type Placing } from './piece.ts'
import { measureText, scaleGap, scaleLength, setLines, toSpans, type Setting } from './setting.ts'

const nameStyle = { size: sizes.text, color: colors.muted, weight: 'regular' } as const
const strongName = { size: sizes.section, color: colors.ink }
/** The name, with what the result before was beside it: a line of its own would cost page 1 its height. */
const sayName = ({ name, previous }: ResultRow): Text =>
  previous === undefined ? name : [...name, { text: `  ${previous}` }]

const meaningStyle = { size: sizes.text, color: colors.ink, weight: 'regular' } as const

// A narrower place, in points at the standard size, has no room for words beside a number line.
const narrow = 430

/** Shares of the width that words too long for one line may have; the number line needs the rest. */
const wordShares = [0.4, 0.45, 0.5, 0.55] as const

const toNameSpans = (setting: Setting, row: ResultRow) => toSpans(setting, sayName(row), nameStyle, strongName)
const toMeaningSpans = (setting: Setting, row: ResultRow) => toSpans(setting, [{ text: row.meaning }], meaningStyle)

/**
 * Width in points of the words beside the lines: one for all rows, so that the lines stand under one another.
 * As wide as lets the meaning stand on one line, if the number line keeps enough, or else as lets them stand on fewest;
 * all of it where the place is narrow.
 */
function findWordsWidth(setting: Setting, rows: readonly ResultRow[], width: number): number {
  if (width < scaleLength(setting, narrow)) return width
  const words = rows
    .filter(({ line }) => line)
    .flatMap((row) => [toNameSpans(setting, row), toMeaningSpans(setting, row)])
  const wanted = Math.ceil(Math.max(...words.map((spans) => measureText(setting, spans)), width * 0.34))
  if (wanted <= width * 0.57) return wanted
  const countLines = (share: number) =>
    words.reduce((sum, spans) => sum + setLines(setting, spans, width * share).lines.length, 0)
  const fewest = Math.min(...wordShares.map(countLines))
  return width * (wordShares.find((share) => countLines(share) === fewest) ?? 0.4)
}

function rowPiece(setting: Setting, row: ResultRow, width: number, wordsWidth: number, placing: Placing): Piece {
  const isBeside = wordsWidth < width
  const lineLeft = isBeside ? wordsWidth + scaleLength(setting, 16) : 0
  const wide = row.line ? wordsWidth : width
  const name = setLines(setting, toNameSpans(setting, row), wide)
  const meaning = setLines(setting, toMeaningSpans(setting, row), wide)
  const line = row.line && setNumberLine(setting, row.line, width - lineLeft)
  const wordsHeight = name.height + meaning.height
  const lineHeight = line?.height ?? 0
  const height = isBeside ? Math.max(wordsHeight, lineHeight) : wordsHeight + lineHeight
  const draw = (canvas: Canvas, x: number, y: number) => {
    const top = isBeside ? y + (height - wordsHeight) / 2 : y
    canvas.tagged(makeTag(setting, 'P'), () => drawText(canvas, name, { x, y: top, width: wide }))
    canvas.tagged(makeTag(setting, 'P'), () => drawText(canvas, meaning, { x, y: top + name.height, width: wide }))
    if (!line || !row.line) return
    const [left, lineTop] = [x + lineLeft, isBeside ? y + (height - line.height) / 2 : y + wordsHeight]
    const box = line.box(left, lineTop)
    const tag = { ...makeTag(setting, 'Figure'), alternative: row.line.alternative, box }
    canvas.tagged(tag, () => line.draw(canvas, left, lineTop))
  }
  return { height, gap: placing.gap, keepWithNext: false, draw, split: cannotSplit }
}

/** Results, each a piece: the words at the left and the number line at the right, or beneath where it is narrow. */
export function resultPieces(setting: Setting, rows: readonly ResultRow[], width: number): Piece[] {
  const wordsWidth = findWordsWidth(setting, rows, width)
  const gap = scaleGap(setting, 9)
  return rows.map((row) => rowPiece(setting, row, width, wordsWidth, { gap }))
}
