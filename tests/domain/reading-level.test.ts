import { describe, expect, test } from 'vitest'
import { countNumberSyllables } from '../../src/domain/number-syllables.ts'
import {
  computeFleschKincaid,
  computeSmog,
  computeSpanishSmog,
  computeSzigrisztPazos,
} from '../../src/domain/reading-level.ts'

describe('SMOG', () => {
  // The conversion table that goes with the hand method (nearest square root + 3), as printed by Hunter College, New York.
  test.each([
    [4, 5],
    [9, 6],
    [16, 7],
    [25, 8],
    [36, 9],
    [49, 10],
    [64, 11],
    [81, 12],
    [100, 13],
    [121, 14],
  ])('%i long words in 30 sentences: the table says grade %i, the formula is within 0.7 of it', (longWords, grade) => {
    expect(Math.abs(computeSmog({ longWords, sentences: 30 }) - grade)).toBeLessThan(0.7)
  })

  test('worked by hand: 30 long words in 30 sentences, 1.0430 × 5.4772 + 3.1291', () => {
    expect(computeSmog({ longWords: 30, sentences: 30 })).toBeCloseTo(8.8418, 3)
  })

  test('only long words a sentence count, so twice the text has the same grade; no long word is the least there is', () => {
    expect(computeSmog({ longWords: 40, sentences: 60 })).toBe(computeSmog({ longWords: 20, sentences: 30 }))
    expect(computeSmog({ longWords: 0, sentences: 30 })).toBe(3.1291)
  })
})

describe('Flesch-Kincaid grade', () => {
  test('"The Australian platypus is seemingly a hybrid of a mammal and reptilian creature": 13 words, 24 syllables, 11.3', () => {
    // The example of Wikipedia, "Flesch–Kincaid readability tests".
    expect(computeFleschKincaid({ sentences: 1, words: 13, syllables: 24 })).toBeCloseTo(11.3, 1)
  })

  test('worked by hand: "The cat sat on the mat", 6 words of 1 syllable: 2.34 + 11.8 − 15.59', () => {
    expect(computeFleschKincaid({ sentences: 1, words: 6, syllables: 6 })).toBeCloseTo(-1.45, 5)
  })
})

describe('Spanish', () => {
  test('Szigriszt-Pazos worked by hand: 10 sentences, 120 words, 216 syllables: 206.835 − 112.14 − 12', () => {
    expect(computeSzigrisztPazos({ sentences: 10, words: 120, syllables: 216 })).toBeCloseTo(82.695, 5)
  })

  test('SOL worked by hand: SMOG 8.8418 in Spanish is 0.74 × 8.8418 − 2.51 in English', () => {
    expect(computeSpanishSmog({ longWords: 30, sentences: 30 })).toBeCloseTo(4.0329, 3)
  })
})

describe('numbers as they are read out', () => {
  test.each([
    ['0', 2],
    ['7', 2],
    ['11', 3],
    ['17', 3],
    ['30', 2],
    ['38', 3],
    ['150', 5],
    ['911', 6],
    ['1,000', 3],
    ['2026', 6],
    ['7.5', 4],
    ['17245', 11],
  ])('%s: %i syllables', (digits, count) => {
    expect(countNumberSyllables(digits)).toBe(count)
  })
})
