import type { Marker } from '../domain/sheet.ts'
import { assertNever } from '../domain/app-error.ts'
import { drawText, type Canvas, type Tag } from './canvas.ts'
import { colors } from './look.ts'
import type { Piece, Placing } from './piece.ts'
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

function drawItem(canvas: Canvas, list: Tag, item: SetItem, look: ListLook, x: number, y: number): void {
  const entry: Tag = { type: 'LI', parent: list }
  const label: Tag = { type: 'Lbl', parent: entry, actualText: spoken[item.marker] }
  canvas.tagged(label, () => drawMarker(canvas, item.marker, look, x, y + item.block.leading / 2))
  const width = findItemWidth(look)
  canvas.tagged({ type: 'LBody', parent: entry }, () => drawText(canvas, item.block, { x: x + look.indent, y, width }))
}

/** Width in points the words of an item are set in. */
export function findItemWidth({ width, columns, columnGap, indent }: Omit<ListLook, 'itemGap'>): number {
  return (width - (columns - 1) * columnGap) / columns - indent
}

function findColumnHeight(items: readonly SetItem[], gap: number): number {
  return items.reduce((sum, { block }, index) => sum + block.height + (index === 0 ? 0 : gap), 0)
}

/** Lines under one tag; a list that goes on to the next page keeps its own. */
export type SetList = { readonly tag: Tag; readonly items: readonly SetItem[] }
type Row = SetItem & { readonly tag: Tag }

/** Where the second column begins, so that a list is as low as can be; the first one is never the shorter in doubt. */
function findColumnBreak(items: readonly SetItem[], look: ListLook): number {
  if (look.columns === 1) return items.length
  let best = items.length
  let lowest = Number.POSITIVE_INFINITY
  for (let count = items.length; count >= 1; count -= 1) {
    const columns = [items.slice(0, count), items.slice(count)]
    const height = Math.max(...columns.map((column) => findColumnHeight(column, look.itemGap)))
    if (height < lowest) {
      lowest = height
      best = count
    }
  }
  return best
}

/** What stands from one line to another, counted over all lists; a list without a line is none. */
function cutLists(lists: readonly SetList[], start: number, end = Number.POSITIVE_INFINITY): SetList[] {
  let from = 0
  return lists
    .map(({ tag, items }) => {
      const part = items.slice(Math.max(0, start - from), Math.max(0, end - from))
      from += items.length
      return { tag, items: part }
    })
    .filter(({ items }) => items.length > 0)
}

/**
 * One list in one or two columns, or two side by side; read down the first column and then down the second, cut between
 * items only.
 */
export function listPiece(lists: readonly SetList[], look: ListLook, placing: Placing): Piece {
  const rows = lists.flatMap(({ tag, items }) => items.map((item): Row => ({ ...item, tag })))
  const [first, second] = lists
  const columnBreak = first && second ? first.items.length : findColumnBreak(rows, look)
  const columns = [rows.slice(0, columnBreak), rows.slice(columnBreak)]
  const offset = (look.width + look.columnGap) / 2
  const height = Math.max(...columns.map((column) => findColumnHeight(column, look.itemGap)))
  return {
    height,
    gap: placing.gap,
    keepWithNext: placing.keepWithNext ?? false,
    draw: (canvas, x, y) => {
      columns.forEach((column, index) => {
        let top = y
        for (const row of column) {
          drawItem(canvas, row.tag, row, look, x + index * offset, top)
          top += row.block.height + look.itemGap
        }
      })
    },
    split: (room) => {
      for (let count = rows.length - 1; count >= 1; count -= 1) {
        const above = listPiece(cutLists(lists, 0, count), look, placing)
        if (above.height <= room) return [above, listPiece(cutLists(lists, count), look, placing)]
      }
      return undefined
    },
  }
}
