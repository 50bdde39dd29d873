import { makeTag } from './canvas.ts'
import { gridPiece } from './grid-piece.ts'
import { joinLanes, type Lanes } from './lanes.ts'
import { colors, sizes } from './look.ts'
import { stackPieces, textPiece, type Piece } from './piece.ts'
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

/** The titles and below them the leads. Of two titles the patient's is the one of the document. */
export function titlePieces(all: Lanes): Piece[] {
  const isParted = all.first.all > all.first.own
  const { lanes, width, offset } = isParted ? joinLanes(all) : all
  const [{ setting }] = lanes
  const titles = lanes.map((lane, index) => {
    const text = setLines(lane.setting, toSpans(lane.setting, [{ text: lane.sheet.title }], titleStyle), width, true)
    return [textPiece(makeTag(lane.setting, index === 0 ? 'H1' : 'H2'), text, width, { gap: 0, keepWithNext: true })]
  })
  const title = gridPiece(titles, offset, { gap: scaleGap(setting, 9), keepWithNext: true })
  if (lanes[0].sheet.lead.length === 0) return [title]
  const leads = lanes.map((lane) => {
    const lines = setLead(lane.setting, lane.sheet.lead, width)
    return [
      stackPieces(
        lines.map((block) => textPiece(makeTag(lane.setting, 'P'), block, width, { gap: 0 })),
        { gap: 0 },
      ),
    ]
  })
  return [title, gridPiece(leads, offset, { gap: scaleGap(setting, 2) })]
}
