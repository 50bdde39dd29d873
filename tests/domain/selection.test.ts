import { describe, expect, test } from 'vitest'
import { AppError } from '../../src/domain/app-error.ts'
import { parseSelection, readSelection } from '../../src/domain/selection.ts'
import { parseNumber, readNumber } from '../../src/domain/parse-number.ts'

const base = { topic: 'high-sample', language: 'en', causes: [] }
const result = { analyte: 'ALT', value: 96, upperLimit: 45, unit: 'U/L' }
const kat = { analyte: 'ALT', value: 1.6, upperLimit: 0.75, unit: 'µkat/L' }

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
    ['an upper limit of zero', { results: [{ ...result, upperLimit: 0 }] }, 'results.0.upperLimit'],
    ['an upper limit under 5', { results: [{ ...result, upperLimit: 4.9 }] }, 'results.0.upperLimit'],
    ['an upper limit over 500', { results: [{ ...result, upperLimit: 501 }] }, 'results.0.upperLimit'],
    ['a limit of U/L in µkat/L', { results: [{ ...result, value: 1.6, unit: 'µkat/L' }] }, 'results.0.upperLimit'],
    ['a limit of µkat/L in U/L', { results: [{ ...result, upperLimit: 0.75 }] }, 'results.0.upperLimit'],
    ['a result no µkat/L can be', { results: [{ ...kat, value: 2000 }] }, 'results.0.value'],
    ['a last result of zero', { results: [{ ...result, previous: 0 }] }, 'results.0.previous'],
    ['a last result that is not a number', { results: [{ ...result, previous: 'high' }] }, 'results.0.previous'],
    ['a last result no µkat/L can be', { results: [{ ...kat, previous: 2000 }] }, 'results.0.previous'],
    ['a result that could be two numbers', { results: [{ ...result, value: '1,500' }] }, 'results.0.value'],
    ['200 causes', { causes: Array.from({ length: 200 }, (_, index) => ({ id: `cause-${index}` })) }, 'causes'],
    ['a note of 20,000 characters', { note: 'x'.repeat(20_000) }, 'note'],
    ['a name of 10,000 characters', { patientName: 'x'.repeat(10_000) }, 'patientName'],
    ['a name with a control character', { patientName: 'Patient\u0007Name' }, 'patientName'],
    ['a name over two lines', { patientName: 'Patient\nName' }, 'patientName'],
    ['a name that reverses the reading direction', { patientName: 'Patient \u202eName' }, 'patientName'],
    ['a name with a line separator', { patientName: 'Patient\u2028Name' }, 'patientName'],
    ['a name with a letter nobody sees', { patientName: 'Patient\u200bName' }, 'patientName'],
    ['a date in the year 9999', { retest: { kind: 'date', date: '9999-12-30' } }, 'retest.date'],
    ['a name with half a character', { patientName: 'Patient \ud800' }, 'patientName'],
    ['an empty medicine to stop', { medicinesToStop: ['  '] }, 'medicinesToStop.0'],
    ['a date in 1999', { retest: { kind: 'date', date: '1999-12-31' } }, 'retest.date'],
    ['a result that is endless', { results: [{ ...result, value: Number.POSITIVE_INFINITY }] }, 'results.0.value'],
    ['a limit that is not a number', { results: [{ ...result, upperLimit: Number.NaN }] }, 'results.0.upperLimit'],
    ['a limit as text', { results: [{ ...result, upperLimit: 'forty' }] }, 'results.0.upperLimit'],
    ['a blood test of zero', { labs: [{ id: 'bilirubin', value: 0, upperLimit: 1 }] }, 'labs.0.value'],
    ['an endless blood test', { labs: [{ id: 'bilirubin', value: 1e9, upperLimit: 1 }] }, 'labs.0.value'],
    ['a blood test that could be two', { labs: [{ id: 'ck', value: '1,500', upperLimit: 200 }] }, 'labs.0.value'],
    ['a blood test with a limit of zero', { labs: [{ id: 'ck', value: 1, upperLimit: 0 }] }, 'labs.0.upperLimit'],
    ['no order and no disorder', { ordered: 'perhaps' }, 'ordered'],
    ['an id in capitals', { causes: [{ id: 'Fatty Liver' }] }, 'causes.0.id'],
    ['301 lines taken out', { dropped: Array.from({ length: 301 }, () => 'a') }, 'dropped'],
    ['51 facts', { facts: Array.from({ length: 51 }, () => 'a') }, 'facts'],
    ['causes that are no list', { causes: 'fatty' }, 'causes'],
    ['a field nobody knows', { colour: 'red' }, ''],
  ])('refuses %s, says where, and what to do', (_, more, field) => {
    const problems = problemsOf(more)
    expect(problems.map((problem) => problem.field)).toEqual([field])
    expect(problems[0]?.message).toMatch(/\b(?:must be|please|type|use|write|say) /iu)
  })

  test('names every problem at once', () => {
    expect(fieldsOf({ patientName: 'a\u0000', results: [{ ...result, value: -1, unit: 'g' }] })).toEqual([
      'results.0.value',
      'results.0.unit',
      'patientName',
    ])
  })

  test('each message is a sentence', () => {
    const wrong = [
      { ...result, unit: 'g' },
      { ...result, upperLimit: 3 },
      { ...kat, value: 2000 },
      { ...result, value: '1,500' },
      { ...result, previous: 0 },
    ]
    const problems = problemsOf({
      patientName: 'x'.repeat(99),
      causes: Array.from({ length: 40 }, () => ({ id: 'a' })),
      results: wrong,
    })
    expect(problems).toHaveLength(7)
    for (const { message } of problems) expect(message).toMatch(/^["A-Z].*\.$/u)
  })

  test('a number that could be two is named with both', () => {
    expect(problemsOf({ results: [{ ...result, value: '1,500' }] })).toMatchObject([
      {
        field: 'results.0.value',
        message: 'ALT: "1,500" can be read as 1500 or as 1.5. Please write the one you mean.',
      },
    ])
  })

  test('a result may come without the limit of its lab', () => {
    const { upperLimit: _limit, ...bare } = result
    expect(parseSelection({ ...base, results: [bare] }).results).toEqual([bare])
  })

  test('limits at the edge of what is real are let through, in either unit', () => {
    for (const upperLimit of [5, 500]) expect(fieldsOf({ results: [{ ...result, upperLimit }] })).toEqual([])
    for (const upperLimit of [0.09, 8.3]) expect(fieldsOf({ results: [{ ...kat, upperLimit }] })).toEqual([])
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
    ['1,5', 1.5],
    ['0,670', 0.67],
    ['0.670', 0.67],
    ['1500,250', 1500.25],
    ['９６', 96],
    ['1，5', 1.5],
    ['1,500', Number.NaN],
    ['1.500', Number.NaN],
    ['1,234.5', Number.NaN],
    ['1²', Number.NaN],
    ['', Number.NaN],
    ['1e9', Number.NaN],
    ['0x10', Number.NaN],
    ['96 U/L', Number.NaN],
  ])('"%s" reads as %d', (typed, number) => {
    expect(parseNumber(typed)).toBe(number)
  })

  test('what is no number stays as it was typed', () => {
    expect(['1,500', ' high ', '', '1,5'].map(readNumber)).toEqual(['1,500', ' high ', '', 1.5])
  })
})

test.each([
  ['IU/L', 'U/L'],
  ['u/l', 'U/L'],
  ['ukat/L', 'µkat/L'],
  ['μkat/L', 'µkat/L'],
])('the unit %s of a lab report is %s', (typed, unit) => {
  const results = [{ analyte: 'ALT', value: 2, upperLimit: unit === 'U/L' ? 40 : 0.7, unit: typed }]
  expect(parseSelection({ topic: 'a', language: 'en', causes: [], results }).results[0]?.unit).toBe(unit)
})

describe('what can be read while something is still being typed', () => {
  const typed = { topic: 'a', language: 'en', causes: [] }
  const alt = { analyte: 'ALT', value: 700, upperLimit: 40, unit: 'U/L' }

  test('a blood test without its limit does not hide another one, nor its own value', () => {
    const labs = [
      { id: 'inr', value: 2.4 },
      { id: 'bilirubin', value: 3, upperLimit: '' },
    ]
    const { told, unread } = readSelection({ ...typed, labs })
    expect(told?.labs).toEqual([
      { id: 'inr', value: 2.4 },
      { id: 'bilirubin', value: 3 },
    ])
    expect(unread.map(({ field }) => field)).toEqual(['labs.1.upperLimit'])
  })

  test('a result that is no number goes alone, the others stay', () => {
    const { told } = readSelection({
      ...typed,
      results: [
        { ...alt, value: 'abc' },
        { ...alt, analyte: 'AST' },
      ],
    })
    expect(told?.results).toEqual([{ ...alt, analyte: 'AST' }])
  })

  test('a field that is wrong as a whole goes as a whole', () => {
    const { told } = readSelection({ ...typed, results: [alt], note: '\u202e', causes: 'all' })
    expect(told).toBeNull()
    expect(readSelection({ ...typed, results: [alt], note: '\u202e' }).told).toMatchObject({ results: [alt], note: '' })
  })
})

test.each(['diclofenac, warfarin', 'diclofenac; warfarin', '双氯芬酸、华法林', '双氯芬酸，华法林'])(
  'two medicines to stop do not share a field: %s',
  (name) => {
    const stop = { topic: 'a', language: 'en', causes: [], medicinesToStop: [name] }
    expect(() => parseSelection(stop)).toThrow(/one name in each field/u)
  },
)
