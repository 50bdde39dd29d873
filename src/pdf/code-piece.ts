import { encode } from 'uqr'
import type { CalendarCode } from '../domain/sheet.ts'
import { drawText, makeTag, type Canvas } from './canvas.ts'
import { colors, sizes } from './look.ts'
import { cannotSplit, type Piece } from './piece.ts'
import { scaleLength, setLines, toSpans, type Setting, type Style } from './setting.ts'

const millimetre = 72 / 25.4
/** Side of a code in millimetres, its quiet zone included, and how small one of its squares may be. */
const smallest = { side: 34, square: 0.42 } as const
/** Blank squares a reader asks for on each side: ISO/IEC 18004, 5.3.8. */
const quietSquares = 4

/** Dark squares side by side, and in the rows below while those are the same; all in squares. */
type Bar = { readonly column: number; readonly row: number; readonly width: number; readonly height: number }

/** Joins the dark squares to as few bars as a simple look finds, so that no hair line shows between them. */
function joinSquares(rows: readonly (readonly boolean[])[]): Bar[] {
  const finished: Bar[] = []
  let open = new Map<string, Bar>()
  rows.forEach((squares, row) => {
    const next = new Map<string, Bar>()
    for (let column = 0; column < squares.length; column += 1) {
      if (!squares[column]) continue
      const end = squares.indexOf(false, column)
      const width = (end === -1 ? squares.length : end) - column
      const key = `${column} ${width}`
      const above = open.get(key)
      next.set(key, above ? { ...above, height: above.height + 1 } : { column, row, width, height: 1 })
      open.delete(key)
      column += width
    }
    finished.push(...open.values())
    open = next
  })
  return [...finished, ...open.values()]
}

function drawSquares({ shapes }: Canvas, rows: readonly (readonly boolean[])[], x: number, y: number, square: number) {
  // Scaled as a whole, so that hundreds of squares are written in whole numbers.
  shapes.save().translate(x, y).scale(square)
  for (const { column, row, width, height } of joinSquares(rows)) shapes.rect(column, row, width, height)
  shapes.fill(colors.code).restore()
}

const captionStyle: Style = { size: sizes.small, color: colors.muted, weight: 'regular' }

/** Width in points a code takes with its caption. */
export function findCodeWidth(setting: Setting, { event }: CalendarCode): number {
  return Math.max(measureCode(event).side, scaleLength(setting, 104))
}

/** The squares of a code that 15 in a hundred of may be spoilt, and its size in points. */
function measureCode(event: string) {
  const rows = encode(event, { ecc: 'M', border: 0 }).data
  const across = rows.length + 2 * quietSquares
  const side = Math.max(smallest.side, across * smallest.square) * millimetre
  return { rows, side, square: side / across }
}

/** A code as it is said in one language. */
export type SaidCode = { readonly code: CalendarCode; readonly setting: Setting }

/**
 * A QR code in the middle of `width` points, its caption below.
 * @param said in each language of the paper: the first one's code is drawn, with the captions of all
 */
export function codePiece(said: readonly SaidCode[], width: number): Piece {
  const [first] = said
  if (!first) return { height: 0, gap: 0, keepWithNext: false, split: cannotSplit, draw: () => undefined }
  const { rows, side, square } = measureCode(first.code.event)
  const captions = said.map(({ code, setting }) => ({
    setting,
    block: setLines(setting, toSpans(setting, [{ text: code.caption }], captionStyle), width, true),
  }))
  return {
    height: captions.reduce((height, { block }) => height + block.height, side),
    gap: 0,
    keepWithNext: false,
    split: cannotSplit,
    draw: (canvas, x, y) => {
      const left = x + (width - side) / 2
      const box = { x: left, y, width: side, height: side }
      const quiet = quietSquares * square
      canvas.tagged({ ...makeTag(first.setting, 'Figure'), alternative: first.code.alternative, box }, () =>
        drawSquares(canvas, rows, left + quiet, y + quiet, square),
      )
      let top = y + side
      for (const { setting, block } of captions) {
        const at = top
        canvas.tagged(makeTag(setting, 'P'), () => drawText(canvas, block, { x, y: at, width }, 'center'))
        top += block.height
      }
    },
  }
}
