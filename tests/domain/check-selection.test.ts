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
  test('is refused where it is the first, and on A5', () => {
    expect(tell({ secondLanguage: 'en' })).toEqual([
      'secondLanguage: The second language must be another one than the first.',
    ])
    expect(tell({ secondLanguage: 'es' })).toEqual([])
    expect(tell({ secondLanguage: 'es', paper: 'A5', depth: 'short' })).toEqual([
      'paper: A5 has no room for two languages side by side. Please choose A4 or Letter, or one language.',
    ])
  })

  test('that the topic is not written in is told where it was chosen', () => {
    const find = () => findContent(aLibrary(), { topic: 'high-sample', language: 'es' }, 'secondLanguage')
    expect(find).toThrow(expect.objectContaining({ problems: [expect.objectContaining({ field: 'secondLanguage' })] }))
  })
})

describe('A5', () => {
  test('holds a short sheet in standard letters', () => {
    expect(tell({ paper: 'A5', depth: 'short' })).toEqual([])
  })

  test('is refused for a full sheet and for larger letters, with what to do', () => {
    expect(tell({ paper: 'A5' })).toEqual([
      'paper: A5 has room for a short sheet only. Please choose the short depth, or A4 or Letter.',
    ])
    expect(tell({ paper: 'A5', depth: 'short', size: 'clear' })).toEqual([
      'paper: A5 has room for standard letters only. Please choose the standard text size, or A4 or Letter.',
    ])
  })
})
