import { describe, expect, test } from 'vitest'
import { checkContent } from '../../src/content/check-content.ts'
import { readContent } from '../../src/content/read-content.ts'
import { composeSheet } from '../../src/domain/compose-sheet.ts'
import { mergeAdvice } from '../../src/domain/merge-advice.ts'
import { parseSelection } from '../../src/domain/selection.ts'
import { listSheetText } from '../../src/domain/sheet.ts'
import { aClinic, hash } from '../domain/make.ts'
import { shipped } from './plant.ts'

const reviewed = '2026-11-22'
const library = readContent(shipped)

test('the shipped content passes every check on the day it was reviewed', () => {
  const { problems, summary } = checkContent(shipped, reviewed)
  expect(problems).toEqual([])
  expect(summary).toMatch(/^content: 1 topic, 6 causes, \d+ items, 61 of 61 seed facts carried, languages en$/u)
})

/** Every choice of at least one of these, each as a list. */
function listSubsets(ids: readonly string[]): string[][] {
  const count = 2 ** ids.length - 1
  return Array.from({ length: count }, (_, index) => ids.filter((_id, bit) => ((index + 1) >> bit) % 2 === 1))
}

describe.each(library.topics)('$topic.id', ({ topic, words }) => {
  const causes = topic.causes.map(({ id }) => id)
  const select = (ids: readonly string[], more: object = {}) =>
    parseSelection({ topic: topic.id, language: 'en', causes: ids.map((id) => ({ id })), ...more })
  const write = (ids: readonly string[], more: object = {}) =>
    composeSheet({ library, selection: select(ids, more), clinic: aClinic, today: reviewed, hash })

  test('has 5 to 9 pieces of advice on for each cause', () => {
    const on = topic.causes.map(({ id, items }) => [id, items.filter(({ shown }) => shown === 'on').length])
    expect(on.filter(([, count]) => Number(count) < 5 || Number(count) > 9)).toEqual([])
  })

  test('has at most 6 emergency and 7 same-day signs for everyone', () => {
    const count = (urgency: string) => topic.redFlags.filter((flag) => flag.urgency === urgency && !flag.causes).length
    expect(count('emergency')).toBeLessThanOrEqual(6)
    expect(count('urgent')).toBeLessThanOrEqual(7)
  })

  test('carries every group of danger signs', () => {
    const said = Object.values(words.en?.redFlags ?? {}).join('; ')
    const signs = [
      'confused',
      'sleepy',
      'hard to wake',
      'oddly',
      'hands flap',
      'vomit blood',
      'black',
      'bleeding or bruising',
    ]
    signs.push(
      'belly hurts very badly',
      'fever and yellow eyes',
      'faint',
      'chest pain',
      'breathing',
      'fit',
      'cold, clammy or blue',
    )
    signs.push('paracetamol', 'mushrooms', 'pregnant', 'headache', 'sight', 'upper belly pain', 'late vomiting')
    signs.push(
      'yellow',
      'urine is dark',
      'poo is pale',
      'itch all over',
      'keep food or drink down',
      '38 °C',
      'shaking',
      'rash',
    )
    signs.push(
      'swollen face',
      'belly or legs swell',
      'gain weight fast',
      'upper right belly',
      'cannot eat',
      'tired',
      'muscles hurt or are weak, with dark',
    )
    expect(signs.filter((sign) => !said.includes(sign))).toEqual([])
  })

  test('gives hepatitis B medicines to hepatitis B alone', () => {
    const ofB = topic.medicines.filter((medicine) => medicine.causes.includes('hepatitis-b'))
    expect(ofB.map(({ id, causes: of }) => [id, of])).toEqual([
      ['entecavir', ['hepatitis-b']],
      ['tenofovir-alafenamide', ['hepatitis-b']],
      ['lamivudine', ['hepatitis-b']],
    ])
    expect(topic.medicines.filter((medicine) => medicine.causes.includes('hepatitis-c'))).toEqual([])
  })

  test('names no medicine on a sheet unless it was ticked', () => {
    const said = listSheetText(write(causes)).join(' ')
    expect(Object.values(words.en?.medicines ?? {}).filter(({ name }) => said.includes(name))).toEqual([])
  })

  test.each(listSubsets(causes).map((ids) => ({ ids, name: ids.join(' + ') })))(
    'says nothing twice and leaves nothing unfilled: $name',
    ({ ids }) => {
      const sheet = write(ids, { medicinesToStop: ids.includes('drug-injury') ? ['Example'] : [] })
      const advice = sheet.sections.flatMap(({ blocks }) =>
        blocks.flatMap((block) =>
          block.kind === 'list' ? block.items.map(({ text }) => text.map((run) => run.text).join('')) : [],
        ),
      )
      expect(advice.filter((line, index) => advice.indexOf(line) !== index)).toEqual([])
      expect(listSheetText(sheet).filter((line) => /[{}]|\*\*|undefined/u.test(line))).toEqual([])
      expect(advice.filter((line) => line.includes('Do not drink alcohol'))).toHaveLength(1)
    },
  )

  test('asks for walking now and jogging later when exercise meets a fatty liver', () => {
    const said = listSheetText(write(['intense-exercise', 'fatty-liver'])).join('\n')
    expect(said).toContain('Walk only until your next test. Do not jog yet.')
    expect(said).toContain('After a normal test, build up to jogging, about 150 minutes a week.')
    expect(said).not.toContain('Move for 30 minutes')
  })

  test('makes light meals balanced when late nights meet hepatitis', () => {
    for (const virus of ['hepatitis-b', 'hepatitis-c']) {
      const said = listSheetText(write(['sleep-loss', virus])).join('\n')
      expect(said).toContain('Eat light but balanced meals, and enough of them.')
      expect(said).not.toContain('easy to digest')
    }
  })

  test('never speaks for coffee beside late nights, even when asked to', () => {
    expect(listSheetText(write(['fatty-liver'], { added: ['coffee-is-fine'] })).join('\n')).toContain('coffee')
    expect(() => write(['fatty-liver', 'sleep-loss'], { added: ['coffee-is-fine'] })).toThrow('must not stand beside')
  })

  test('puts the list of medicines to stop first', () => {
    for (const ids of listSubsets(causes).filter((set) => set.includes('drug-injury'))) {
      const { blocks } = write(ids, { medicinesToStop: ['Example'] }).sections.find(
        ({ id }) => id === 'next-steps',
      ) ?? { blocks: [] }
      const lists = blocks.flatMap((block) => (block.kind === 'list' ? [block] : []))
      expect(lists[0]?.items[0]?.text[0]?.text).toBe('Stop taking now:')
    }
  })

  test('gives each cause a first action of its own', () => {
    for (const id of causes) {
      const [merged] = mergeAdvice(topic, select([id])).causes
      expect(merged?.items.some(({ item, state }) => state === 'on' && item.firstAction !== undefined)).toBe(true)
    }
  })
})
