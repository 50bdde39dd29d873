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

  it('names the mark alone, of several on a letter the one that does not fit', () => {
    for (const [text, number] of [
      ['令\ufe00', 'U+FE00'],
      ['ɛ\u0301\u3099', 'U+3099'],
      ['令\u0302', 'U+0302'],
    ] as const)
      expect(findProblems(patient(text))).toMatchObject([
        {
          field: 'patientName',
          message: `Patient name: the character ${number} (which does not show) cannot be printed. Please leave it out.`,
        },
      ])
  })

  it.each([
    ['sixty', `Z${'\u0303'.repeat(60)}`, '"Z"'],
    ['three, one of them under it', 'aX\u0301\u0323\u0301b', '"X"'],
    ['three parted by what does not show', 'X\u0301\u0301\u200c\u0301', '"X"'],
    ['many, on two letters', `${'Z\u0303\u0301\u0302'.repeat(2)}q\u0301\u0301\u0301`, '"Z", "q"'],
    ['two, on a Chinese character, which fills its line', '令\u0301\u0301', '"令"'],
    ['many, and no letter', '\u0301\u0301\u0301', 'U+0301 (which does not show)'],
  ])('is refused where a letter bears more marks than have room: %s', (_, text, letters) => {
    expect(findProblems(patient(text))).toMatchObject([
      {
        field: 'patientName',
        message: `Patient name: there are more accents on ${letters} than can be printed. Please leave some of them out.`,
      },
    ])
    expect(() => splitByFace(text.normalize('NFC'), 'regular', 'en', fonts)).toThrow(
      `There are more accents on ${letters.slice(0, 3)}`,
    )
  })

  it('tells in one round what no font has and where the marks are too many', () => {
    expect(findProblems(patient('😀Z\u0303\u0303\u0303')).map(({ told }) => told?.id)).toEqual([
      'text-unprintable',
      'text-overmarked',
    ])
  })

  it.each([
    ['Yoruba', 'Adébáyọ̀ Ọlátúnjí ṣẹ́gun'],
    ['Vietnamese', 'Nguyễn Thị Hường, Phạm Văn Cường'],
    ['Navajo', 'Hózhǫ́ Tsídii Łizhinígíí Nááts’ǫ́'],
    ['Lithuanian with its stress', 'gi̇́rdi į̇́'],
    ['Dinka', 'kɔ̤̈c ɛ̤̈'],
  ])('passes with the marks a language needs, in one part or in several: %s', (_, text) => {
    for (const form of ['NFC', 'NFD'] as const) expect(findProblems(patient(text.normalize(form)))).toEqual([])
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
