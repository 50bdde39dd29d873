import { assert, constantFrom, property, string } from 'fast-check'
import { expect, test } from 'vitest'
import { countTypos } from '../../src/store/count-typos.ts'

test.each([
  ['hepatitis', 'hepatitis', 0],
  ['hepa', 'hepatitis', 0],
  ['hepatitsi', 'hepatitis', 1],
  ['hepattitis', 'hepatitis', 1],
  ['heptitis', 'hepatitis', 1],
  ['hapatitis', 'hepatitis', 1],
  ['hepp', 'hepatitis', 1],
  ['hapattis', 'hepatitis', 2],
  ['liver', 'hepatitis', 3],
  ['', 'hepatitis', 0],
  ['longer', 'long', 2],
])('from %j to %j', (typed, word, typos) => {
  expect(countTypos(typed, word, 2)).toBe(typos)
})

/** The same by its definition: letter by letter, each way tried. */
function countSlowly(typed: string, word: string): number {
  const whole = (a: string, b: string): number => {
    if (a === '' || b === '') return a.length + b.length
    const costs = [
      whole(a.slice(1), b) + 1,
      whole(a, b.slice(1)) + 1,
      whole(a.slice(1), b.slice(1)) + (a[0] === b[0] ? 0 : 1),
      ...(a.length > 1 && a[0] === b[1] && a[1] === b[0] ? [whole(a.slice(2), b.slice(2)) + 1] : []),
    ]
    return Math.min(...costs)
  }
  return Math.min(...Array.from({ length: word.length + 1 }, (_, end) => whole(typed, word.slice(0, end))))
}

test('is the least that any way of mending takes', () => {
  const letters = string({ unit: constantFrom('a', 'b', 'c'), maxLength: 5 })
  assert(
    property(letters, letters, (typed, word) => {
      expect(countTypos(typed, word, 2)).toBe(Math.min(3, countSlowly(typed, word)))
    }),
    { numRuns: 300 },
  )
})
