import { describe, expect, it } from 'vitest'
import { fitPaper, type Room } from '../../src/pdf/fit-paper.ts'

/** Heights in parts of a page: what a sheet has to say, and how much of it may stand on each page. */
type Says = {
  readonly head: number
  readonly lead: number
  readonly box: number
  readonly redFlags: number
  readonly results: number
}

/** Pages as they come: what does not fit goes on to the next, in the order of the room. */
function countPages(says: Says, room: Room) {
  const actions = 0.1 * (room.firstActionsAtMost ?? 3)
  const head = says.head + (room.leadLast ? 0 : says.lead)
  const steps = says.box + actions + (room.isPageOneTight ? 0 : 0.05)
  const shown = { none: 1, lines: 0.5, all: 0 }[room.resultsLast ?? 'none']
  const height = head + says.redFlags + steps + shown * says.results
  const first = room.redFlagsFirst ? says.redFlags : steps
  return { room, firstPages: Math.ceil(height), holdsFirstBox: head + first <= 1 }
}

function fit(change: Partial<Says>) {
  const says: Says = { head: 0.1, lead: 0.1, box: 0.1, redFlags: 0.3, results: 0, ...change }
  const tried: Room[] = []
  const layOut = (room: Room) => {
    tried.push(room)
    return countPages(says, room)
  }
  return { ...fitPaper(layOut, (paper) => paper, says.results > 0), tried }
}

describe('a paper', () => {
  it('says all on page 1 where that holds it, at the first try', () => {
    const { room, tried } = fit({})
    expect(room).toEqual({})
    expect(tried).toHaveLength(1)
  })

  it.each([
    [0.4, { isPageOneTight: true }],
    [0.45, { isPageOneTight: true, firstActionsAtMost: 2 }],
    [0.55, { isPageOneTight: true, firstActionsAtMost: 1 }],
    [0.65, { isPageOneTight: true, firstActionsAtMost: 0 }],
  ])('gives up step by step what page 1 has no room for: red flags of %s', (redFlags, room) => {
    expect(fit({ redFlags })).toMatchObject({ room, firstPages: 1 })
  })

  it('puts the number lines behind, then the results, before it gives up the last first action', () => {
    expect(fit({ results: 0.2 }).room).toEqual({ isPageOneTight: true, firstActionsAtMost: 2 })
    expect(fit({ results: 0.3 }).room).toEqual({ isPageOneTight: true, firstActionsAtMost: 1 })
    expect(fit({ results: 0.4 }).room).toEqual({
      resultsLast: 'lines',
      isPageOneTight: true,
      firstActionsAtMost: 2,
    })
    expect(fit({ results: 0.7 }).room).toEqual({ resultsLast: 'all' })
    expect(fit({ results: 0.4, redFlags: 0.65 }).room).toEqual({
      resultsLast: 'all',
      isPageOneTight: true,
      firstActionsAtMost: 0,
    })
  })

  it('begins with the red flags where it needs two pages, and then says all', () => {
    expect(fit({ redFlags: 0.8 })).toMatchObject({ room: { redFlagsFirst: true }, firstPages: 2 })
  })

  it('has no line of words for the results on two pages, where it would cost a first action', () => {
    expect(fit({ redFlags: 0.85, lead: 0, results: 0.9 }).room).toEqual({ redFlagsFirst: true, resultsLast: 'all' })
  })

  it('puts the lead behind where the red flags would not be on page 1', () => {
    expect(fit({ redFlags: 0.85 })).toMatchObject({
      room: { redFlagsFirst: true, leadLast: true },
      holdsFirstBox: true,
    })
  })

  it('comes as it is, red flags first, where nothing helps', () => {
    expect(fit({ redFlags: 4 }).room).toEqual({ redFlagsFirst: true })
  })

  it('tries nothing twice', () => {
    const { tried } = fit({ redFlags: 4, results: 1 })
    expect(new Set(tried.map((room) => JSON.stringify(room))).size).toBe(tried.length)
  })
})
