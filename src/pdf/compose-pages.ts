import { spaceLanes, type Lanes } from './lanes.ts'
import { letterheadPieces } from './letterhead.ts'
import { stackPieces, type Piece } from './piece.ts'
import { placePages } from './place-pages.ts'
import { findFirstBox, sectionPieces } from './section-pieces.ts'
import type { Spacing } from './setting.ts'
import { titlePieces } from './title-pieces.ts'

/** From as we like it to as close as is still easy to read; the last steps also set things side by side. */
const spacings: readonly Spacing[] = [
  ...Array.from({ length: 14 }, (_, step) => ({ air: 1 - step * 0.05, leading: 1.3 - step * 0.0075, compact: false })),
  ...[0.35, 0.3, 0.25, 0.2].map((air) => ({ air, leading: 1.2, compact: true })),
]
/** Closer still, for page 1 alone: there it keeps the results from going to page 2. */
const firstSpacings: readonly Spacing[] = [
  ...spacings,
  ...[0.15, 0.1].map((air) => ({ air, leading: 1.2, compact: true })),
]
export const usualSpacing: Spacing = { air: 1, leading: 1.3, compact: false }

/** Height in points of what the first page and the later ones have for their content. */
export type PageRoom = { readonly first: number; readonly later: number }

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

/** The letterhead, the title and what a patient must not miss, in the first language or in all. */
function setFirstPart({ lanes }: Spread, spacing: Spacing, count: number): Piece[] {
  const close = spaceLanes(lanes, spacing)
  return [...letterheadPieces(close), ...titlePieces(close), ...setSections(close, 0, count)]
}

/** Where the card begins, which ends a sheet that has one. */
function findCard({ sections }: Lanes): number {
  const at = sections.findIndex(({ role }) => role === 'card')
  return at < 0 ? sections.length : at
}

function setLaterPart({ lanes }: Spread, spacing: Spacing): Piece[] {
  return setSections(spaceLanes(lanes, spacing), lanes.first.all, findCard(lanes))
}

/**
 * The card never stands on page 2: whoever prints on both sides and cuts it out would cut the danger signs out of page 1.
 * Where all else fits on page 1 and the card does not, the last lines go on to page 2, so that page 3 is another leaf.
 */
function addCard({ lanes, room }: Spread, pages: readonly Piece[], spacing: Spacing): Piece[] {
  const card = setSections(spaceLanes(lanes, spacing), findCard(lanes), lanes.sections.length)
  const last = pages.at(-1)
  if (card.length === 0 || !last) return [...pages]
  const alone = stackPieces(card, { gap: 0 })
  const both = stackPieces([last, ...card], { gap: last.gap })
  const fits = both.height <= (pages.length === 1 ? room.first : room.later)
  if (fits && pages.length !== 2) return [...pages.slice(0, -1), both]
  const parts = pages.length === 1 ? last.split(last.height - 1, room.later) : undefined
  return parts ? [...parts, alone] : [...pages, alone]
}

function place({ room }: Spread, pieces: readonly Piece[]): Piece[] {
  return placePages(stackPieces(pieces, { gap: 0 }), (page) => (page === 0 ? room.first : room.later))
}

/** Whether a page before the last is more than half blank. */
function hasGap({ room }: Spread, pages: readonly Piece[]): boolean {
  return pages.slice(0, -1).some(({ height }, page) => height < (page === 0 ? room.first : room.later) / 2)
}

/**
 * The pages set as airy as takes no more of them than set closest does; mostly that is the airiest of all. A little closer
 * where that spares a page more than half blank.
 */
function findFewestPages(
  spread: Spread,
  [airiest, ...closer]: readonly Spacing[],
  set: (spacing: Spacing) => readonly Piece[],
): readonly Piece[] {
  const fewest = set(closer.at(-1) ?? usualSpacing)
  const airy = set(airiest ?? usualSpacing)
  const mayGap = hasGap(spread, fewest)
  const suits = (pages: readonly Piece[]) => pages.length <= fewest.length && (mayGap || !hasGap(spread, pages))
  if (suits(airy)) return airy
  const known = new Map<Spacing, readonly Piece[]>()
  const spacing = findFirst(closer, (each) => {
    const pages = set(each)
    known.set(each, pages)
    return suits(pages)
  })
  return (spacing && known.get(spacing)) ?? fewest
}

/** A last page filled by more than this share holds too much for page 1, however close all of it is set. */
const littleLeft = 0.4

/** The whole sheet on one page, as airy as lets it be that; undefined where it is too much for one. */
function fitOnePage(
  spread: Spread,
  firstCount: number,
  [, second, ...more]: readonly Piece[],
): readonly Piece[] | undefined {
  if (second === undefined || more.length > 0 || second.height > littleLeft * spread.room.later) return undefined
  const set = (each: Spacing) =>
    addCard(spread, place(spread, [...setFirstPart(spread, each, firstCount), ...setLaterPart(spread, each)]), each)
  const isOne = (each: Spacing) => set(each).length === 1
  if (!firstSpacings.slice(-1).some(isOne)) return undefined
  const spacing = findFirst(firstSpacings, isOne)
  return spacing && set(spacing)
}

const measure = (pieces: readonly Piece[]): number => stackPieces(pieces, { gap: 0 }).height

/** How many of `pieces` from `start` on a page of `room` points holds whole, no heading last. */
function countWhole(pieces: readonly Piece[], start: number, room: number): number {
  for (let end = pieces.length; end > start; end -= 1)
    if (!pieces[end - 1]?.keepWithNext && measure(pieces.slice(start, end)) <= room) return end - start
  return 0
}

/** Pieces over several pages, each as full as can be, and then as airy as lets it hold what it holds. */
function fillPages({ room }: Spread, set: (spacing: Spacing) => readonly Piece[]): Piece[] {
  const closest = set(spacings.at(-1) ?? usualSpacing)
  const filled: Piece[] = []
  for (let page = room.first; filled.length < closest.length; page = room.later) {
    const start = filled.length
    const count = countWhole(closest, start, page)
    // A part that no page holds whole goes on over the pages it needs.
    if (count === 0) return [...filled, ...closest.slice(start)]
    const cut = (spacing: Spacing) => set(spacing).slice(start, start + count)
    const spacing = findFirst(spacings, (each) => measure(cut(each)) <= page)
    filled.push(...(spacing ? cut(spacing) : closest.slice(start, start + count)))
  }
  return filled
}

/** Whether page 1 can hold what comes first beneath the title, whole; after what must be done today, that is the graver red flags. */
export function holdsFirstBox(lanes: Lanes, room: PageRoom): boolean {
  const first = findFirstBox(lanes.sections)
  const pieces = setFirstPart({ lanes, room }, spacings.at(-1) ?? usualSpacing, first + 1)
  const before = setFirstPart({ lanes, room }, usualSpacing, first).length
  const box = pieces.findIndex((piece, index) => index >= before && !piece.keepWithNext)
  return measure(pieces.slice(0, box + 1)) <= room.first
}

export type ComposedPages = {
  /** how many pages what a patient must not miss takes, in the patient's language, from page 1 on */
  readonly firstPages: number
  /** whether page 1 holds what comes first beneath the title, whole */
  readonly holdsFirstBox: boolean
  /** the content of each page, from the letterhead to the small print */
  readonly listPages: () => readonly Piece[]
}

/** Spreads a sheet over as few pages as can be read with ease: page 1 as airy as lets it hold the first part, if it can. */
export function composePages(lanes: Lanes, room: PageRoom): ComposedPages {
  const spread: Spread = { lanes, room }
  const { own, all } = lanes.first
  const spacing = findFirst(firstSpacings, (each) => measure(setFirstPart(spread, each, own)) <= room.first)
  const isWhole = spacing !== undefined && own === all
  const first = isWhole
    ? setFirstPart(spread, spacing, own)
    : fillPages(spread, (each) => setFirstPart(spread, each, all))
  const placeWith = (each: Spacing) => addCard(spread, place(spread, [...first, ...setLaterPart(spread, each)]), each)
  return {
    holdsFirstBox: isWhole || holdsFirstBox(lanes, room),
    firstPages: isWhole ? 1 : place(spread, first.slice(0, setFirstPart(spread, usualSpacing, own).length)).length,
    listPages: () => {
      const pages = findFewestPages(spread, spacings, placeWith)
      return (isWhole ? fitOnePage(spread, own, pages) : undefined) ?? pages
    },
  }
}
