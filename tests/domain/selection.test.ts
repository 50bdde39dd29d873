import { describe, expect, test } from 'vitest'
import { AppError } from '../../src/domain/app-error.ts'
import { parseSelection } from '../../src/domain/selection.ts'
import { parseNumber } from '../../src/domain/parse-number.ts'

const base = { topic: 'high-sample', language: 'en', causes: [] }
const result = { analyte: 'ALT', value: 96, upperLimit: 45, unit: 'U/L' }

function problemsOf(more: object) {
  try {
    parseSelection({ ...base, ...more })
    return []
  } catch (error) {
    if (!(error instanceof AppError)) throw error
    return error.problems
  }
}
const fieldsOf = (more: object) => problemsOf(more).map((problem) => problem.field)

describe('reading a selection', () => {
  test('fills in what was not chosen', () => {
    expect(parseSelection(base)).toMatchObject({ retest: { kind: 'usual' }, depth: 'full', paper: 'A4', medicines: [] })
  })

  test.each([
    ['a language nobody knows', { language: 'fr' }, 'language'],
    ['a certainty nobody knows', { causes: [{ id: 'a', certainty: 'surely' }] }, 'causes.0.certainty'],
    ['a date that does not exist', { retest: { kind: 'date', date: '2026-02-30' } }, 'retest.date'],
    ['a date in another order', { retest: { kind: 'date', date: '07/12/2026' } }, 'retest.date'],
    ['a result that is not a number', { results: [{ ...result, value: Number.NaN }] }, 'results.0.value'],
    ['a negative result', { results: [{ ...result, value: -5 }] }, 'results.0.value'],
    ['a result of zero', { results: [{ ...result, value: 0 }] }, 'results.0.value'],
    ['an endless result', { results: [{ ...result, value: 1e9 }] }, 'results.0.value'],
    ['an unknown unit', { results: [{ ...result, unit: 'mmol/L' }] }, 'results.0.unit'],
    ['a name of 10,000 characters', { patientName: 'x'.repeat(10_000) }, 'patientName'],
    ['a name with a control character', { patientName: 'Patient\u0007Name' }, 'patientName'],
    ['a name over two lines', { patientName: 'Patient\nName' }, 'patientName'],
    ['a name that reverses the reading direction', { patientName: 'Patient \u202eName' }, 'patientName'],
    ['a name with a line separator', { patientName: 'Patient\u2028Name' }, 'patientName'],
    ['a name with a letter nobody sees', { patientName: 'Patient\u200bName' }, 'patientName'],
    ['a date in the year 9999', { retest: { kind: 'date', date: '9999-12-30' } }, 'retest.date'],
    ['a name with half a character', { patientName: 'Patient \ud800' }, 'patientName'],
    ['an empty medicine to stop', { medicinesToStop: ['  '] }, 'medicinesToStop.0'],
    ['a field nobody knows', { colour: 'red' }, ''],
  ])('refuses %s and says where', (_, more, field) => {
    expect(fieldsOf(more)).toEqual([field])
  })

  test('names every problem at once', () => {
    expect(fieldsOf({ patientName: 'a\u0000', results: [{ ...result, value: -1, unit: 'g' }] })).toEqual([
      'results.0.value',
      'results.0.unit',
      'patientName',
    ])
  })

  test('each message is a sentence', () => {
    for (const { message } of problemsOf({ patientName: 'x'.repeat(99), results: [{ ...result, unit: 'g' }] }))
      expect(message).toMatch(/^[A-Z].*\.$/u)
  })

  test('pasted line ends and tabs are evened out', () => {
    expect(parseSelection({ ...base, note: 'One\r\nTwo\tthree' }).note).toBe('One\nTwo three')
  })

  test('a note keeps its line breaks, and accents get one form', () => {
    expect(parseSelection({ ...base, note: 'One\nTwo' }).note).toBe('One\nTwo')
    expect(parseSelection({ ...base, patientName: 'Jose\u0301' }).patientName).toBe('Jos\u00e9')
  })
})

describe('a number as typed', () => {
  test.each([
    ['96', 96],
    [' 1.5 ', 1.5],
    ['-5', -5],
    ['1,5', Number.NaN],
    ['', Number.NaN],
    ['1e9', Number.NaN],
    ['0x10', Number.NaN],
    ['96 U/L', Number.NaN],
  ])('"%s" reads as %d', (typed, number) => {
    expect(parseNumber(typed)).toBe(number)
  })
})
