import type { Block, Section } from '../domain/sheet.ts'
import { blockPiece, type Surroundings, type Tone } from './block-piece.ts'
import { findFrame } from './frames.ts'
import { framePiece, keepWhole, stackPieces, type Piece } from './piece.ts'
import { scaleGap, type Setting } from './setting.ts'

/** A heading whose matter begins in the next section, and the questions: the small print never stands on a page alone. */
function staysWithNext({ role, blocks }: Section, next: Section | undefined): boolean {
  if (role === 'questions') return next?.role === 'about'
  const onlyWords = blocks.every(({ kind }) => kind === 'heading' || kind === 'paragraph')
  return role === 'plain' && onlyWords && (next?.role === 'cause' || next?.role === 'note')
}

/** The headings of a section stand above its frame; the rest is one body, or for red flags one for each heading. */
function divideSection({ role, blocks }: Section): {
  readonly above: readonly Block[]
  readonly bodies: readonly Block[][]
} {
  const isSectionHeading = (block: Block) => block.kind === 'heading' && block.level === 2
  if (role === 'red-flags') {
    const bodies: Block[][] = []
    for (const block of blocks) {
      if (block.kind === 'heading' || bodies.length === 0) bodies.push([])
      bodies.at(-1)?.push(block)
    }
    return { above: [], bodies }
  }
  const first = blocks.findIndex((block) => !isSectionHeading(block))
  const count = first === -1 ? blocks.length : first
  const body = blocks.slice(count)
  return { above: blocks.slice(0, count), bodies: body.length > 0 ? [body] : [] }
}

function setBlocks(setting: Setting, blocks: readonly Block[], around: Omit<Surroundings, 'tone'>): Piece[] {
  let tone: Tone = 'plain'
  return blocks.map((block, index) => {
    if (block.kind === 'heading') tone = block.tone
    const announces = block.kind === 'paragraph' && blocks[index + 1]?.kind === 'list'
    return blockPiece(setting, block, { ...around, tone, keepWithNext: around.keepWithNext || announces })
  })
}

function findTone(blocks: readonly Block[]): Tone {
  const heading = blocks.find((block) => block.kind === 'heading')
  return heading?.tone ?? 'plain'
}

/** What stands around a section: its neighbours, and the width in points they share. */
export type SectionPlace = {
  readonly width: number
  readonly before: Section | undefined
  readonly after: Section | undefined
}

/** A section as pieces: its headings, and its body in the frame that fits its role. */
export function sectionPieces(setting: Setting, section: Section, place: SectionPlace): Piece[] {
  const { width, before, after } = place
  const { above, bodies } = divideSection(section)
  const around = { width, small: section.role === 'about', keepWithNext: staysWithNext(section, after) }
  const headings = setBlocks(setting, above, around)
  const isAnnounced = headings.length > 0 || before?.blocks.at(-1)?.kind === 'heading'
  const gap = scaleGap(setting, isAnnounced ? 6 : 11)

  const framed = bodies.flatMap((body, index): Piece[] => {
    const frame = findFrame(setting, section.role, findTone(body))
    const inner = width - (frame ? frame.left + frame.right : 0)
    const blocks = setBlocks(setting, body, { ...around, width: inner })
    const top = index === 0 ? gap : scaleGap(setting, 7)
    if (frame) return [framePiece(stackPieces(blocks, { gap: 0 }), frame, width, { gap: top })]
    const first = headings.length === 0 ? top : (blocks[0]?.gap ?? top)
    if (section.role === 'plain') return blocks.map((block, at) => (at === 0 ? { ...block, gap: first } : block))
    return [stackPieces(blocks, { gap: first, keepWithNext: around.keepWithNext })]
  })
  return [...headings, ...(section.role === 'note' || section.role === 'plain' ? framed : framed.map(keepWhole))]
}
