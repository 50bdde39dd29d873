import { describe, expect, test } from 'vitest'
import { composeSheet } from '../../src/domain/compose-sheet.ts'
import { listSheetText, type Sheet } from '../../src/domain/sheet.ts'
import type { TopicWords } from '../../src/domain/topic.ts'
import type { Selection } from '../../src/domain/selection.ts'
import { aClinic, aLibrary, aSelection, hash } from './make.ts'

const compose = (selection: Selection, library = aLibrary()) =>
  composeSheet({ library, selection, clinic: aClinic, today: '2026-11-22', hash })
const textOf = (sheet: Sheet) => listSheetText(sheet)
const rowsOf = (sheet: Sheet) =>
  sheet.sections.flatMap(({ blocks }) => blocks.flatMap((block) => (block.kind === 'results' ? block.rows : [])))
const twoAnalytes = aLibrary().topics.flatMap(({ topic: { analytes } }) => [
  ...analytes,
  ...analytes.map((each) => ({ ...each, id: 'AST' })),
])

test('results are told in words, and drawn while they fit on the line', () => {
  const rows = (value: number) => {
    const selection = aSelection([], { results: [{ analyte: 'ALT', value, upperLimit: 40, unit: 'U/L' }] })
    return rowsOf(compose(selection))[0]
  }
  expect(rows(40)).toMatchObject({ meaning: 'in the normal range', line: { end: 120, value: 40 } })
  expect(rows(60)?.meaning).toBe('a little high: 1.5 times the top')
  expect(rows(40.04)?.meaning).toBe('a little high: just above the top')
  expect(rows(80)?.meaning).toBe('clearly high: 2 times the top')
  expect(rows(120)?.line).toBeDefined()
  expect(rows(120)?.withoutLine).toBeUndefined()
  expect(rows(121)?.line).toBeUndefined()
  expect(rows(121)?.withoutLine).toBe('beyond-line')
  expect(rows(200)?.meaning).toBe('very high: 5 times the top')
})

describe('a number line', () => {
  const alt = { analyte: 'ALT', value: 60, upperLimit: 40, unit: 'U/L' }
  const rowOf = (result: object, changed: Parameters<typeof aLibrary>[0] = {}, more: Partial<TopicWords> = {}) =>
    rowsOf(compose(aSelection([], { results: [{ ...alt, ...result }] }), aLibrary(changed, more)))[0]

  test('shows the result before as a marker of its own, says it in words, and does not judge it', () => {
    const row = rowOf({ previous: 90 })
    expect(row).toMatchObject({ previous: 'Before it was 90.', line: { previous: { at: 90, label: 'before' } } })
    expect(row?.line?.alternative).toBe('ALT is 60 U/L, a little high: 1.5 times the top. Before it was 90.')
    expect(rowOf({})?.previous).toBeUndefined()
  })

  test('keeps a result before that is beyond it to the words', () => {
    const row = rowOf({ previous: 121 })
    expect(row?.previous).toBe('Before it was 121.')
    expect(row?.line).toMatchObject({ value: 60 })
    expect(row?.line?.previous).toBeUndefined()
  })

  test('is left out, with the reason, where two units would stand under one another', () => {
    const results = [alt, { ...alt, analyte: 'AST', value: 1, upperLimit: 0.7, unit: 'µkat/L' }]
    const rows = rowsOf(compose(aSelection([], { results }), aLibrary({ analytes: twoAnalytes })))
    expect(rows.map(({ withoutLine }) => withoutLine)).toEqual(['units-differ', 'units-differ'])
  })

  test('is left out, with the reason, where the limit of the lab is not known, and from the result beside it', () => {
    const { upperLimit: _limit, ...bare } = alt
    const results = [
      { ...bare, previous: 90 },
      { ...alt, analyte: 'AST' },
    ]
    const rows = rowsOf(compose(aSelection([], { results }), aLibrary({ analytes: twoAnalytes })))
    expect(rows).toEqual([
      {
        name: [{ text: 'ALT 60', strong: true }, { text: ' U/L' }],
        meaning: 'Nobody can compare this.',
        previous: 'Before it was 90.',
        withoutLine: 'no-limit',
      },
      expect.objectContaining({ meaning: 'a little high: 1.5 times the top', withoutLine: 'other-no-limit' }),
    ])
  })

  describe('with an anchor', () => {
    const anchor = (approvedBy: string) => ({ resultAnchor: { times: 2, approvedBy, sources: ['book'] } })
    const said = { resultAnchor: 'Many are calm up to {at}.' }

    test('that nobody approved says nothing of it', () => {
      expect(rowOf({}, anchor(''), said)).toEqual(rowOf({}))
    })

    test('that a clinician approved draws it, and says it in the alternative', () => {
      const line = rowOf({ previous: 90 }, anchor('A Clinician'), said)?.line
      expect(line?.anchor).toEqual({ at: 80, label: 'Many are calm up to 80.' })
      expect(line?.alternative).toMatch(/Before it was 90\. Many are calm up to 80\.$/u)
    })

    test('leaves it out for a result beyond it, which its words would play down', () => {
      expect(rowOf({ value: 80 }, anchor('A Clinician'), said)?.line?.anchor).toBeDefined()
      expect(rowOf({ value: 81 }, anchor('A Clinician'), said)?.line?.anchor).toBeUndefined()
    })
  })
})

describe('a result too high to wait', () => {
  const high = { results: [{ analyte: 'ALT', value: 210, upperLimit: 40, unit: 'U/L' }] }

  test('puts the call first among the next steps and drops the usual date', () => {
    const text = textOf(compose(aSelection(['running'], high)))
    expect(text).not.toContain('Test again')
    expect(text.slice(text.indexOf('Next steps') + 1, text.indexOf('Walk only.'))).toEqual([
      'Call today.',
      'We will tell you when.',
    ])
    expect(text).not.toContain('If it stays high, we look further.')
  })

  test('leaves a date the clinician chose', () => {
    const selection = aSelection(['running'], { ...high, retest: { kind: 'date', date: '2026-11-24' } })
    expect(textOf(compose(selection))).toContain('Tuesday 24 November 2026')
  })

  test('takes the number line from the others too, which would look like the whole story', () => {
    const two = [...high.results, { analyte: 'AST', value: 30, upperLimit: 40, unit: 'U/L' }]
    const library = aLibrary({ analytes: twoAnalytes })
    expect(rowsOf(compose(aSelection([], { results: two }), library)).map(({ withoutLine }) => withoutLine)).toEqual([
      'beyond-line',
      'other-beyond-line',
    ])
  })
})

describe('a result without the limit of its lab', () => {
  const bare = (value: number) => aSelection(['running'], { results: [{ analyte: 'ALT', value, unit: 'U/L' }] })
  const say = (value: number) => textOf(compose(bare(value)))

  test('is too high to wait from 5 times the cautious limit of the topic on, which is printed nowhere', () => {
    expect(say(123)).toContain('Test again')
    for (const value of [125, 126]) {
      expect(say(value)).toContain('Call today.')
      expect(say(value)).not.toContain('Test again')
    }
    for (const value of [123, 125]) expect(say(value).join(' ')).not.toMatch(/\b25\b|times/u)
  })

  test('is called neither high by the title nor in range by what happens next', () => {
    expect(compose(bare(10)).title).toBe('About your sample')
    expect(say(10)).toContain('If it stays high, we look further.')
  })
})
