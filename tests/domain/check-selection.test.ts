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
