import { cannotSplit, cutStack, measureStack, stackPieces, type Piece, type Placing } from './piece.ts'

/** Pieces that begin at the same height, one a lane; all lengths in points. */
type Row = Pick<Piece, 'height' | 'gap' | 'keepWithNext'> & {
  readonly lanes: readonly Piece[]
  readonly split: (room: number, page: number) => readonly [Row, Row] | undefined
}

const nothing: Piece = { height: 0, gap: 0, keepWithNext: false, draw: () => undefined, split: cannotSplit }

/** Cut only when it is taller than a whole page: what is side by side is best read on one. */
function splitRow({ lanes, height }: Row, room: number, page: number): readonly [Row, Row] | undefined {
  if (height <= page) return undefined
  const parts = lanes.map((piece) => (piece.height <= room ? [piece, nothing] : piece.split(room, room)))
  const cut = parts.filter((part) => part !== undefined)
  if (cut.length < lanes.length) return undefined
  return [makeRow(cut.map(([before = nothing]) => before)), makeRow(cut.map(([, after = nothing]) => after))]
}

function makeRow(lanes: readonly Piece[]): Row {
  const row: Row = {
    lanes,
    height: Math.max(...lanes.map(({ height }) => height)),
    gap: Math.max(...lanes.map(({ gap }) => gap)),
    keepWithNext: lanes.some(({ keepWithNext }) => keepWithNext),
    split: (room, page) => splitRow(row, room, page),
  }
  return row
}

/** Draws one lane from top to bottom before the next: so they are read one after the other. */
function rowsPiece(rows: readonly Row[], offset: number, placing: Placing): Piece {
  return {
    height: measureStack(rows),
    gap: placing.gap,
    keepWithNext: placing.keepWithNext ?? false,
    draw: (canvas, x, y) =>
      rows[0]?.lanes.forEach((_, lane) => {
        let top = y
        rows.forEach((row, index) => {
          top += index === 0 ? 0 : row.gap
          row.lanes[lane]?.draw(canvas, x + lane * offset, top)
          top += row.height
        })
      }),
    split: (room, page) => {
      const parts = cutStack(rows, room, page)
      return parts && [rowsPiece(parts[0], offset, placing), rowsPiece(parts[1], offset, placing)]
    },
  }
}

/**
 * Lanes side by side, `offset` points from one left edge to the next. The first pieces of all begin at the same height, so
 * do the second, and so on; a page ends between rows. One lane is a stack.
 */
export function gridPiece(lanes: readonly (readonly Piece[])[], offset: number, placing: Placing): Piece {
  const [only = [], ...others] = lanes
  if (others.length === 0) return stackPieces(only, placing)
  const count = Math.max(...lanes.map((pieces) => pieces.length))
  const rows = Array.from({ length: count }, (_, index) => makeRow(lanes.map((pieces) => pieces[index] ?? nothing)))
  return rowsPiece(rows, offset, placing)
}
