import type { List } from '../domain/sheet.ts'
import { listsPiece, type Surroundings } from './block-piece.ts'
import type { LaneBlock } from './lanes.ts'
import { measureStack, type Piece } from './piece.ts'
import { scaleLength, type Setting } from './setting.ts'

/** Blocks that stand one under another; lists of two columns that follow each other stand together. */
export type Group = { readonly block: LaneBlock; readonly beside: readonly List[] }

/** Where two languages stand side by side, no list stands beside another. */
export function groupBlocks(blocks: readonly LaneBlock[], isPaired: boolean): Group[] {
  const groups: Group[] = []
  for (const block of blocks) {
    const [first] = block
    const last = groups.at(-1)
    if (isPaired || first?.kind !== 'list' || first.columns === 1) groups.push({ block, beside: [] })
    else if (last && last.beside.length > 0) groups[groups.length - 1] = { ...last, beside: [...last.beside, first] }
    else groups.push({ block, beside: [first] })
  }
  return groups
}

/** Space in points, at the standard size, between lists that stand one under another; never less, so that each is seen. */
const listsApart = 5

function keepApart(setting: Setting, piece: Piece): Piece {
  return { ...piece, gap: Math.max(piece.gap, scaleLength(setting, listsApart)) }
}

/** A list as wide as its section. */
function setWide(setting: Setting, list: List, around: Surroundings): Piece {
  return listsPiece(setting, [{ ...list, columns: 1 }], around)
}

/** A list beneath two others: as wide as both, or in two columns where that saves a line. */
function setOddList(setting: Setting, list: List, around: Surroundings): Piece {
  const inColumns = listsPiece(setting, [list], around)
  const wide = setWide(setting, list, around)
  return wide.height - inColumns.height > scaleLength(setting, listsApart) ? inColumns : wide
}

/** Lists two by two, side by side. */
function setInPairs(setting: Setting, lists: readonly List[], around: Surroundings): Piece[] {
  return Array.from({ length: Math.ceil(lists.length / 2) }, (_, row): Piece => {
    const beside = lists.slice(2 * row, 2 * row + 2)
    if (row === 0) return listsPiece(setting, beside, around)
    const [odd, even] = beside
    return keepApart(setting, odd && !even ? setOddList(setting, odd, around) : listsPiece(setting, beside, around))
  })
}

/** Half of a section narrower than this, in points at the standard size, has too few letters a line to be read with ease. */
const narrowHalf = 230
/** How much higher, likewise, lists may be that are easier to read: two lines; nothing for red flags where room is short. */
const worth = 34

/**
 * Lists side by side, two by two; one under another where that is no higher, for a long list beside a short one leaves a
 * hole; where half of the width is narrow, even if it is a little higher, but for red flags where room is short.
 */
export function setBeside(setting: Setting, lists: readonly List[], around: Surroundings): Piece[] {
  const inPairs = setInPairs(setting, lists, around)
  const isShort = setting.spacing.compact && around.tone !== 'plain'
  const isNarrow = around.width / 2 < scaleLength(setting, narrowHalf)
  const wide = lists.map((list) => setWide(setting, list, around))
  const under = wide.map((piece, index) => (index === 0 ? piece : keepApart(setting, piece)))
  const more = isShort || !isNarrow ? 0 : scaleLength(setting, worth)
  return measureStack(under) <= measureStack(inPairs) + more ? under : inPairs
}
