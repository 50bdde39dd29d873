import type { SheetInputs } from '../domain/compose-sheet.ts'

/** What a sheet moves to later pages, so that its first ones hold what a patient must not miss. Nothing is lost by it. */
export type Room = Pick<
  SheetInputs,
  'firstActionsAtMost' | 'isPageOneTight' | 'redFlagsFirst' | 'resultsLast' | 'leadLast'
>

/** How well a paper keeps what page 1 promises. */
export type Fit = {
  /** how many pages hold what a patient must not miss */
  readonly firstPages: number
  /** whether page 1 holds what comes first, whole */
  readonly holdsFirstBox: boolean
}

/** The orders of a paper, and how many pages may hold what must not be missed. More than one page begins with the red flags. */
const orders: readonly { readonly pages: number; readonly order: Room }[] = [
  { pages: 1, order: {} },
  { pages: 2, order: { redFlagsFirst: true } },
  { pages: 3, order: { redFlagsFirst: true } },
  { pages: 3, order: { redFlagsFirst: true, leadLast: true } },
]

/** An order with less and less beside the red flags. */
function listSteps(order: Room, fewestActions: number): readonly Room[] {
  const tight = { ...order, isPageOneTight: true }
  const fewer = [2, 1, 0].filter((count) => count >= fewestActions)
  return [order, tight, ...fewer.map((firstActionsAtMost) => ({ ...tight, firstActionsAtMost }))]
}

/**
 * What is tried in one order, the best first. On one page the number lines give way before the last first action does, and
 * the words of the results before it too; over more pages the first actions outrank both.
 */
function listRooms(order: Room, hasResults: boolean): readonly (readonly Room[])[] {
  if (!hasResults) return [listSteps(order, 0)]
  const inWords = order.redFlagsFirst ? [] : [listSteps({ ...order, resultsLast: 'lines' }, 1)]
  return [listSteps(order, 1), ...inWords, listSteps({ ...order, resultsLast: 'all' }, 0)]
}

/**
 * The paper that says most on the fewest first pages: on page 1 if that can be, with fewer first actions or with the
 * results behind if need be; else on two pages, and so on.
 * @param layOut gives the paper for a room
 * @param findFit how well that paper fits
 */
export function fitPaper<T>(layOut: (room: Room) => T, findFit: (paper: T) => Fit, hasResults: boolean): T {
  const known = new Map<string, T>()
  const tryRoom = (room: Room): T => {
    const key = JSON.stringify(room)
    const paper = known.get(key) ?? layOut(room)
    known.set(key, paper)
    return paper
  }
  for (const { pages, order } of orders) {
    const fits = (room: Room | undefined): room is Room => {
      const fit = room && findFit(tryRoom(room))
      return fit !== undefined && fit.holdsFirstBox && fit.firstPages <= pages
    }
    if (fits(order)) return tryRoom(order)
    const rooms = listRooms(order, hasResults)
    // What does not fit with the least is not tried with more.
    const steps = fits(rooms.at(-1)?.at(-1)) ? rooms.find((each) => fits(each.at(-1))) : undefined
    const fitting = steps?.find(fits)
    if (fitting) return tryRoom(fitting)
  }
  return tryRoom({ redFlagsFirst: true })
}
