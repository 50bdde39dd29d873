import { describe, expect, it } from 'vitest'
import type { Section } from '../../src/domain/sheet.ts'
import { layOutSheet } from '../../src/pdf/render-sheet.ts'
import { aSheet, say } from './a-sheet.ts'
import { fonts } from './render.ts'
import { renderShipped, tick, twoResults } from './shipped.ts'

function aSection(id: string, role: Section['role'], lines: number): Section {
  const blocks = Array.from({ length: lines }, (_, index) => ({
    kind: 'paragraph' as const,
    tone: 'plain' as const,
    text: say(`${id} ${index + 1}.`),
  }))
  return { id, role, blocks }
}

/** How high each page is filled, in points, after page 1: single lines, a box that no page end may cut, and lines again. */
function listHeights(before: number, box: number, after: number): number[] {
  const later = [
    aSection('before', 'plain', before),
    aSection('box', 'questions', box),
    aSection('after', 'plain', after),
  ]
  const sheet = aSheet({ sections: [...aSheet().sections.slice(0, 3), ...later] })
  const layout = layOutSheet(sheet, { paper: 'A4', date: '2026-11-22', fonts })
  return layout.listPages().map(({ height }) => height)
}

it('A short sheet stands on one page where that holds it, set closer', async () => {
  const { read } = await renderShipped({ ...tick('fatty-liver'), ...twoResults, language: 'zh-CN', depth: 'short' })
  expect(read.pages).toHaveLength(1)
})

describe('pages', () => {
  const room = 720 // of a later page, about

  it.each([
    [8, 36, 4],
    [10, 36, 8],
    [13, 32, 4],
  ])(
    'are set a little closer where that spares one more than half blank: %i lines, a box of %i, and %i',
    (...lines) => {
      const [, second, third, ...more] = listHeights(...lines)
      expect(more).toEqual([])
      expect(second).toBeGreaterThan(room / 2)
      expect(third).toBeLessThan(room / 2)
    },
  )

  it('are as airy as ever where setting them closer spares none', () => {
    const [airy, other] = [listHeights(16, 32, 4), listHeights(20, 32, 4)]
    expect(airy[1]).toBeLessThan(room / 2)
    expect(airy).toHaveLength(3)
    expect(airy[2]).toBeCloseTo(other[2] ?? 0, 6)
    expect(airy[2]).toBeGreaterThan(0.95 * room)
  })
})
