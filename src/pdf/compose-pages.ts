import type { SectionRole } from '../domain/sheet.ts'
import { spaceLanes, type Lanes } from './lanes.ts'
import { letterheadPieces } from './letterhead.ts'
import { stackPieces, type Piece } from './piece.ts'
import { placePages } from './place-pages.ts'
import { sectionPieces } from './section-pieces.ts'
import type { Spacing } from './setting.ts'
import { titlePieces } from './title-pieces.ts'

/** From as we like it to as close as is still easy to read; the last steps also set things side by side. */
const spacings: readonly Spacing[] = [
  ...Array.from({ length: 14 }, (_, step) => ({ air: 1 - step * 0.05, leading: 1.3 - step * 0.0075, compact: false })),
  ...[0.35, 0.3, 0.25, 0.2].map((air) => ({ air, leading: 1.2, compact: true })),
]
export const usualSpacing: Spacing = { air: 1, leading: 1.3, compact: false }

/** Height in points of what the first page and the later ones have for their content. */
export type PageRoom = { readonly first: number; readonly later: number }

const firstRoles: readonly SectionRole[] = ['results', 'next-steps', 'red-flags']

/** The first part holds what a patient must not miss, in the order of the sheet: on page 1, if that can hold it. */
function countFirstSections({ sections }: Lanes): number {
  return sections.findLastIndex(({ role }) => firstRoles.includes(role)) + 1
}

/** Up to the red flags: all of the first part, unless they come first. */
function countSectionsToWarnings({ sections }: Lanes): number {
  return sections.findLastIndex(({ role }) => role === 'red-flags') + 1
}

function setSections(lanes: Lanes, from: number, to: number): Piece[] {
  return lanes.sections.slice(from, to).flatMap((_, index) => sectionPieces(lanes, from + index))
}

/** The first of `choices`, which go from good to better suited, that suits; by halving, for each try is costly. */
function findFirst<T>(choices: readonly T[], suits: (choice: T) => boolean): T | undefined {
  let [low, high] = [0, choices.length]
  while (low < high) {
    const middle = Math.floor((low + high) / 2)
    const choice = choices[middle]
    if (choice !== undefined && suits(choice)) high = middle
    else low = middle + 1
  }
  return choices[low]
}

type Spread = { readonly lanes: Lanes; readonly room: PageRoom }

/** The letterhead, the title and the first `count` sections. */
function setHead({ lanes }: Spread, spacing: Spacing, count: number): Piece[] {
  const close = spaceLanes(lanes, spacing)
  return [...letterheadPieces(close), ...titlePieces(close), ...setSections(close, 0, count)]
}

function setFirstPart(spread: Spread, spacing: Spacing): Piece[] {
  return setHead(spread, spacing, countFirstSections(spread.lanes))
}

function setLaterPart({ lanes }: Spread, spacing: Spacing): Piece[] {
  return setSections(spaceLanes(lanes, spacing), countFirstSections(lanes), lanes.sections.length)
}

function place({ room }: Spread, first: readonly Piece[], later: readonly Piece[]): Piece[] {
  const all = stackPieces([...first, ...later], { gap: 0 })
  return placePages(all, (page) => (page === 0 ? room.first : room.later))
}

/** The airiest of `choices`, which go from airy to close, that takes no more pages than the closest. */
function findFewestPages(choices: readonly Spacing[], countPages: (spacing: Spacing) => number): Spacing {
  const fewest = countPages(choices.at(-1) ?? usualSpacing)
  return findFirst(choices, (spacing) => countPages(spacing) <= fewest) ?? usualSpacing
}

/**
 * As airy as lets page 1 hold the first part; failing that, as lets page 1 hold up to the red flags and page 2 the rest of
 * it, or page 1 the red flags, or the graver of them, at least; else what saves pages.
 */
function findFirstSpacing(spread: Spread): Spacing {
  const { room, lanes } = spread
  const later = setLaterPart(spread, usualSpacing)
  const toWarnings = countSectionsToWarnings(lanes)
  const isOnPageOne = (pieces: readonly Piece[]) => stackPieces(pieces, { gap: 0 }).height <= room.first
  const isOnTwoPages = (spacing: Spacing) => place(spread, setFirstPart(spread, spacing), []).length <= 2
  const warns = (spacing: Spacing) => isOnPageOne(setHead(spread, spacing, toWarnings))
  const warnsOfGraver = (spacing: Spacing) => isOnPageOne(setHead(spread, spacing, toWarnings).slice(0, -1))
  const fitting =
    findFirst(spacings, (spacing) => isOnPageOne(setFirstPart(spread, spacing))) ??
    findFirst(spacings, (spacing) => warns(spacing) && isOnTwoPages(spacing)) ??
    findFirst(spacings, warns)
  if (fitting) return fitting
  const fewest = findFewestPages(spacings, (spacing) => place(spread, setFirstPart(spread, spacing), later).length)
  return findFirst(spacings.slice(spacings.indexOf(fewest)), warnsOfGraver) ?? fewest
}

/** The content of each page, from the letterhead to the small print, and whether page 1 holds its whole part. */
export type ComposedPages = { readonly pages: readonly Piece[]; readonly isPageOneWhole: boolean }

/** Spreads a sheet over as few pages as can be read with ease. */
export function composePages(lanes: Lanes, room: PageRoom): ComposedPages {
  const spread: Spread = { lanes, room }
  const first = setFirstPart(spread, findFirstSpacing(spread))
  const placeWith = (spacing: Spacing) => place(spread, first, setLaterPart(spread, spacing))
  const pages = placeWith(findFewestPages(spacings, (spacing) => placeWith(spacing).length))
  return { pages, isPageOneWhole: stackPieces(first, { gap: 0 }).height <= room.first }
}
