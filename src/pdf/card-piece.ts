import type { CalendarCode } from '../domain/sheet.ts'
import { codePiece, findCodeWidth } from './code-piece.ts'
import { narrowLanes, type Lanes } from './lanes.ts'
import { stackPieces, type Piece } from './piece.ts'
import { scaleLength } from './setting.ts'

/** A lane narrower than this, in points at the standard size, leaves no room for a code beside it. */
const narrowest = 150

/**
 * Words at the left and a code at the right, or beneath them where the words would have too little room.
 * @param codes in the language of each lane: one is drawn, with the captions of all
 */
export function cardPiece(
  lanes: Lanes,
  codes: readonly CalendarCode[],
  setWords: (lanes: Lanes) => readonly Piece[],
): Piece {
  const [{ setting }] = lanes.lanes
  const gap = scaleLength(setting, 14)
  const said = codes.flatMap((code, index) => {
    const lane = lanes.lanes[index]
    return lane ? [{ code, setting: lane.setting }] : []
  })
  const codeWidth = Math.max(...codes.map((code) => findCodeWidth(setting, code)))
  const beside = narrowLanes(lanes, lanes.across - gap - codeWidth)
  if (beside.width < scaleLength(setting, narrowest))
    return stackPieces([...setWords(lanes), { ...codePiece(said, lanes.across), gap }], { gap: 0 })
  const words = stackPieces(setWords(beside), { gap: 0 })
  const drawn = codePiece(said, codeWidth)
  const height = Math.max(words.height, drawn.height)
  return {
    ...drawn,
    height,
    draw: (canvas, x, y) => {
      words.draw(canvas, x, y + (height - words.height) / 2)
      drawn.draw(canvas, x + beside.across + gap, y + (height - drawn.height) / 2)
    },
  }
}
