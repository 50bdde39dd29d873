import { describe, expect, test } from 'vitest'
import { checkSelection, findContent } from '../../src/domain/check-selection.ts'
import { aLibrary, aSelection } from './make.ts'

/** What a clinician is told of choices of the made-up topic, each with its field. */
function tell(choices: object): string[] {
  const selection = aSelection([], choices)
  return checkSelection(findContent(aLibrary(), selection), selection, '2026-11-22').map(
    ({ field, message }) => `${field}: ${message}`,
  )
}

describe('a second language', () => {
  test('is refused where it is the first', () => {
    expect(tell({ secondLanguage: 'es' })).toEqual([])
    expect(tell({ secondLanguage: 'en' })).toEqual([
      'secondLanguage: The second language must be another one than the first.',
    ])
  })

  test('that the topic is not written in is told where it was chosen', () => {
    const find = () => findContent(aLibrary(), { topic: 'high-sample', language: 'es' }, 'secondLanguage')
    expect(find).toThrow(expect.objectContaining({ problems: [expect.objectContaining({ field: 'secondLanguage' })] }))
  })
})

describe('ids of a retired topic', () => {
  const [active] = aLibrary().topics
  const old = { ...active!, topic: { ...active!.topic, id: 'old-sample', status: 'retired' as const } }
  const library = { ...aLibrary(), topics: [active!, old] }

  test('the topic itself is refused, with what to do', () => {
    const find = () => findContent(library, { topic: 'old-sample', language: 'en' })
    expect(find).toThrow(/retired and can no longer be printed\. Please choose another topic\./u)
  })

  test('each id that the topic of the sheet does not have is told with its field, and what to do', () => {
    const strange = {
      causes: [{ id: 'old-cause' }],
      dropped: ['old-advice'],
      added: ['old-extra'],
      medicines: ['old-pill'],
      results: [{ analyte: 'OLD', value: 50, upperLimit: 40, unit: 'U/L' }],
      facts: ['old-fact'],
      labs: [{ id: 'old-test', value: 1 }],
    }
    const told = tell(strange)
    const fields = ['causes.0.id', 'dropped', 'added', 'medicines', 'results.0.analyte', 'facts', 'labs.0.id']
    expect(told.map((line) => line.split(': ')[0])).toEqual(fields)
    for (const line of told) expect(line).toMatch(/: There is no .* Please take it out\.$/u)
  })
})

describe('the day of the next test', () => {
  const tellDay = (date: string) => tell({ retest: { kind: 'date', date } })

  test('is from today to 2 years on', () => {
    expect([tellDay('2026-11-22'), tellDay('2028-11-22')]).toEqual([[], []])
    expect(tellDay('2026-11-21')).toEqual([
      'retest.date: The date of the next test is in the past. Please choose today or later.',
    ])
    expect(tellDay('2028-11-23')).toEqual([
      'retest.date: The date of the next test is more than 2 years away. Please check the year.',
    ])
  })
})

describe('A5', () => {
  const short = { paper: 'A5', depth: 'short' }

  test('holds a short sheet in standard letters', () => {
    expect(tell(short)).toEqual([])
  })

  test.each([
    ['a full sheet', { paper: 'A5' }],
    ['clear letters', { ...short, size: 'clear' }],
    ['large letters', { ...short, size: 'large' }],
    ['two languages', { ...short, secondLanguage: 'es' }],
    ['all of these', { paper: 'A5', size: 'large', secondLanguage: 'es' }],
  ])('is refused for %s, with what to do', (_, choices) => {
    expect(tell(choices)).toEqual([
      'paper: A5 has room only for a short sheet, in one language and standard letters. Please choose those, or A4 or Letter.',
    ])
  })
})
