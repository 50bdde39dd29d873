import { describe, expect, test } from 'vitest'
import { readContent } from '../../src/content/read-content.ts'
import { checkSafety } from '../../src/domain/check-safety.ts'
import { composeSheet } from '../../src/domain/compose-sheet.ts'
import { parseSelection } from '../../src/domain/selection.ts'
import { toPlainText } from '../../src/domain/to-plain-text.ts'
import { aClinic, hash } from '../domain/make.ts'
import { shipped } from './plant.ts'

const library = readContent(shipped)
const [entry] = library.topics
if (!entry) throw new Error('The shipped content has no topic.')
const { topic } = entry

const write = (choices: object) => {
  const selection = parseSelection({ topic: topic.id, language: 'en', causes: [{ id: 'fatty-liver' }], ...choices })
  const sheet = composeSheet({ library, selection, clinic: aClinic, today: '2026-11-27', hash })
  return { text: toPlainText(sheet), findings: checkSafety(topic, selection) }
}
const high = (times: number) => [{ analyte: 'ALT', value: 40 * times, upperLimit: 40, unit: 'U/L' }]

describe('a patient who must not wait', () => {
  test('a plain visit has the usual day', () => {
    expect(write({}).text).toContain('19 February 2027')
  })

  test.each<[string, object, string]>([
    ['confusion', { facts: ['confusion'] }, 'Go to hospital now'],
    ['a possible overdose', { facts: ['possible-overdose'] }, 'Go to hospital now'],
    ['INR 2.4', { labs: [{ id: 'inr', value: 2.4 }] }, 'Go to hospital now'],
    ['fever, pain and jaundice', { facts: ['fever-with-pain', 'jaundice'] }, 'Go to hospital now'],
    ['jaundice', { facts: ['jaundice'] }, 'See a doctor today'],
    ['jaundice at 4 times the limit', { facts: ['jaundice'], results: high(4) }, 'See a doctor today'],
    ['heart failure or shock', { facts: ['heart-failure-or-shock'] }, 'Call us now and be seen today'],
    ['a result over 15 times the limit', { results: high(16) }, 'See a doctor today'],
    ['a result over 5 times the limit', { results: high(6) }, 'Call us today'],
    ['pregnancy', { facts: ['pregnant'] }, 'Call your maternity unit today.'],
  ])('%s prints no usual day, and the first line says what to do now', (_, choices, first) => {
    const { text } = write(choices)
    expect(text).not.toContain('19 February 2027')
    const lines = text
      .slice(text.indexOf('Your next steps'))
      .split('\n')
      .filter((line) => line.trim() !== '')
    expect(lines.slice(0, 4).join('\n')).toContain(first)
  })

  test('every stop takes the usual day away, and a day the clinician chose stays', () => {
    for (const facts of [['under-18'], ['heavy-daily-drinking'], ['confusion']]) {
      const { text, findings } = write({ facts })
      expect(findings.some(({ level }) => level === 'stop')).toBe(true)
      expect(text).not.toContain('19 February 2027')
      expect(write({ facts, retest: { kind: 'date', date: '2026-12-03' } }).text).toContain('3 December 2026')
    }
  })

  test('a fact that acts as a cause brings what keeps such a patient safe, and nothing that calms', () => {
    const pregnant = write({ causes: [{ id: 'haemochromatosis' }], facts: ['pregnant'] }).text
    expect(pregnant).toMatch(/folic acid/u)
    expect(pregnant).toMatch(/moves less than usual/u)
    expect(write({ causes: [{ id: 'haemochromatosis' }] }).text).not.toMatch(/folic acid|moves less than usual/u)
    const shock = write({ facts: ['heart-failure-or-shock'] }).text
    expect(shock).toContain('Do not take ibuprofen')
    expect(shock).not.toMatch(/[Ll]ose weight|still high/u)
  })

  test('who is to go to hospital now is not told, milder, to call and be seen today', () => {
    const choices = { causes: [{ id: 'low-blood-flow' }], overrideReason: 'Was there today.' }
    expect(write(choices).text).toContain('Call us now and be seen today')
    const { text } = write({ ...choices, facts: ['fever-with-pain', 'jaundice'] })
    expect(text).toContain('Go to hospital now')
    expect(text).not.toContain('be seen today,')
  })

  test.each([
    ['jaundice with fever', { facts: ['jaundice', 'fever-with-pain'] }],
    ['a very high result', { results: high(9) }],
  ])('nobody with %s is told to lose weight, or that it will pass', (_, choices) => {
    const causes = ['fatty-liver', 'intense-exercise', 'muscle-injury'].map((id) => ({ id }))
    expect(write({ causes }).text).toMatch(/lose weight/iu)
    expect(write({ causes, ...choices }).text).not.toMatch(/lose weight|back to normal|stay on a statin|still high/iu)
  })
})

test.each([
  ['never-stop-alone', ['drug-injury']],
  ['call-before-next-dose', ['drug-injury']],
  ['keep-hepatitis-b-medicine', ['hepatitis-b']],
  ['keep-steroids', ['autoimmune-hepatitis']],
  ['keep-wilson-medicine', ['wilson-disease']],
  ['maternity-call-today', ['pregnancy']],
  ['low-flow-seen-today', ['low-blood-flow']],
])('nobody can take out "%s"', (item, causes) => {
  expect(() => write({ causes: causes.map((id) => ({ id })), dropped: [item] })).toThrow(/stays on the sheet/u)
})

test.each([
  ['zh-CN', '水飞蓟宾胶囊', 'silybin', 'fatty-liver'],
  ['es', 'silibinina', 'silybin', 'fatty-liver'],
  ['es', 'Ácido ursodesoxicólico', 'ursodeoxycholic-acid', 'fatty-liver'],
  ['en', 'Baraclude', 'entecavir', 'hepatitis-b'],
  ['en', 'tenofovir', 'tenofovir-alafenamide', 'hepatitis-b'],
])('a ticked medicine is not also one to stop, however it is named: %s %s', (language, name, medicine, cause) => {
  const causes = [{ id: cause }, { id: 'drug-injury' }]
  const choices = { causes, language, medicines: [medicine], medicinesToStop: [name] }
  expect(() => write(choices)).toThrow(/both|stop/u)
})

describe('what to do today', () => {
  test('stands before a date the clinician chose, which is told to the clinician', () => {
    const { text } = write({ facts: ['confusion'], retest: { kind: 'weeks', weeks: 12 } })
    expect(text.indexOf('Go to hospital now')).toBeLessThan(text.indexOf('Have your blood tested again'))
  })

  test('is said beside a blocked bile duct too, whose own line waits for fever or yellow eyes', () => {
    const causes = [{ id: 'bile-duct' }]
    expect(write({ causes, facts: ['jaundice'] }).text).toContain('See a doctor today')
    expect(write({ causes, results: high(30) }).text).toContain('See a doctor today')
    expect(() => write({ causes, dropped: ['bile-no-waiting'] })).toThrow(/stays on the sheet/u)
  })

  test('is not left out for room, whatever else page 1 asks for', () => {
    const selection = parseSelection({
      topic: topic.id,
      language: 'en',
      causes: [{ id: 'bile-duct' }, { id: 'drug-injury' }],
      medicinesToStop: ['warfarin', 'Ibuprofen'],
      facts: ['pregnant', 'heart-failure-or-shock'],
    })
    const sheet = composeSheet({
      library,
      selection,
      clinic: aClinic,
      today: '2026-11-27',
      hash,
      firstActionsAtMost: 0,
    })
    const steps = toPlainText({ ...sheet, sections: sheet.sections.filter(({ role }) => role === 'next-steps') })
    expect(steps).toContain('be seen today')
    expect(steps).toContain('Call your maternity unit today.')
  })
})
