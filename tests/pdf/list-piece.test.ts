import { describe, expect, it } from 'vitest'
import { listPieces, type ListLook } from '../../src/pdf/list-piece.ts'
import { stackPieces } from '../../src/pdf/piece.ts'

const look: ListLook = {
  width: 100,
  columns: 1,
  columnGap: 0,
  indent: 0,
  itemGap: 0,
  markerSize: 1,
  bulletColor: '#000000',
}
/** How high the two parts are when `count` items of 10 points each are cut to fit in `room`. */
function cut(count: number, room: number, columns: 1 | 2 = 1) {
  const items = Array.from({ length: count }, () => ({
    marker: 'check' as const,
    block: { lines: [], leading: 10, height: 10 },
  }))
  const pieces = listPieces([{ tag: { type: 'L' }, items }], { ...look, columns }, { gap: 0 })
  const parts = stackPieces(pieces, { gap: 0 }).split(room, 1000)
  return parts?.map(({ height }) => height)
}

describe('a list', () => {
  it('goes on to the next page between its items', () => {
    expect(cut(6, 35)).toEqual([30, 30])
    expect(cut(12, 35, 2)).toEqual([30, 30])
  })

  it('does not leave its last item alone', () => {
    expect(cut(6, 55)).toEqual([40, 20])
    expect(cut(6, 25, 2)).toEqual([20, 10])
    expect(cut(5, 25, 2)).toEqual([20, 10])
  })

  it('of two or three may do so', () => {
    expect(cut(3, 25)).toEqual([20, 10])
  })
})
