import { describe, expect, it } from 'vitest'
import { framePiece, keepWhole, stackPieces, textPiece, type Piece } from '../../src/pdf/piece.ts'
import { placePages } from '../../src/pdf/place-pages.ts'

type Options = Partial<Pick<Piece, 'gap' | 'keepWithNext'>> & { readonly cuts?: boolean }

/** A piece that writes its name and its top into `drawn`; with `cuts` it may be cut at any height. */
function aPiece(
  drawn: string[],
  name: string,
  height: number,
  { cuts = false, gap = 0, keepWithNext = false }: Options = {},
): Piece {
  return {
    height,
    gap,
    keepWithNext,
    draw: (_canvas, _x, y) => void drawn.push(`${name}@${y}`),
    split: (room) =>
      cuts && room > 0
        ? [aPiece(drawn, `${name}-`, room, { cuts, gap }), aPiece(drawn, `-${name}`, height - room, { cuts, gap })]
        : undefined,
  }
}

/** What stands on each page of `room`, by name and top. */
function show(build: (drawn: string[]) => readonly Piece[], room: number): string[] {
  const drawn: string[] = []
  const pages = placePages(stackPieces(build(drawn), { gap: 0 }), () => room)
  return pages.map((page) => {
    drawn.length = 0
    // Nothing here looks at the canvas.
    page.draw(undefined as never, 0, 0)
    return drawn.join(' ')
  })
}

describe('text', () => {
  const span = { text: 'One line.', face: 'main-regular', size: 10, color: '#000000' } as const
  const cut = (count: number, room: number) => {
    const lines = Array.from({ length: count }, () => ({ spans: [span], width: 50 }))
    const piece = textPiece({ type: 'P' }, { lines, leading: 10, height: 10 * count }, 50, { gap: 0 })
    return piece.split(room, 1000)?.map(({ height }) => height)
  }

  it('leaves no line alone, at the foot of a page or at the head of the next', () => {
    expect(cut(5, 45)).toEqual([30, 20])
    expect(cut(5, 19)).toBeUndefined()
    expect(cut(3, 25)).toBeUndefined()
  })
})

describe('pieces', () => {
  it('stand under one another, with the space they ask for but none at the top', () => {
    expect(show((drawn) => [aPiece(drawn, 'a', 30, { gap: 10 }), aPiece(drawn, 'b', 30, { gap: 10 })], 100)).toEqual([
      'a@0 b@40',
    ])
  })

  it('go on to the next page whole', () => {
    expect(show((drawn) => [aPiece(drawn, 'a', 60), aPiece(drawn, 'b', 60, { gap: 10 })], 100)).toEqual(['a@0', 'b@0'])
  })

  it('are cut where they can be', () => {
    expect(show((drawn) => [aPiece(drawn, 'a', 60), aPiece(drawn, 'b', 60, { gap: 10, cuts: true })], 100)).toEqual([
      'a@0 b-@70',
      '-b@0',
    ])
  })

  it('take the headings above them along', () => {
    const keep = { keepWithNext: true }
    expect(
      show(
        (drawn) => [
          aPiece(drawn, 'a', 60),
          aPiece(drawn, 'h2', 10, keep),
          aPiece(drawn, 'h3', 10, keep),
          aPiece(drawn, 'b', 60),
        ],
        100,
      ),
    ).toEqual(['a@0', 'h2@0 h3@10 b@20'])
  })

  it('that are kept whole are cut only when no page could hold them', () => {
    const build = (height: number) => (drawn: string[]) => [
      aPiece(drawn, 'a', 60),
      keepWhole(aPiece(drawn, 'b', height, { cuts: true })),
    ]
    expect(show(build(90), 100)).toEqual(['a@0', 'b@0'])
    expect(show(build(130), 100)).toEqual(['a@0 b-@60', '-b@0'])
  })

  it('that fill a page are cut where their heading leaves them less', () => {
    const build = (drawn: string[]) => [
      aPiece(drawn, 'h', 10, { keepWithNext: true }),
      keepWhole(aPiece(drawn, 'b', 95, { cuts: true })),
    ]
    expect(show(build, 100)).toEqual(['h@0 b-@10', '-b@0'])
  })

  it('are never clipped: what fits no page is refused', () => {
    expect(() => show((drawn) => [aPiece(drawn, 'a', 101)], 100)).toThrow(/too long for one page/u)
  })

  it('have their frame on every page they reach', () => {
    const drawn: string[] = []
    const frame = { left: 5, right: 5, top: 10, bottom: 10, drawBehind: () => undefined }
    const parts = framePiece(aPiece(drawn, 'a', 60, { cuts: true }), frame, 100, { gap: 0 }).split(50, 100)
    expect(parts?.map(({ height }) => height)).toEqual([50, 50])
  })
})
