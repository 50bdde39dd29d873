import { describe, expect, it } from 'vitest'
import { AppError, type Problem } from '../../src/domain/app-error.ts'
import { checkPrintable, type TypedText } from '../../src/pdf/check-printable.ts'
import { splitByFace } from '../../src/pdf/split-by-face.ts'
import { fonts } from './render.ts'

function findProblems(...texts: TypedText[]): readonly Problem[] {
  try {
    checkPrintable(texts, fonts)
    return []
  } catch (error) {
    if (!(error instanceof AppError)) throw error
    expect(error.code).toBe('unprintable-text')
    return error.problems
  }
}
const patient = (text: string): TypedText => ({ field: 'patientName', name: 'field-patient-name', text })

describe('typed text', () => {
  it.each([
    '',
    'Ann',
    'Ñandú Łódź Nguyễn',
    'cafe\u0301',
    '患者姓名',
    '38 °C ≥ 3 µkat/L',
    'line\nline',
    'Ирина Ελένη',
    'a\u00a0b',
    '\u{2f800}', // stands for 丽, which is what prints
  ])('passes: %j', (text) => {
    expect(findProblems(patient(text))).toEqual([])
  })

  it('is refused with a sentence that names the character', () => {
    expect(findProblems(patient('Ann 😀'))).toMatchObject([
      { field: 'patientName', message: 'Patient name: the character "😀" cannot be printed. Please leave it out.' },
    ])
  })

  it('is refused in a script that would be read aloud in another order than it was typed', () => {
    expect(findProblems(patient('हिन्दी'))).toHaveLength(1)
  })

  it('names each character once, in order', () => {
    expect(findProblems(patient('🎉😀🎉'))[0]?.message).toBe(
      'Patient name: the characters "🎉", "😀" cannot be printed. Please leave them out.',
    )
  })

  it.each([
    ['a tab', '\t', 'U+0009'],
    ['a mark that reverses reading', '\u202e', 'U+202E'],
    ['half a character', '\ud83d', 'U+D83D'],
    ['a private sign', '\ue000', 'U+E000'],
  ])('tells the number of what does not show: %s', (_, character, number) => {
    expect(findProblems(patient(`a${character}b`))[0]?.message).toContain(
      `the character ${number} (which does not show)`,
    )
  })

  it.each([
    ['a sign for the look of a character, which the other font has', '中\ufe00', 'U+FE00'],
    ['one that no font has', '葛\u{e0100}', 'U+E0100'],
    ['a ring, which would stand around the letter before', 'Ann\u20dd', 'U+20DD'],
  ])('is refused where a letter would not bear its mark: %s', (_, text, number) => {
    const problems = findProblems(patient(text))
    expect(problems.map(({ field }) => field)).toEqual(['patientName'])
    expect(problems[0]?.message).toContain(`the character ${number} (which does not show)`)
  })

  it.each(['q\u0303 x\u0301 O\u0323\u0300', '中\u0301', 'и\u0300', 'Anna \u0301'])(
    'passes with marks that have no letter of their own, and can be drawn: %j',
    (text) => {
      expect(findProblems(patient(text))).toEqual([])
      expect(() => splitByFace(text.normalize('NFC'), 'bold', 'zh-CN', fonts)).not.toThrow()
    },
  )

  it.each(['مريم', 'שרה', '𠮷田'])('is refused in a script no font of ours has: %s', (text) => {
    expect(findProblems(patient(text))).toHaveLength(1)
  })

  it('has one problem for each field, found by its path', () => {
    const problems = findProblems(
      patient('😀'),
      { field: 'medicinesToStop.0', name: 'field-medicine-to-stop', text: '💊' },
      { field: 'note', name: 'field-note', text: 'fine' },
    )
    expect(problems.map(({ field }) => field)).toEqual(['patientName', 'medicinesToStop.0'])
    expect(problems[1]?.message).toMatch(/^Medicine to stop: /u)
  })
})
