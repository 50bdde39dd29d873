import { expect, test } from 'vitest'
import { joinLines } from '../../../src/renderer/sheet/join-lines.ts'

const lines = (...texts: readonly string[]) => joinLines(texts.map((text, index) => ({ text, y: 700 - index * 12 })))

test('the lines of a paragraph are joined with a space', () => {
  expect(lines('spill helpers into the', 'blood. Many things', 'do this.')).toBe(
    'spill helpers into the blood. Many things do this.',
  )
})

test('pieces of one line are not, nor lines that have their space', () => {
  expect(
    joinLines([
      { text: 'Call ', y: 700 },
      { text: '112', y: 700 },
      { text: '.', y: 700 },
    ]),
  ).toBe('Call 112.')
  expect(lines('one ', 'two', ' three')).toBe('one two three')
})

test('neither are Chinese lines, nor a word that is broken after its hyphen', () => {
  expect(lines('肝细胞受损时，', '会把酶漏到', '血液里。')).toBe('肝细胞受损时，会把酶漏到血液里。')
  expect(lines('late-', 'pregnancy', 'a dash –', 'then more')).toBe('late-pregnancy a dash – then more')
})
