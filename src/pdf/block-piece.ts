import type { Block, List, Text } from '../domain/sheet.ts'
import { assertNever } from '../domain/app-error.ts'
import { findItemWidth, listPiece, type ListLook, type SetList } from './list-piece.ts'
import { colors, sizes } from './look.ts'
import { stackPieces, textPiece, type Piece } from './piece.ts'
import { resultsPiece } from './results-piece.ts'
import { scaleGap, scaleLength, setLines, toSpans, type Setting, type Style } from './setting.ts'

type Heading = Extract<Block, { kind: 'heading' }>
type Paragraph = Extract<Block, { kind: 'paragraph' }>
export type Tone = Heading['tone']

/** What a block needs to know of its section. `width` in points; `small` is for small print. */
export type Surroundings = {
  readonly width: number
  readonly small: boolean
  /** the tone of the heading above */
  readonly tone: Tone
  readonly keepWithNext: boolean
}

const toneColors: Record<Tone, string> = { plain: colors.accentText, stop: colors.stopText, care: colors.careText }
const bulletColors: Record<Tone, string> = { plain: colors.accent, stop: colors.stop, care: colors.care }

/** A heading of which a part is strong says its main thing there: the rest steps back. One without is bold throughout. */
function headingSpans(setting: Setting, { text, level, tone }: Heading, small: boolean) {
  const size = small ? sizes.text : level === 2 ? sizes.section : sizes.topic
  const color = level === 3 && tone === 'plain' ? colors.ink : toneColors[tone]
  const bold: Style = { size, color, weight: 'bold' }
  if (!text.some((run) => run.strong)) return toSpans(setting, text, bold)
  return toSpans(setting, text, { size: sizes.text, color: colors.muted, weight: 'regular' }, bold)
}

function headingPiece(setting: Setting, block: Heading, { width, small }: Surroundings): Piece {
  const set = setLines(setting, headingSpans(setting, block, small), width)
  const gap = scaleGap(setting, block.level === 2 ? 13 : 9)
  return textPiece({ type: block.level === 2 ? 'H2' : 'H3' }, set, width, { gap, keepWithNext: true })
}

function paragraphStyle(tone: Paragraph['tone'], small: boolean): Style {
  const size = small ? sizes.small : sizes.text
  return { size, color: tone === 'plain' ? colors.ink : colors.muted, weight: 'regular' }
}

function paragraphPiece(setting: Setting, { text, tone }: Paragraph, around: Surroundings): Piece {
  const { width, small, keepWithNext } = around
  const style = paragraphStyle(tone, small)
  const set = setLines(setting, toSpans(setting, text, style, { color: style.color }), width)
  return textPiece({ type: 'P' }, set, width, { gap: scaleGap(setting, small ? 2 : 4), keepWithNext })
}

function keyDatePiece(setting: Setting, label: string, date: string, width: number): Piece {
  const above = toSpans(setting, [{ text: label }], { size: sizes.text, color: colors.muted, weight: 'regular' })
  const below = toSpans(setting, [{ text: date }], { size: sizes.section, color: colors.ink, weight: 'bold' })
  const gap = scaleGap(setting, 4)
  const between = toSpans(setting, [{ text: '  ' }], { size: sizes.text, color: colors.muted, weight: 'regular' })
  const together = setLines(setting, [...above, ...between, ...below], width)
  if (setting.spacing.compact && together.lines.length === 1) return textPiece({ type: 'P' }, together, width, { gap })
  return stackPieces(
    [
      textPiece({ type: 'P' }, setLines(setting, above, width), width, { gap, keepWithNext: true }),
      textPiece({ type: 'P' }, setLines(setting, below, width), width, { gap: 0 }),
    ],
    { gap },
  )
}

function itemStyle(small: boolean): Style {
  return { size: small ? sizes.small : sizes.text, color: colors.ink, weight: 'regular' }
}

function findListLook(setting: Setting, columns: List['columns'], { width, tone }: Surroundings): ListLook {
  return {
    width,
    columns,
    columnGap: scaleLength(setting, 14),
    indent: scaleLength(setting, 15.5),
    itemGap: scaleGap(setting, 2.5),
    markerSize: scaleLength(setting, 9.5),
    bulletColor: bulletColors[tone],
  }
}

/** One list, or two side by side, at the width they have in their section. */
export function listsPiece(setting: Setting, lists: readonly List[], around: Surroundings): Piece {
  const look = findListLook(setting, lists[0]?.columns ?? 1, around)
  const setItem = (text: Text) =>
    setLines(setting, toSpans(setting, text, itemStyle(around.small)), findItemWidth(look))
  const set = lists.map(({ items }): SetList => ({
    tag: { type: 'L' },
    items: items.map(({ marker, text }) => ({ marker, block: setItem(text) })),
  }))
  return listPiece(set, look, { gap: scaleGap(setting, 5), keepWithNext: around.keepWithNext })
}

/** A block of a section other than a list, set at the width it has there. */
export function blockPiece(setting: Setting, block: Exclude<Block, List>, around: Surroundings): Piece {
  switch (block.kind) {
    case 'heading':
      return headingPiece(setting, block, around)
    case 'paragraph':
      return paragraphPiece(setting, block, around)
    case 'keyDate':
      return keyDatePiece(setting, block.label, block.date, around.width)
    case 'results':
      return resultsPiece(setting, block.rows, around.width, { gap: scaleGap(setting, 5) })
    default:
      return assertNever(block)
  }
}
