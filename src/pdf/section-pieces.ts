import { todayId, type Block, type SectionRole } from '../domain/sheet.ts'
import { groupBlocks, setBeside } from './beside-lists.ts'
import { blockPiece, type Surroundings, type Tone } from './block-piece.ts'
import { cardPiece } from './card-piece.ts'
import { figurePiece } from './figure-piece.ts'
import { findFrame } from './frames.ts'
import { frameLanes, joinLanes, narrowLanes, type LaneBlock, type Lanes, type LaneSection } from './lanes.ts'
import { framePiece, keepWhole, repeatHeading, stackPieces, type Piece } from './piece.ts'
import { scaleGap, scaleLength } from './setting.ts'

// A cause taller than this share of a page may go on to the next: whole, it would leave too much of a page blank.
const longCause = 0.4
// What comes first begins on page 1, for that shall not be without it. Higher than this, it has no room beneath any title.
const longFirst = 0.75

const announced = new Set<SectionRole | undefined>(['cause', 'note', 'next-steps', 'red-flags'])
const wordKinds = new Set<Block['kind']>(['heading', 'paragraph', 'figure'])

/** A heading whose matter begins in the next section, and the questions: the small print never stands on a page alone. */
function staysWithNext({ id, role, blocks }: LaneSection, next: LaneSection | undefined): boolean {
  if (role === 'questions') return next?.role === 'about'
  const onlyWords = blocks.every(([block]) => block && wordKinds.has(block.kind))
  return role === 'plain' && onlyWords && (next?.id === id || announced.has(next?.role))
}

/** The headings of a section stand above its frame; the rest is one body, or for red flags one for each heading. */
function divideSection({ role, blocks }: LaneSection): {
  readonly above: readonly LaneBlock[]
  readonly bodies: readonly LaneBlock[][]
} {
  if (role === 'red-flags') {
    const bodies: LaneBlock[][] = []
    for (const block of blocks) {
      if (block[0]?.kind === 'heading' || bodies.length === 0) bodies.push([])
      bodies.at(-1)?.push(block)
    }
    return { above: [], bodies }
  }
  const first = blocks.findIndex(([block]) => block?.kind !== 'heading' || block.level !== 2)
  const count = first === -1 ? blocks.length : first
  const body = blocks.slice(count)
  return { above: blocks.slice(0, count), bodies: body.length > 0 ? [body] : [] }
}

function setBlocks(
  lanes: Lanes,
  blocks: readonly LaneBlock[],
  outside: Omit<Surroundings, 'tone' | 'isPaired'>,
): Piece[] {
  let tone: Tone = 'plain'
  const isPaired = lanes.lanes.length > 1
  const groups = groupBlocks(blocks, isPaired)
  return groups.flatMap(({ block, beside }, index) => {
    const [first] = block
    if (first?.kind === 'heading') tone = first.tone
    const next = groups[index + 1]?.block[0]
    const isSubtitle = first?.kind === 'paragraph' && first.tone === 'muted' && !outside.small
    const announces = first?.kind === 'paragraph' && (next?.kind === 'list' || (isSubtitle && next !== undefined))
    const around = { ...outside, tone, isPaired, keepWithNext: outside.keepWithNext || announces }
    return beside.length > 0 ? setBeside(lanes.lanes[0].setting, beside, around) : [blockPiece(lanes, block, around)]
  })
}

function findTone(blocks: readonly LaneBlock[]): Tone {
  const heading = blocks.flat().find((block) => block.kind === 'heading')
  return heading?.tone ?? 'plain'
}

/** A card to cut out: never cut by the end of a page. Undefined where it has no code. */
function setCard(lanes: Lanes, { blocks }: LaneSection): Piece | undefined {
  const codes = blocks.flat().filter((block) => block.kind === 'calendar')
  const frame = findFrame(lanes.lanes[0].setting, 'card', 'plain')
  if (codes.length === 0 || !frame) return undefined
  const words = blocks.filter(([block]) => block?.kind !== 'calendar')
  const inner = lanes.across - frame.left - frame.right
  const card = cardPiece(narrowLanes(lanes, inner), codes, (narrow) =>
    setBlocks(narrow, words, { width: narrow.width, small: false, keepWithNext: true }),
  )
  const gap = scaleLength(lanes.lanes[0].setting, 16)
  return keepWhole(framePiece(card, frame, lanes.across, { gap }))
}

/** The pieces of a section's words, with its drawing beside those that stand before it, if it has one that finds room. */
function addFigure(
  lanes: Lanes,
  { blocks }: LaneSection,
  pieces: readonly Piece[],
  setWords: (lanes: Lanes) => readonly Piece[],
): Piece[] {
  const place = blocks.findIndex(([block]) => block?.kind === 'figure')
  const figure = blocks[place]?.[0]
  if (figure?.kind !== 'figure') return [...pieces]
  const beside = figurePiece(lanes, figure, (narrow) => setWords(narrow).slice(0, place))
  return beside ? [beside, ...pieces.slice(place)] : [...pieces]
}

/** Which section begins what must stand on page 1: the first, but for what must be done today, which is a line or two. */
export function findFirstBox(sections: readonly LaneSection[]): number {
  return sections[0]?.id === todayId ? 1 : 0
}

/** The section at `index` as pieces: its headings, and its body in the frame that fits its role. */
export function sectionPieces(all: Lanes, index: number): Piece[] {
  const whole = all.sections[index]
  if (!whole) return []
  const section = { ...whole, blocks: whole.blocks.filter(([block]) => block?.kind !== 'figure') }
  if (section.role === 'card') return [setCard(all, section)].filter((card) => card !== undefined)
  const isSaidOnce = section.blocks.every((block) => block.length === 1)
  const lanes = isSaidOnce ? joinLanes(all, section.lane) : all
  const [{ setting }] = lanes.lanes
  const [before, after] = [all.sections[index - 1], all.sections[index + 1]]
  const { above, bodies } = divideSection(section)
  const around = { width: lanes.width, small: section.role === 'about', keepWithNext: staysWithNext(section, after) }
  const headings = setBlocks(lanes, above, around)
  const isAnnounced = headings.length > 0 || before?.blocks.at(-1)?.[0]?.kind === 'heading'
  const gap = scaleGap(setting, isAnnounced ? 6 : 11)

  const framed = bodies.flatMap((body, place): Piece[] => {
    const frame = findFrame(setting, section.role, findTone(body))
    const inner = lanes.width - (frame ? frame.left + frame.right : 0)
    const blocks = setBlocks(lanes, body, { ...around, width: inner })
    const top = place === 0 ? gap : scaleGap(setting, 7, 2.5)
    if (frame) {
      const words = stackPieces(blocks, { gap: 0 })
      const inside = section.role === 'red-flags' && blocks[0] ? repeatHeading(blocks[0], words) : words
      return [framePiece(inside, frameLanes(frame, lanes), lanes.width, { gap: top })]
    }
    const first = headings.length === 0 ? top : (blocks[0]?.gap ?? top)
    if (section.role === 'plain') return blocks.map((block, at) => (at === 0 ? { ...block, gap: first } : block))
    return [stackPieces(blocks, { gap: first, keepWithNext: around.keepWithNext })]
  })
  if (section.role === 'note' || section.role === 'plain') {
    const setWords = (narrow: Lanes) => setBlocks(narrow, section.blocks, { ...around, width: narrow.width })
    return addFigure(lanes, whole, [...headings, ...framed], setWords)
  }
  const share = section.role === 'cause' ? longCause : 1
  const findShare = (place: number) => (index === findFirstBox(all.sections) && place === 0 ? longFirst : share)
  return [...headings, ...framed.map((piece, place) => keepWhole(piece, findShare(place)))]
}
