import type { Sheet } from '../domain/sheet.ts'
import { colors, sizes } from './look.ts'
import { textPiece, type Piece } from './piece.ts'
import { scaleGap, setLines, toSpans, type Setting, type Style, type TextBlock } from './setting.ts'

const titleStyle: Style = { size: sizes.title, color: colors.ink, weight: 'bold' }
const leadStyle: Style = { size: sizes.text, color: colors.muted, weight: 'regular' }

/** The lead with each of its lines begun anew, or run together where that saves room on page 1. */
function setLead(setting: Setting, lead: readonly string[], width: number): TextBlock[] {
  const setOne = (text: string) => setLines(setting, toSpans(setting, [{ text }], leadStyle), width)
  const apart = lead.map(setOne)
  const together = setOne(lead.join(setting.language === 'zh-CN' ? '' : ' '))
  const count = apart.reduce((sum, block) => sum + block.lines.length, 0)
  return count <= together.lines.length ? apart : [together]
}

/** The title and the lead below it, `width` points wide. */
export function titlePieces(setting: Setting, { title, lead }: Sheet, width: number): Piece[] {
  const heading = setLines(setting, toSpans(setting, [{ text: title }], titleStyle), width, true)
  const gap = scaleGap(setting, 2)
  return [
    textPiece({ type: 'H1' }, heading, width, { gap: scaleGap(setting, 9), keepWithNext: true }),
    ...setLead(setting, lead, width).map((block, index) =>
      textPiece({ type: 'P' }, block, width, { gap: index === 0 ? gap : 0 }),
    ),
  ]
}
