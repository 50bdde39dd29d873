import type { Figure } from '../domain/sheet.ts'
import { assertNever } from '../domain/app-error.ts'
import { makeTag, type Canvas } from './canvas.ts'
import type { Box } from './box.ts'
import { drawLiver, findLiverWidth } from './draw-liver.ts'
import { narrowLanes, type Lanes } from './lanes.ts'
import { cannotSplit, stackPieces, type Piece } from './piece.ts'

/** Heights in points between which a drawing is told at a glance and yet small. */
const [lowest, highest] = [32, 46]
/** Space in points above it: a drawing has no white of its own there, as a heading has. */
const leastAbove = 6

function drawFigure(canvas: Canvas, drawing: Figure['drawing'], box: Box): void {
  switch (drawing) {
    case 'liver':
      return drawLiver(canvas, box)
    default:
      return assertNever(drawing)
  }
}

/**
 * Words with a drawing at their right, which is as high as they are. Undefined where it would be too small, or would cost the
 * words a line; beside larger letters and two languages there is no room at all.
 */
export function figurePiece(
  lanes: Lanes,
  figure: Figure,
  setWords: (lanes: Lanes) => readonly Piece[],
): Piece | undefined {
  const [{ setting }, ...others] = lanes.lanes
  const [first, ...rest] = setWords(lanes)
  if (first === undefined || others.length > 0 || setting.scale !== 1) return undefined
  const wide = stackPieces([first, ...rest], { gap: Math.max(first.gap, leastAbove) })
  const height = Math.min(wide.height, highest)
  const width = findLiverWidth(height)
  const words = stackPieces(setWords(narrowLanes(lanes, lanes.across - width - 12)), wide)
  if (height < lowest || words.height > wide.height) return undefined
  return {
    ...words,
    keepWithNext: rest.at(-1)?.keepWithNext ?? first.keepWithNext,
    split: cannotSplit,
    draw: (canvas, x, y) => {
      words.draw(canvas, x, y)
      const box = { x: x + lanes.across - width, y, width, height }
      canvas.tagged({ ...makeTag(setting, 'Figure'), alternative: figure.alternative, box }, () =>
        drawFigure(canvas, figure.drawing, box),
      )
    },
  }
}
