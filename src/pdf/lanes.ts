import type { PairedSheet } from '../domain/pair-sheets.ts'
import type { Block, Section, Sheet } from '../domain/sheet.ts'
import type { Canvas, Box } from './canvas.ts'
import type { Logo } from './logo/read-logo.ts'
import type { Frame } from './piece.ts'
import { scaleLength, type Setting, type Spacing } from './setting.ts'

/** One language of a paper: what it says and how it is set. */
export type Lane = { readonly sheet: Sheet; readonly setting: Setting }
/** A block in the language of each lane; one alone stands across all lanes. */
export type LaneBlock = readonly Block[]
export type LaneSection = Pick<Section, 'id' | 'role'> & { readonly blocks: readonly LaneBlock[] }

/** A sheet across the paper, or two languages of it side by side. All lengths in points. */
export type Lanes = {
  readonly lanes: readonly [Lane, ...Lane[]]
  readonly sections: readonly LaneSection[]
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

/** Divides a width of `across` points among the languages of a paper. `setting` is the one of the first. */
export function makeLanes(paper: Sheet | PairedSheet, setting: Setting, across: number): Lanes {
  if (!('sheets' in paper)) {
    const sections = paper.sections.map((section) => ({ ...section, blocks: section.blocks.map((block) => [block]) }))
    return { lanes: [{ sheet: paper, setting }], sections, across, width: across, offset: across }
  }
  const [first, second] = paper.sheets
  const width = (across - scaleLength(setting, gutter)) / 2
  return {
    lanes: [
      { sheet: first, setting },
      { sheet: second, setting: { ...setting, language: second.language } },
    ],
    sections: paper.sections,
    across,
    width,
    offset: across - width,
  }
}

/** The same lanes with other space between things. */
export function spaceLanes({ lanes: [first, ...others], ...rest }: Lanes, spacing: Spacing): Lanes {
  const space = (lane: Lane): Lane => ({ ...lane, setting: { ...lane.setting, spacing } })
  return { ...rest, lanes: [space(first), ...others.map(space)] }
}

/** One lane as wide as all: for what is said once. */
export function joinLanes({ lanes: [first], ...rest }: Lanes): Lanes {
  return { ...rest, lanes: [first], width: rest.across, offset: rest.across }
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
