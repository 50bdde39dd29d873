import { describe, expect, it } from 'vitest'
import { spreadLabels } from '../../src/pdf/spread-labels.ts'

const ticks = (width: number, wide: number) =>
  [0, 1 / 3, 2 / 3, 1].map((share, index) => ({ center: share * width, width: index === 1 ? wide : 12 }))

describe('labels', () => {
  it('stand under their places when there is room', () => {
    expect(
      spreadLabels(
        [
          { center: 30, width: 20 },
          { center: 80, width: 10 },
        ],
        0,
        100,
        5,
      ),
    ).toEqual([
      { x: 20, row: 0 },
      { x: 75, row: 0 },
    ])
  })

  it('stay inside at both ends', () => {
    expect(
      spreadLabels(
        [
          { center: 0, width: 20 },
          { center: 100, width: 30 },
        ],
        0,
        100,
        5,
      ),
    ).toEqual([
      { x: 0, row: 0 },
      { x: 70, row: 0 },
    ])
  })

  it('take another row when one is too short', () => {
    const rows = spreadLabels(
      [
        { center: 10, width: 60 },
        { center: 50, width: 60 },
        { center: 90, width: 60 },
      ],
      0,
      100,
      5,
    )
    expect(new Set(rows.map(({ row }) => row)).size).toBeGreaterThan(1)
  })

  it('never overlap and never leave the line, however long', () => {
    for (let width = 60; width <= 320; width += 7)
      for (let wide = 5; wide <= 200; wide += 11) {
        const labels = ticks(width, wide)
        const placed = spreadLabels(labels, 0, width, 4)
        placed.forEach(({ x, row }, index) => {
          const own = labels[index]?.width ?? 0
          expect(x).toBeGreaterThanOrEqual(0)
          if (own <= width) expect(x + own).toBeLessThanOrEqual(width + 0.001)
          for (const other of placed.slice(index + 1))
            if (other.row === row) expect(other.x).toBeGreaterThanOrEqual(x + own + 3.999)
        })
      }
  })
})
