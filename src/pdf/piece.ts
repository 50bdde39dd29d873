import type { Canvas } from './canvas.ts'
import type { Box } from './box.ts'
import type { Tag } from './structure.ts'
import { drawText } from './canvas.ts'
import type { TextBlock } from './setting.ts'

/** A part of the sheet, measured and ready to be put somewhere. All lengths in points. */
export type Piece = {
  readonly height: number
  /** space above it, left out at the top of a page or box */
  readonly gap: number
  /** stays on the page of what follows it, as a heading does */
  readonly keepWithNext: boolean
  readonly draw: (canvas: Canvas, x: number, y: number) => void
  /**
   * Cuts it so that the first part is at most `room` high. `page` is the height of a whole page, for pieces that are
   * only cut when no page could hold them. Undefined when it cannot be cut so.
   */
  readonly split: (room: number, page: number) => Split | undefined
}
export type Split = readonly [Piece, Piece]

/** Where a piece stands among others. */
export type Placing = { readonly gap: number; readonly keepWithNext?: boolean }

export const cannotSplit = (): undefined => undefined

// Fewer lines than this never stand alone at the foot or head of a page.
const linesTogether = 2

/** The lines of a block from `start` to `end`, counted from 0. */
export function sliceLines({ lines, leading }: TextBlock, start: number, end: number): TextBlock {
  return { lines: lines.slice(start, end), leading, height: (end - start) * leading }
}

/** Text under one tag. `width` is what it was set in. */
export function textPiece(tag: Tag, block: TextBlock, width: number, placing: Placing): Piece {
  const { lines, leading } = block
  return {
    height: block.height,
    gap: placing.gap,
    keepWithNext: placing.keepWithNext ?? false,
    draw: (canvas, x, y) => canvas.tagged(tag, () => drawText(canvas, block, { x, y, width })),
    split: (room) => {
      const first = Math.min(Math.floor(room / leading), lines.length - linesTogether)
      if (placing.keepWithNext || first < linesTogether) return undefined
      return [
        textPiece(tag, sliceLines(block, 0, first), width, placing),
        textPiece(tag, sliceLines(block, first, lines.length), width, placing),
      ]
    },
  }
}

type Measured = Pick<Piece, 'height' | 'gap'>
/** What stands one under another, and how each part of it is cut. */
type Stacked<T> = Measured & {
  readonly keepWithNext: boolean
  readonly split: (room: number, page: number) => readonly [T, T] | undefined
}

/** Height in points of parts one under another, the space between them included. */
export function measureStack(parts: readonly Measured[]): number {
  return parts.reduce((sum, part, index) => sum + part.height + (index === 0 ? 0 : part.gap), 0)
}

/** How many of the first parts fit in `room`. */
function countFitting(parts: readonly Measured[], room: number): number {
  let count = 0
  while (count < parts.length && measureStack(parts.slice(0, count + 1)) <= room) count += 1
  return count
}

/** Cuts parts that stand one under another as `Piece.split` does: between them, or inside one that can be cut. */
export function cutStack<T extends Stacked<T>>(
  parts: readonly T[],
  room: number,
  page: number,
): readonly [T[], T[]] | undefined {
  const fitting = countFitting(parts, room)
  const next = parts[fitting]
  if (next === undefined) return undefined
  const before = parts.slice(0, fitting)
  const used = measureStack(before) + (fitting === 0 ? 0 : next.gap)
  const cut = before.findLastIndex((part) => !part.keepWithNext) + 1
  // What begins a page with the headings it belongs to has what they leave of it, and no page has more.
  const mustCut = cut === 0 && room >= page
  const halves = next.split(room - used, mustCut ? room - used : page)
  if (halves)
    return [
      [...before, halves[0]],
      [halves[1], ...parts.slice(fitting + 1)],
    ]
  return cut === 0 ? undefined : [parts.slice(0, cut), parts.slice(cut)]
}

/** Pieces one under another; cut between them, or inside one that can be cut, never between a heading and its text. */
export function stackPieces(pieces: readonly Piece[], placing: Placing): Piece {
  return {
    height: measureStack(pieces),
    gap: placing.gap,
    keepWithNext: placing.keepWithNext ?? false,
    draw: (canvas, x, y) => {
      let top = y
      pieces.forEach((piece, index) => {
        top += index === 0 ? 0 : piece.gap
        piece.draw(canvas, x, top)
        top += piece.height
      })
    },
    split: (room, page) => {
      const parts = cutStack(pieces, room, page)
      return parts && [stackPieces(parts[0], placing), stackPieces(parts[1], placing)]
    },
  }
}

/** What surrounds a piece: its padding in points and what is drawn behind it. */
export type Frame = {
  readonly left: number
  readonly right: number
  readonly top: number
  readonly bottom: number
  readonly drawBehind: (canvas: Canvas, box: Box) => void
}

/** A piece in a frame `width` points wide, drawn again on the next page if the piece is cut. */
export function framePiece(inner: Piece, frame: Frame, width: number, placing: Placing): Piece {
  const height = inner.height + frame.top + frame.bottom
  return {
    height,
    gap: placing.gap,
    keepWithNext: placing.keepWithNext ?? false,
    draw: (canvas, x, y) => {
      canvas.artifact('layout', () => frame.drawBehind(canvas, { x, y, width, height }))
      inner.draw(canvas, x + frame.left, y + frame.top)
    },
    split: (room, page) => {
      const parts = inner.split(room - frame.top - frame.bottom, page - frame.top - frame.bottom)
      return parts && [framePiece(parts[0], frame, width, placing), framePiece(parts[1], frame, width, placing)]
    },
  }
}

/** A piece as it looks, not read: of what was said before. */
function repeatPiece(piece: Piece): Piece {
  const draw: Piece['draw'] = (canvas, x, y) =>
    canvas.artifact('layout', () => piece.draw({ ...canvas, tagged: (_, say) => say() }, x, y))
  return { ...piece, draw, split: cannotSplit }
}

/** A piece under a heading that is seen again above what goes on to the next page. */
export function repeatHeading(heading: Piece, piece: Piece): Piece {
  return {
    ...piece,
    split: (room, page) => {
      const parts = piece.split(room, page)
      if (!parts) return undefined
      const rest = stackPieces([repeatPiece(heading), { ...parts[1], gap: 0 }], { gap: parts[1].gap })
      return [parts[0], repeatHeading(heading, rest)]
    },
  }
}

/** The same piece, cut only when it is taller than a page, or than this share of one. */
export function keepWhole(piece: Piece, share = 1): Piece {
  return { ...piece, split: (room, page) => (piece.height > page * share ? piece.split(room, page) : undefined) }
}
