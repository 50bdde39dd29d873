import { describe, expect, test } from 'vitest'
import { readContent } from '../../src/content/read-content.ts'
import { checkSafety } from '../../src/domain/check-safety.ts'
import { AppError } from '../../src/domain/app-error.ts'
import { writeEnglish } from '../../src/domain/message.ts'
import { answerAllStops, describeFindings, refuseUnsafe } from '../../src/domain/refuse-unsafe.ts'
import { parseSelection, type Selection } from '../../src/domain/selection.ts'
import { shipped } from './plant.ts'
import { edges, facts, times, type Choices } from './safety-edges.ts'

const library = readContent(shipped)
const [entry] = library.topics
if (!entry) throw new Error('The shipped content has no topic.')
const { topic } = entry

function choose({ causes = ['fatty-liver'], ...rest }: Choices): Selection {
  return parseSelection({ topic: topic.id, language: 'en', causes: causes.map((id) => ({ id })), ...rest })
}
const find = (choices: Choices) => checkSafety(topic, choose(choices)).map(({ id }) => id)

const warnings = ['w4', 'w10', 'w13', 'w14', 'w15', 'w21', 'w22', 'sign', 'no', 'unusual', 'medicine', 'lab', 'unit']

test('each of the 22 rules, and each of ours beside them, is tested at its edges', () => {
  expect(topic.safety.rules.map(({ id }) => id)).toEqual(Object.keys(edges))
})

test.each(topic.safety.rules)('$id stops or warns as its source asks', ({ id, level }) => {
  expect(level).toBe(warnings.includes(id.split('-')[0] ?? '') ? 'warn' : 'stop')
})

describe.each(Object.entries(edges))('%s', (id, { holds, not }) => {
  test.each(holds)('holds for: %s', (_, choices) => expect(find(choices)).toContain(id))
  test.each(not)('does not hold for: %s', (_, choices) => expect(find(choices)).not.toContain(id))
})

describe('a result without the limit of its lab is weighed with caution', () => {
  const bare = (analyte: string, value: number, unit = 'U/L') => ({ results: [{ analyte, value, unit }] })
  const w1 = 'w1-bilirubin-with-high-result'
  const w3 = 'w3-very-high-result'
  test.each<[rule: string, more: object, analyte: string, below: number, at: number, above: number, unit?: string]>([
    [w1, facts('jaundice'), 'ALT', 74, 75, 76],
    [w1, facts('jaundice'), 'AST', 104, 105, 106],
    [w1, facts('jaundice'), 'ALT', 1.24, 1.25, 1.26, 'µkat/L'],
    ['w4-high-result', {}, 'ALT', 123, 124, 125],
    [w3, {}, 'ALT', 375, 376, 1001],
    [w3, {}, 'AST', 525, 526, 1001],
    ['w12-tb-treatment', facts('tb-treatment'), 'AST', 174, 175, 176],
  ])('%s with %j: %s %d holds not, %d and %d do', (rule, more, analyte, below, at, above, unit) => {
    expect(find({ ...more, ...bare(analyte, below, unit) })).not.toContain(rule)
    for (const value of [at, above]) expect(find({ ...more, ...bare(analyte, value, unit) })).toContain(rule)
  })

  test('in pregnancy it counts as raised, however low it is', () => {
    expect(find({ ...facts('pregnant'), ...bare('ALT', 10) })).toContain('w5-pregnancy')
  })

  test('and another result with its limit takes nothing from it', () => {
    const [alt] = bare('ALT', 75).results
    const results = [alt, { analyte: 'AST', value: 30, upperLimit: 40, unit: 'U/L' }]
    expect(find({ results, ...facts('jaundice') })).toContain(w1)
  })

  test('a limit that is typed is used, though it is the higher one', () => {
    const results = [{ analyte: 'ALT', value: 75, upperLimit: 50, unit: 'U/L' }]
    expect(find({ results, ...facts('jaundice') })).not.toContain(w1)
  })
})

describe('what follows', () => {
  test('stops come before warnings', () => {
    const levels = checkSafety(topic, choose({ results: times(6), ...facts('known-cirrhosis', 'jaundice') }))
    expect(levels.map(({ level }) => level)).toEqual(['stop', 'warn', 'warn', 'warn'])
  })

  test('a plain visit has no finding', () => {
    expect(
      find({ causes: ['fatty-liver', 'drug-injury'], medicinesToStop: ['Diclofenac'], results: times(2.1, 1.3) }),
    ).toEqual([])
  })

  test('nothing leaves on paper until a reason is typed', () => {
    const unsafe = choose({ results: times(4), ...facts('jaundice') })
    expect(() => refuseUnsafe(library, unsafe)).toThrow(/^Stop: ALT or AST 3 times the limit or more with bilirubin/u)
    expect(() => refuseUnsafe(library, unsafe)).toThrow(AppError)
    const overrideReason = 'Seen today, going to hospital.'
    const answered = answerAllStops(library, { ...unsafe, overrideReason })
    expect(() => refuseUnsafe(library, answered)).not.toThrow()
    expect(() => refuseUnsafe(library, { ...answered, overrideReason: 'ok' })).toThrow(AppError)
    const later = { ...answered, facts: [...answered.facts, 'confusion'] }
    expect(() => refuseUnsafe(library, later)).toThrow(/^Stop: INR 1\.5 or more, or confusion/u)
  })

  test('the medicine that its prescriber must settle is named as typed, and no other', () => {
    const medicinesToStop = ['amoxicillin', 'Isoniazid 300 mg', '华法林片']
    const selection = choose({ causes: ['drug-injury'], medicinesToStop })
    expect(describeFindings(library, selection).map(writeEnglish)).toEqual([
      expect.stringMatching(
        /^Take care: On the list of medicines to stop: Isoniazid 300 mg and 华法林片\. The prescriber/u,
      ),
    ])
    expect(checkSafety(topic, choose({ results: times(6) }))[0]?.medicines).toEqual([])
  })

  test('a warning stops nothing', () => {
    expect(() => refuseUnsafe(library, choose({ results: times(6) }))).not.toThrow()
  })

  test('no sentence of a rule says what the patient has', () => {
    for (const words of Object.values(entry.words))
      for (const sentence of Object.values(words?.safetyRules ?? {}))
        expect(sentence).not.toMatch(/the patient has|you have|tiene (?:hepatitis|cirrosis)|得了/iu)
  })
})
