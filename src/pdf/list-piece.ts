import type { Marker } from '../domain/sheet.ts'
import { assertNever } from '../domain/app-error.ts'
import { sliceSpans, type Line } from './break-lines.ts'
import { drawText, type Canvas } from './canvas.ts'
import type { Tag } from './structure.ts'
import { colors } from './look.ts'
import { sliceLines, stackPieces, type Piece, type Placing } from './piece.ts'
import type { TextBlock } from './setting.ts'

/** An item set at the width of its column. */
export type SetItem = { readonly marker: Marker; readonly block: TextBlock }

/** Lengths in points; `width` is the whole list's. */
export type ListLook = {
  readonly width: number
  readonly columns: 1 | 2
  readonly columnGap: number
  readonly indent: number
  readonly itemGap: number
  /** side of a check box */
  readonly markerSize: number
  readonly bulletColor: string
}

const none: Placing = { gap: 0 }

// What a screen reader says for the drawn sign.
const spoken: Record<Marker, string> = { check: '☐', cross: '✗', bullet: '•' }

function drawMarker(canvas: Canvas, marker: Marker, look: ListLook, x: number, middle: number): void {
  const size = look.markerSize
  const doc = canvas.shapes
  switch (marker) {
    case 'check':
      doc.lineWidth(size / 9)
      doc.roundedRect(x + 0.5, middle - size / 2, size, size, size / 6)
      doc.fillAndStroke(colors.paper, colors.ink)
      return
    case 'cross': {
      const arm = size * 0.4
      const center = x + 0.5 + size / 2
      doc
        .lineWidth(size / 5.2)
        .lineCap('round')
        .strokeColor(colors.stop)
      doc.moveTo(center - arm, middle - arm).lineTo(center + arm, middle + arm)
      doc
        .moveTo(center + arm, middle - arm)
        .lineTo(center - arm, middle + arm)
        .stroke()
      doc.lineCap('butt')
      return
    }
    case 'bullet':
      doc.circle(x + size * 0.45, middle, size * 0.24).fill(look.bulletColor)
      return
    default:
      assertNever(marker)
  }
}

/** Width in points the words of an item are set in. */
export function findItemWidth({ width, columns, columnGap, indent }: Omit<ListLook, 'itemGap'>): number {
  return (width - (columns - 1) * columnGap) / columns - indent
}

/** Where a sentence ends, with the space after it: there an item too high for any page is cut. */
const sentenceEnd = /(?:[。！？]|[.!?](?=["”’»)）]*(?:\s|$)))["”’»)）]*\s*/gu

/** The two parts of a line at the last end of a sentence in it, the second without spans where that ends the line; null without one. */
function cutLine({ spans, width }: Line): readonly [Line, Line] | null {
  const text = spans.map((span) => span.text).join('')
  const last = [...text.matchAll(sentenceEnd)].at(-1)
  if (!last) return null
  const end = last.index + last[0].length
  const cut = (from: number, to: number): Line => ({ spans: sliceSpans(spans, from, to), width })
  return [cut(0, end), cut(end, text.length)]
}

/** An item cut after at most `fitting` of its lines, at the end of a sentence; one that is a page long, after the last of them. */
function cutItem(block: TextBlock, fitting: number): readonly [TextBlock, TextBlock] {
  const { lines, leading } = block
  for (let count = fitting; count >= 1; count -= 1) {
    const parts = cutLine(lines[count - 1] ?? { spans: [], width: 0 })
    if (parts === null) continue
    const [before, after] = parts
    const above = [...lines.slice(0, count - 1), before]
    const below = [...(after.spans.length === 0 ? [] : [after]), ...lines.slice(count)]
    return [
      { lines: above, leading, height: above.length * leading },
      { lines: below, leading, height: below.length * leading },
    ]
  }
  return [sliceLines(block, 0, fitting), sliceLines(block, fitting, lines.length)]
}

/** An item, or what follows of one that began on the page before: that has no sign of its own. */
function itemPiece(body: Tag, marker: Marker | null, block: TextBlock, look: ListLook, placing: Placing): Piece {
  return {
    height: block.height,
    gap: placing.gap,
    keepWithNext: placing.keepWithNext ?? false,
    draw: (canvas, x, y) => {
      if (marker !== null && body.parent) {
        const label: Tag = { type: 'Lbl', parent: body.parent, actualText: spoken[marker] }
        canvas.tagged(label, () => drawMarker(canvas, marker, look, x, y + block.leading / 2))
      }
      canvas.tagged(body, () => drawText(canvas, block, { x: x + look.indent, y, width: findItemWidth(look) }))
    },
    split: (room, page) => {
      const fitting = Math.floor(room / block.leading)
      if (block.height <= page || fitting < 1) return undefined
      const [above, below] = cutItem(block, fitting)
      return [itemPiece(body, marker, above, look, placing), itemPiece(body, null, below, look, placing)]
    },
  }
}

// Of a list of so many, the last item never stands on a page alone.
const longList = 4

function itemPieces(list: Tag, items: readonly SetItem[], look: ListLook): Piece[] {
  return items.map(({ marker, block }, index) => {
    const keepWithNext = items.length >= longList && index === items.length - 2
    const body: Tag = { type: 'LBody', parent: { type: 'LI', parent: list } }
    return itemPiece(body, marker, block, look, { gap: look.itemGap, keepWithNext })
  })
}

/** Where the second column begins, so that the list is as low as can be; the first one is never the shorter in doubt. */
function findColumnBreak(items: readonly Piece[]): number {
  let best = items.length
  let lowest = Number.POSITIVE_INFINITY
  for (let count = items.length; count >= 1; count -= 1) {
    const height = Math.max(
      stackPieces(items.slice(0, count), none).height,
      stackPieces(items.slice(count), none).height,
    )
    if (height < lowest) {
      lowest = height
      best = count
    }
  }
  return best
}

/** Where a second list begins among the items, if one does. */
type Boundary = number | undefined

/**
 * Items read down the first column and then down the second, where a second list begins if there is one; cut between
 * items.
 */
function columnsPiece(items: readonly Piece[], boundary: Boundary, look: ListLook, placing: Placing): Piece {
  const second = boundary ?? findColumnBreak(items)
  const columns = [stackPieces(items.slice(0, second), none), stackPieces(items.slice(second), none)]
  const offset = (look.width + look.columnGap) / 2
  const before = (count: number) =>
    columnsPiece(
      items.slice(0, count),
      boundary !== undefined && boundary < count ? boundary : undefined,
      look,
      placing,
    )
  const after = (count: number, first: readonly Piece[] = []) => {
    const left = boundary === undefined ? undefined : boundary - count + first.length
    return columnsPiece(
      [...first, ...items.slice(count)],
      left !== undefined && left > 0 ? left : undefined,
      look,
      placing,
    )
  }
  return {
    height: Math.max(...columns.map(({ height }) => height)),
    gap: placing.gap,
    keepWithNext: placing.keepWithNext ?? false,
    draw: (canvas, x, y) => columns.forEach((column, index) => column.draw(canvas, x + index * offset, y)),
    split: (room, page) => {
      const most = items.length - (items.length >= longList ? 2 : 1)
      for (let count = most; count >= 1; count -= 1) {
        const above = before(count)
        if (above.height <= room) return [above, after(count)]
      }
      const parts = items[0]?.split(room, page)
      return parts && [parts[0], after(1, [parts[1]])]
    },
  }
}

/** Lines under one tag; a list that goes on to the next page keeps its own. */
export type SetList = { readonly tag: Tag; readonly items: readonly SetItem[] }

/** Lists of one column as their items; one list in two columns, or two side by side, as a whole. */
export function listPieces(lists: readonly SetList[], look: ListLook, placing: Placing): Piece[] {
  const pieces = lists.map(({ tag, items }) => itemPieces(tag, items, look))
  if (look.columns === 1) return pieces.flat()
  return [columnsPiece(pieces.flat(), pieces.length > 1 ? pieces[0]?.length : undefined, look, placing)]
}
