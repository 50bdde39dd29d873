import type { Block, List, Text } from '../domain/sheet.ts'
import { assertNever } from '../domain/app-error.ts'
import { makeTag } from './canvas.ts'
import { codePiece } from './code-piece.ts'
import { gridPiece } from './grid-piece.ts'
import type { LaneBlock, Lanes } from './lanes.ts'
import { findItemWidth, listPieces, type ListLook, type SetList } from './list-piece.ts'
import { colors, sizes } from './look.ts'
import { stackPieces, textPiece, type Piece, type Placing } from './piece.ts'
import { resultPieces } from './results-piece.ts'
import { scaleGap, scaleLength, setLines, toSpans, type Setting, type Style } from './setting.ts'

type Heading = Extract<Block, { kind: 'heading' }>
type Paragraph = Extract<Block, { kind: 'paragraph' }>
type KeyDate = Extract<Block, { kind: 'keyDate' }>
export type Tone = Heading['tone']

/** What a block needs to know of its section. `width` in points; `small` is for small print. */
export type Surroundings = {
  readonly width: number
  readonly small: boolean
  /** the tone of the heading above */
  readonly tone: Tone
  readonly keepWithNext: boolean
  /** two languages stand beside each other: the items of a list too, so it has one column */
  readonly isPaired: boolean
}

/** A block set in one language: what of it stands beside the other language, row by row. */
type SetBlock = { readonly rows: readonly Piece[]; readonly placing: Placing }

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

function setHeading(setting: Setting, block: Heading, { width, small }: Surroundings): SetBlock {
  const set = setLines(setting, headingSpans(setting, block, small), width, true)
  const placing = { gap: scaleGap(setting, block.level === 2 ? 13 : 9), keepWithNext: true }
  return { rows: [textPiece(makeTag(setting, block.level === 2 ? 'H2' : 'H3'), set, width, placing)], placing }
}

function paragraphStyle(tone: Paragraph['tone'], small: boolean): Style {
  const size = small ? sizes.small : sizes.text
  return { size, color: tone === 'plain' ? colors.ink : colors.muted, weight: 'regular' }
}

function setParagraph(setting: Setting, { text, tone }: Paragraph, around: Surroundings): SetBlock {
  const { width, small, keepWithNext } = around
  const style = paragraphStyle(tone, small)
  const set = setLines(setting, toSpans(setting, text, style, { color: style.color }), width)
  const placing = { gap: scaleGap(setting, small ? 2 : 4), keepWithNext }
  return { rows: [textPiece(makeTag(setting, 'P'), set, width, placing)], placing }
}

function setKeyDate(setting: Setting, { label, date }: KeyDate, { width, isPaired }: Surroundings): SetBlock {
  const above = toSpans(setting, [{ text: label }], { size: sizes.text, color: colors.muted, weight: 'regular' })
  const below = toSpans(setting, [{ text: date }], { size: sizes.section, color: colors.ink, weight: 'bold' })
  const gap = scaleGap(setting, 4)
  const between = toSpans(setting, [{ text: '  ' }], { size: sizes.text, color: colors.muted, weight: 'regular' })
  const together = setLines(setting, [...above, ...between, ...below], width)
  const isCompact = setting.spacing.compact && !isPaired && together.lines.length === 1
  const parts = isCompact ? [together] : [setLines(setting, above, width), setLines(setting, below, width, true)]
  const rows = parts.map((part, index) =>
    textPiece(makeTag(setting, 'P'), part, width, { gap: 0, keepWithNext: index < parts.length - 1 }),
  )
  return { rows, placing: { gap } }
}

function itemStyle(small: boolean): Style {
  return { size: small ? sizes.small : sizes.text, color: colors.ink, weight: 'regular' }
}

function findListLook(setting: Setting, columns: List['columns'], around: Surroundings): ListLook {
  const { width, tone, isPaired } = around
  // Red flags that fill a page are set closer; nothing else is, for each other width is one more to break lines at.
  const isFullBox = setting.spacing.compact && tone !== 'plain'
  return {
    width,
    columns: isPaired ? 1 : columns,
    columnGap: scaleLength(setting, isFullBox ? 10 : 14),
    indent: scaleLength(setting, 15.5),
    itemGap: scaleGap(setting, 2.5),
    markerSize: scaleLength(setting, 9.5),
    bulletColor: bulletColors[tone],
  }
}

function setLists(setting: Setting, lists: readonly List[], around: Surroundings): SetBlock {
  const look = findListLook(setting, lists[0]?.columns ?? 1, around)
  const setItem = (text: Text) =>
    setLines(setting, toSpans(setting, text, itemStyle(around.small)), findItemWidth(look))
  const set = lists.map(({ items }): SetList => ({
    tag: makeTag(setting, 'L'),
    items: items.map(({ marker, text }) => ({ marker, block: setItem(text) })),
  }))
  const placing = { gap: scaleGap(setting, 5), keepWithNext: around.keepWithNext }
  return { rows: listPieces(set, look, placing), placing }
}

/** One list, or two side by side, at the width they have in their section. */
export function listsPiece(setting: Setting, lists: readonly List[], around: Surroundings): Piece {
  const { rows, placing } = setLists(setting, lists, around)
  return stackPieces(rows, placing)
}

function setBlock(setting: Setting, block: Block, around: Surroundings): SetBlock {
  switch (block.kind) {
    case 'heading':
      return setHeading(setting, block, around)
    case 'paragraph':
      return setParagraph(setting, block, around)
    case 'keyDate':
      return setKeyDate(setting, block, around)
    case 'list':
      return setLists(setting, [block], around)
    case 'results':
      return { rows: resultPieces(setting, block.rows, around.width), placing: { gap: scaleGap(setting, 5) } }
    case 'calendar':
      return { rows: [codePiece([{ code: block, setting }], around.width)], placing: { gap: scaleGap(setting, 5) } }
    case 'figure': // stands beside others: `figurePiece`
      return { rows: [], placing: { gap: 0 } }
    default:
      return assertNever(block)
  }
}

/** A block of a section in each language, set at the width it has there. */
export function blockPiece({ lanes, offset }: Lanes, block: LaneBlock, around: Surroundings): Piece {
  const sides = lanes.flatMap(({ setting }, index) => {
    const said = block[index]
    return said ? [setBlock(setting, said, around)] : []
  })
  const rows = sides.map((side) => side.rows)
  return gridPiece(rows, offset, sides[0]?.placing ?? { gap: 0 })
}
