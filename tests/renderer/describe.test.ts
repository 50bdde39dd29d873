import { describe, expect, test } from 'vitest'
import { mergeAdvice } from '../../src/domain/merge-advice.ts'
import { describeItem, explainMissing, readStopLabel } from '../../src/renderer/describe-item.ts'
import { findIcdCode, groupCauses } from '../../src/renderer/group-causes.ts'
import { readChoices } from '../../src/renderer/read-draft.ts'
import { isStopListItem } from '../../src/renderer/stop-list.ts'
import { countAllItems } from '../../src/renderer/tailor/count-items.ts'
import { describeTimes, explainMissingLines } from '../../src/renderer/typed-results.ts'
import { topic, words } from '../domain/make.ts'
import { aDraft } from './make-draft.ts'
import { english } from './make-words.ts'

const [analyte] = topic.analytes
const [running, , tablets] = topic.causes
if (!analyte || !running || !tablets) throw new Error('The made-up topic lacks what these tests look at.')

describe('items in words', () => {
  test('are shown without marks, with slots filled', () => {
    expect(describeItem('**Call** {phone}.', { phone: '555' })).toEqual({ text: 'Call 555.', missing: [] })
  })

  test('show what is still missing, and say what to do about it', () => {
    expect(describeItem('Walk until {retestDate}.', {})).toEqual({ text: 'Walk until ….', missing: ['retestDate'] })
    expect(explainMissing('phone', english)).toMatch('Settings')
    expect(explainMissing('retestDate', english)).toMatch('date')
  })

  test('that list medicines to stop are known by their slot, and give their first words', () => {
    const listed = [...tablets.items, ...running.items].filter((item) => isStopListItem(item, words))
    expect(listed.map((item) => item.id)).toEqual(['stop-listed'])
    expect(readStopLabel('**Stop taking:** {medicines}. Ask us.')).toBe('Stop taking:')
  })
})

describe('causes', () => {
  test('of one group stand together, numbered through', () => {
    const causes = [running, { ...running, id: 'b', group: 'g' }, { ...running, id: 'c', group: 'g' }, tablets]
    const groups = groupCauses({ causes })
    expect(groups.map(({ group, causes: of }) => [group, of.map(({ number }) => number)])).toEqual([
      [null, [1]],
      ['g', [2, 3]],
      [null, [4]],
    ])
  })

  test('show their first ICD code', () => {
    const codes = [
      { system: 'SNOMED-CT' as const, code: '1' },
      { system: 'ICD-10' as const, code: 'K76.0' },
    ]
    expect(findIcdCode({ codes })).toBe('K76.0')
    expect(findIcdCode({ codes: [] })).toBeNull()
  })
})

describe('counts', () => {
  test('hold only what the clinician decides about', () => {
    const draft = aDraft({ ticked: ['running', 'fatty'], switched: { 'no-race': false } })
    // Of nine items a rule removes one and one is said already.
    expect(countAllItems(mergeAdvice(topic, readChoices(draft, topic)))).toEqual({ on: 5, of: 7 })
  })
})

describe('results', () => {
  const draft = (value: string, upperLimit = '40') => ({
    results: { ALT: { value, upperLimit, previous: '', unit: 'U/L' as const } },
  })

  test('are told as times the upper limit while they can be read', () => {
    expect(describeTimes(draft('84'), topic, analyte)).toBe('2.1×')
    expect(describeTimes(draft('84', '45'), topic, analyte)).toBe('1.9×')
    for (const unread of ['', 'high', '0', '1,200']) expect(describeTimes(draft(unread), topic, analyte)).toBeNull()
    expect(describeTimes(draft('84', '0'), topic, analyte)).toBeNull()
  })

  test('are not judged without the upper limit of the lab report', () => {
    expect(describeTimes(draft('84', ''), topic, analyte)).toBeNull()
  })
})

describe('why there are no number lines', () => {
  const two = { ...topic, analytes: [analyte, { ...analyte, id: 'AST' }] }
  const alt = { value: '60', upperLimit: '40', previous: '', unit: 'U/L' as const }
  const explain = (more: object, ast?: object) =>
    explainMissingLines(
      aDraft({ results: { ALT: { ...alt, ...more }, ...(ast ? { AST: { ...alt, ...ast } } : {}) } }),
      two,
      english,
    )

  test('is said once a result is beyond them, or the units differ', () => {
    expect(explain({}, {})).toBeNull()
    expect(explain({ value: '1,500' })).toBeNull()
    expect(explain({}, { value: '130' })).toMatch('over 3 times the limit')
    expect(explain({}, { value: '1', upperLimit: '0.7', unit: 'µkat/L' })).toMatch('the units differ')
  })

  test('names each result that has no limit', () => {
    expect(explain({ upperLimit: ' ' }, {})).toMatch('no upper limit is typed for ALT, so')
    expect(explain({ upperLimit: '' }, { upperLimit: '' })).toMatch('ALT and AST, so')
  })
})
