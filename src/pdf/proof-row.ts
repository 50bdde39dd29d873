import type { ProofRow } from '../domain/proof.ts'
import type { Text } from '../domain/sheet.ts'
import { fillText, listSlots } from '../domain/fill-slots.ts'
import { drawText } from './canvas.ts'
import { colors } from './look.ts'
import { sliceLines, type Piece } from './piece.ts'
import { setLines, toSpans, type Setting, type Style, type TextBlock } from './setting.ts'

const plain: Style = { size: 9, color: colors.ink, weight: 'regular' }
const muted: Style = { size: 7.5, color: colors.muted, weight: 'regular' }
const gap = 10
const padding = 4

type Cell = { readonly text: string; readonly style: Style; readonly share: number }

function listCells({ place, english, translation, flags, sources }: ProofRow): Cell[] {
  const note = [place, ...flags].join(' · ')
  const texts = translation === undefined ? [english] : [english, translation]
  return [
    { text: note, style: muted, share: 0.2 },
    ...texts.map((text): Cell => ({ text, style: plain, share: 0.54 / texts.length })),
    { text: sources.join('; '), style: muted, share: 0.26 },
  ]
}

/** A text as it prints: its bold marks as bold, its slots left to be seen. */
function showMarks(text: string): Text {
  const seen = Object.fromEntries(listSlots(text).map((slot) => [slot, `{${slot}}`]))
  return fillText(text, seen) ?? [{ text }]
}

type SetCell = { readonly width: number; readonly block: TextBlock }

/** What of each cell stands in `room`, and the rest; a row is only cut when no page could hold it. */
function cutCells(cells: readonly SetCell[], room: number): readonly [SetCell[], SetCell[]] {
  const cut = ({ width, block }: SetCell) => {
    const fitting = block.leading === 0 ? 0 : Math.floor(room / block.leading)
    const first = Math.min(block.lines.length, Math.max(0, fitting))
    return [
      { width, block: sliceLines(block, 0, first) },
      { width, block: sliceLines(block, first, block.lines.length) },
    ] as const
  }
  const parts = cells.map(cut)
  return [parts.map(([before]) => before), parts.map(([, after]) => after)]
}

function cellsPiece(cells: readonly SetCell[], width: number): Piece {
  const height = Math.max(...cells.map(({ block }) => block.height)) + 2 * padding
  return {
    height,
    gap: 0,
    keepWithNext: false,
    split: (room, page) => {
      if (height <= page) return undefined
      const [before, after] = cutCells(cells, room - 2 * padding)
      if (before.every(({ block }) => block.lines.length === 0)) return undefined
      return [cellsPiece(before, width), cellsPiece(after, width)]
    },
    draw: (canvas, x, y) => {
      canvas.artifact('layout', () => {
        canvas.shapes
          .lineWidth(0.5)
          .strokeColor(colors.line)
          .moveTo(x, y)
          .lineTo(x + width, y)
          .stroke()
      })
      let left = x
      for (const cell of cells) {
        const at = { x: left, y: y + padding, width: cell.width }
        if (cell.block.lines.length > 0) canvas.tagged({ type: 'P' }, () => drawText(canvas, cell.block, at))
        left += cell.width + gap
      }
    },
  }
}

/** One text with what belongs to it, side by side, a line above; read from left to right. */
export function proofRowPiece(setting: Setting, row: ProofRow, width: number): Piece {
  const inner = width - gap * (listCells(row).length - 1)
  const cells = listCells(row).map(({ text, style, share }) => ({
    width: inner * share,
    block: setLines(setting, toSpans(setting, showMarks(text), style), inner * share),
  }))
  return cellsPiece(cells, width)
}
