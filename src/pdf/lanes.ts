import type { PairedSheet } from '../domain/pair-sheets.ts'
import type { Block, Section, Sheet } from '../domain/sheet.ts'
import type { Canvas } from './canvas.ts'
import type { Box } from './box.ts'
import type { Logo } from './logo/read-logo.ts'
import type { Frame } from './piece.ts'
import { scaleLength, type Setting, type Spacing } from './setting.ts'

/** One language of a paper: what it says and how it is set. */
export type Lane = { readonly sheet: Sheet; readonly setting: Setting }
/** A block in the language of each lane; one alone stands across all lanes. */
export type LaneBlock = readonly Block[]
/** `lane` counts from 0: the language of blocks that stand alone; the first when absent. */
export type LaneSection = Pick<Section, 'id' | 'role'> & {
  readonly blocks: readonly LaneBlock[]
  readonly lane?: number
}

/** A sheet across the paper, or two languages of it, side by side or parted. All lengths in points. */
export type Lanes = {
  readonly lanes: readonly [Lane, ...Lane[]]
  readonly sections: readonly LaneSection[]
  /** how many sections from the first on hold what a patient must not miss: in the first language, and in all */
  readonly first: { readonly own: number; readonly all: number }
  /** of all lanes together */
  readonly across: number
  /** of one lane */
  readonly width: number
  /** from the left edge of a lane to that of the next */
  readonly offset: number
  /** the clinic's, at the head of page 1 */
  readonly logo?: Logo | undefined
}

// Space between two languages, in points at the standard size.
const gutter = 16

/** What a patient must not miss goes up to the next steps and the red flags, whichever stands later. */
function countFirst(sections: readonly LaneSection[]): number {
  return sections.findLastIndex(({ role }) => role === 'next-steps' || role === 'red-flags') + 1
}

/** Divides a width of `across` points among the languages of a paper. `setting` is the one of the first. */
export function makeLanes(paper: Sheet | PairedSheet, setting: Setting, across: number): Lanes {
  if (!('sheets' in paper)) {
    const sections = paper.sections.map((section) => ({ ...section, blocks: section.blocks.map((block) => [block]) }))
    const own = countFirst(sections)
    return {
      lanes: [{ sheet: paper, setting }],
      sections,
      first: { own, all: own },
      across,
      width: across,
      offset: across,
    }
  }
  const [first, second] = paper.sheets
  const width = (across - scaleLength(setting, gutter)) / 2
  const own = countFirst(paper.sections)
  return {
    lanes: [
      { sheet: first, setting },
      { sheet: second, setting: { ...setting, language: second.language } },
    ],
    sections: paper.sections,
    first: { own, all: own },
    across,
    width,
    offset: across - width,
  }
}

/** A section in one of two languages. */
function sayIn(lane: number, section: LaneSection): LaneSection {
  const blocks = section.blocks.map((block) => [block[lane] ?? block[0]].filter((said) => said !== undefined))
  return { ...section, lane, blocks }
}

/** The title of the second language and its lead, as a section. */
function titleSection({ title, lead }: Sheet): LaneSection {
  const heading: Block = { kind: 'heading', level: 2, text: [{ text: title }], tone: 'plain' }
  const said = lead.map((text): LaneBlock => [{ kind: 'paragraph', text: [{ text }], tone: 'muted' }])
  return { id: 'second-title', role: 'plain', lane: 1, blocks: [[heading], ...said] }
}

/** Sections as they are said in one language before the other: the causes under their heading, and each other one by itself. */
function groupSections(sections: readonly LaneSection[]): LaneSection[][] {
  const groups: LaneSection[][] = []
  for (const section of sections)
    if (section.role === 'cause' && groups.length > 0) groups.at(-1)?.push(section)
    else groups.push([section])
  return groups
}

/**
 * Two languages one after another, each across the paper: what a patient must not miss in the first, then in the second
 * under its own title, then section by section. A card stays one, for it is cut out.
 */
export function partLanes(lanes: Lanes): Lanes {
  const [, second] = lanes.lanes
  if (!second) return lanes
  const { own } = lanes.first
  const isSaidOnce = ({ role, blocks }: LaneSection) => role === 'card' || blocks.every((block) => block.length === 1)
  const [first, rest] = [lanes.sections.slice(0, own), lanes.sections.slice(own)]
  const sections = [
    ...first.map((section) => sayIn(0, section)),
    titleSection(second.sheet),
    ...first.map((section) => sayIn(1, section)),
    ...groupSections(rest).flatMap((group) =>
      group.every(isSaidOnce) ? group : [0, 1].flatMap((lane) => group.map((section) => sayIn(lane, section))),
    ),
  ]
  return { ...lanes, sections, first: { own, all: 2 * own + 1 } }
}

/** The same lanes with other space between things. */
export function spaceLanes({ lanes: [first, ...others], ...rest }: Lanes, spacing: Spacing): Lanes {
  const space = (lane: Lane): Lane => ({ ...lane, setting: { ...lane.setting, spacing } })
  return { ...rest, lanes: [space(first), ...others.map(space)] }
}

/** One lane as wide as all: for what is said once. `lane` counts from 0. */
export function joinLanes({ lanes, ...rest }: Lanes, lane = 0): Lanes {
  return { ...rest, lanes: [lanes[lane] ?? lanes[0]], width: rest.across, offset: rest.across }
}

/** The same lanes in a narrower width of all together; the space between them stays. */
export function narrowLanes({ across, width, offset, ...rest }: Lanes, narrower: number): Lanes {
  const less = (across - narrower) / rest.lanes.length
  return { ...rest, across: narrower, width: width - less, offset: offset - less }
}

/** A frame drawn around each lane, as wide as that; its inside begins with the first. */
export function frameLanes(frame: Frame, { lanes, width, offset }: Lanes): Frame {
  const drawBehind = (canvas: Canvas, box: Box) =>
    lanes.forEach((_, index) => frame.drawBehind(canvas, { ...box, x: box.x + index * offset, width }))
  return { ...frame, drawBehind }
}
