import { describe, expect, test } from 'vitest'
import { composeSheet } from '../../src/domain/compose-sheet.ts'
import { listSheetText, type Sheet } from '../../src/domain/sheet.ts'
import type { Selection } from '../../src/domain/selection.ts'
import { aClinic, aLibrary, aSelection, hash } from './make.ts'

const compose = (selection: Selection, room: object) =>
  composeSheet({ library: aLibrary(), selection, clinic: aClinic, today: '2026-11-22', hash, ...room })
const idsOf = (sheet: Sheet) => sheet.sections.map((section) => section.id)

describe('paper with little room', () => {
  test('lets the red flags come after what to do, or before it where one page cannot hold both', () => {
    const listIds = (room: object) => idsOf(compose(aSelection([]), room)).slice(0, 2)
    expect(listIds({})).toEqual(['next-steps', 'red-flags'])
    expect(listIds({ redFlagsFirst: true })).toEqual(['red-flags', 'next-steps'])
  })

  test('has what must be done today before red flags that come first, and says it once', () => {
    const results = [{ analyte: 'ALT', value: 400, upperLimit: 40, unit: 'U/L' }]
    const composeIn = (room: object) => compose(aSelection(['fatty'], { results }), room)
    const apart = composeIn({ redFlagsFirst: true, resultsLast: 'all' })
    expect(idsOf(composeIn({})).slice(0, 3)).toEqual(['results', 'next-steps', 'red-flags'])
    expect(idsOf(apart).slice(0, 3)).toEqual(['today', 'red-flags', 'next-steps'])
    expect(listSheetText(apart).toSorted()).toEqual(listSheetText(composeIn({})).toSorted())
  })

  test('lets the results come last of what must not be missed, and the main message after that; nothing is lost', () => {
    const selection = aSelection(['running'], {
      results: [{ analyte: 'ALT', value: 80, upperLimit: 40, unit: 'U/L' }],
    })
    const composeIn = (room: object) => compose(selection, room)
    const listIds = (room: object) => idsOf(composeIn(room)).slice(0, 4)
    expect(listIds({})).toEqual(['results', 'next-steps', 'red-flags', 'causes'])
    expect(listIds({ resultsLast: 'all' })).toEqual(['next-steps', 'red-flags', 'results', 'causes'])
    const both = { redFlagsFirst: true, resultsLast: 'all', leadLast: true }
    expect(listIds(both)).toEqual(['red-flags', 'next-steps', 'results', 'lead'])
    expect(composeIn(both).lead).toEqual([])
    expect(listSheetText(composeIn(both)).toSorted()).toEqual(listSheetText(composeIn({})).toSorted())
  })

  test('lets the number lines come last, and in their place the same results in words', () => {
    const result = { analyte: 'ALT', value: 80, unit: 'U/L', previous: 90 }
    const composeIn = (room: object, limit: object) =>
      compose(aSelection(['running'], { results: [{ ...result, ...limit }] }), room)
    const drawn = composeIn({ resultsLast: 'lines' }, { upperLimit: 40 })
    expect(idsOf(drawn).slice(0, 4)).toEqual(['results-in-words', 'next-steps', 'red-flags', 'results'])
    const whole = composeIn({}, { upperLimit: 40 }).sections[0]?.blocks[0]
    const row = whole?.kind === 'results' ? whole.rows[0] : undefined
    expect(drawn.sections[0]?.blocks).toEqual([
      { kind: 'paragraph', tone: 'plain', text: [...(row?.name ?? []), { text: ` · ${row?.meaning}` }] },
    ])
    expect(drawn.sections[3]?.blocks).toEqual([whole])
    // Without a number line nothing is left for later: all that is known stands on the line of words.
    const wordsAlone = composeIn({ resultsLast: 'lines' }, {})
    expect(idsOf(wordsAlone)).not.toContain('results')
    expect(listSheetText(wordsAlone).join(' ')).toContain('90')
  })
})
