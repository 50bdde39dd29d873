import type { Tag } from './structure.ts'
import { textPiece, type Piece } from './piece.ts'
import { setLines, toSpans, type Setting, type Style } from './setting.ts'

/** Plain words under a tag of their own, `gap` points below what is above; a heading stays with what follows it. */
export function sayPiece(
  setting: Setting,
  tag: Tag,
  text: string,
  style: Style,
  { width, gap }: { readonly width: number; readonly gap: number },
): Piece {
  const set = setLines(setting, toSpans(setting, [{ text }], style), width)
  return textPiece(tag, set, width, { gap, keepWithNext: tag.type !== 'P' })
}
