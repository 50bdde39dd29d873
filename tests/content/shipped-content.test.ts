import { describe, expect, test } from 'vitest'
import { checkContent } from '../../src/content/check-content.ts'
import { readContent } from '../../src/content/read-content.ts'
import { composeSheet } from '../../src/domain/compose-sheet.ts'
import { mergeAdvice } from '../../src/domain/merge-advice.ts'
import { parseSelection } from '../../src/domain/selection.ts'
import { listSheetText, type Sheet } from '../../src/domain/sheet.ts'
import { aClinic, hash } from '../domain/make.ts'
import { shipped } from './plant.ts'

const reviewed = '2026-11-22'
const library = readContent(shipped)

test('the shipped content passes every check on the day it was reviewed', () => {
  const { problems, summary } = checkContent(shipped, reviewed)
  expect(problems).toEqual([])
  expect(summary).toMatch(/^content: 1 topic, 20 causes, \d+ items, 61 of 61 seed facts carried, languages en/u)
})

/** Every choice of at least one of these, each as a list. */
function listSubsets(ids: readonly string[]): string[][] {
  const count = 2 ** ids.length - 1
  return Array.from({ length: count }, (_, index) => ids.filter((_id, bit) => ((index + 1) >> bit) % 2 === 1))
}

/** Every choice of 1, 2 or 3 of these. */
function listSmallSets(ids: readonly string[]): string[][] {
  return ids.flatMap((first, index) => [
    [first],
    ...ids
      .slice(index + 1)
      .flatMap((second, next) => [
        [first, second],
        ...ids.slice(index + next + 2).map((third) => [first, second, third]),
      ]),
  ])
}

/** Each of the sets once. */
const unite = (...lists: readonly string[][][]) => [
  ...new Map(lists.flat().map((set) => [set.join(' + '), set])).values(),
]

/** The lines of all lists of these sections, in order. */
function listLines(sections: Sheet['sections']): string[] {
  return sections.flatMap(({ blocks }) =>
    blocks.flatMap((block) =>
      block.kind === 'list' ? block.items.map(({ text }) => text.map((run) => run.text).join('')) : [],
    ),
  )
}
const listAdvice = ({ sections }: Sheet) => listLines(sections)
const listFirstActions = ({ sections }: Sheet) => listLines(sections.filter(({ id }) => id === 'next-steps'))

describe.each(library.topics)('$topic.id', ({ topic, words }) => {
  const causes = topic.causes.map(({ id }) => id)
  const common = topic.causes.filter((cause) => cause.common).map(({ id }) => id)
  // Whole sets of the common causes, and of all causes as many as are ever ticked together: rules join 2, so 3 show more
  // than any rule can hide.
  const sets = unite(listSubsets(common), listSmallSets(causes), [causes])
  const select = (ids: readonly string[], more: object = {}) =>
    parseSelection({ topic: topic.id, language: 'en', causes: ids.map((id) => ({ id })), ...more })
  const write = (ids: readonly string[], more: object = {}) =>
    composeSheet({ library, selection: select(ids, more), clinic: aClinic, today: reviewed, hash })

  test('has 5 to 9 pieces of advice on for each cause', () => {
    const on = topic.causes.map(({ id, items }) => [id, items.filter(({ shown }) => shown === 'on').length])
    expect(on.filter(([, count]) => Number(count) < 5 || Number(count) > 9)).toEqual([])
  })

  test('has at most 6 emergency and 7 same-day signs for everyone', () => {
    const count = (urgency: string) => topic.redFlags.filter((flag) => flag.urgency === urgency && flag.always).length
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
    signs.push(
      'paracetamol',
      'mushrooms',
      'pregnant',
      'headache',
      'sight',
      'upper belly pain',
      'late-pregnancy vomiting',
    )
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
      ['tenofovir-disoproxil', ['hepatitis-b']],
    ])
    const ofC = topic.medicines.filter((medicine) => medicine.causes.includes('hepatitis-c'))
    expect(ofC.map(({ id, causes: of }) => [id, of])).toEqual([
      ['sofosbuvir-velpatasvir', ['hepatitis-c']],
      ['glecaprevir-pibrentasvir', ['hepatitis-c']],
    ])
  })

  test('names no medicine on a sheet unless it was ticked', () => {
    const said = listSheetText(write(causes)).join(' ')
    expect(Object.values(words.en?.medicines ?? {}).filter(({ name }) => said.includes(name))).toEqual([])
  })

  test('says nothing twice and leaves nothing unfilled, whatever is ticked', () => {
    const wrong = sets.flatMap((ids) => {
      const sheet = write(ids, { medicinesToStop: ids.includes('drug-injury') ? ['Example'] : [] })
      const advice = listAdvice(sheet)
      return [
        ...advice.filter((line, index) => advice.indexOf(line) !== index).map((line) => [ids, 'twice', line]),
        ...listSheetText(sheet)
          .filter((line) => /[{}]|\*\*|undefined/u.test(line))
          .map((line) => [ids, 'unfilled', line]),
      ]
    })
    expect(wrong).toEqual([])
  })

  test('warns everyone once about alcohol, and who may drink too much about stopping at once', () => {
    const plain = (line: string) => line.startsWith('Do not drink alcohol.')
    const safe = (line: string) => line.startsWith('Call us first if you drink alcohol every day')
    const wrong = sets.filter((ids) => {
      const advice = listAdvice(write(ids))
      const wanted = ids.includes('alcohol') ? [0, 1] : [1, 0]
      return advice.filter(plain).length !== wanted[0] || advice.filter(safe).length !== wanted[1]
    })
    expect(wrong).toEqual([])
  })

  /** What an urgent cause asks for today stands before all else. */
  const isNotUrgent = (line: string) => !/^(?:Call us now and be seen today|Call your maternity unit today)/u.test(line)

  test('puts the warning about stopping alcohol at once on page 1, after the stop list alone', () => {
    for (const ids of sets.filter((set) => set.includes('alcohol'))) {
      const stop = ids.includes('drug-injury')
      const first = listFirstActions(write(ids, { medicinesToStop: stop ? ['Example'] : [] })).filter(isNotUrgent)
      expect(first[stop ? 1 : 0]).toMatch(/^Call us first if you drink alcohol every day/u)
    }
  })

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

  test('puts the list of medicines to stop first, after what must be done today', () => {
    for (const ids of sets.filter((set) => set.includes('drug-injury')))
      expect(listFirstActions(write(ids, { medicinesToStop: ['Example'] })).find(isNotUrgent)).toMatch(
        /^Stop taking now: Example/u,
      )
  })

  const say = (ids: readonly string[], more: object = {}) => listSheetText(write(ids, more)).join('\n')

  test('adds light but balanced meals and keeps protein when late nights meet alcohol', () => {
    const said = say(['sleep-loss', 'alcohol'])
    expect(said).toContain('Eat light but balanced meals, and enough of them.')
    expect(said).toContain('protein')
    expect(said).not.toContain('easy to digest')
  })

  test('rests hurt muscles before anyone with a fatty liver jogs', () => {
    const said = say(['fatty-liver', 'muscle-injury'])
    expect(said).toContain('Do no hard exercise until your next test.')
    expect(said).toContain('After a normal test, build up to jogging')
    expect(said).not.toContain('Move for 30 minutes')
  })

  test.each([
    ['muscle-injury', 'statin', 'Do not stop a statin'],
    ['autoimmune-hepatitis', 'take it every day as your doctor says', 'If you were given medicine for this'],
    ['wilson-disease', 'take it every day, for life', 'If you were given Wilson medicine'],
  ])('lets the stop list settle the medicine of %s', (cause, line, start) => {
    expect(say([cause])).toContain(start)
    expect(say([cause, 'drug-injury'], { medicinesToStop: ['Example'] })).not.toContain(line)
  })

  test('never lets a stop list hide that steroids and Wilson medicine are not stopped alone', () => {
    const said = say(['drug-injury', 'autoimmune-hepatitis', 'wilson-disease'], { medicinesToStop: ['Example'] })
    expect(said).toMatch(/Never stop steroids( \([^)]*\))? from your doctor all at once/u)
    expect(said).toContain('Do not stop or run out of Wilson medicine unless we tell you to.')
  })

  test('keeps grains out of the meals while gluten is an open question', () => {
    expect(say(['fatty-liver'])).toContain('whole grains')
    expect(say(['fatty-liver', 'coeliac-disease'])).not.toContain('whole grains')
  })

  test('speaks of the lungs where smoking is named for 2 causes', () => {
    const said = say(['alcohol', 'alpha-1-antitrypsin'])
    expect(said).toContain('Do not smoke or vape')
    expect(said).not.toContain('Do not smoke.')
  })

  test.each([
    ['haemochromatosis', /vitamin C|iron-rich|oysters|shellfish/u],
    ['wilson-disease', /\b(?:nuts|chocolate|mushrooms|shellfish)\b/u],
  ])('never offers food that %s forbids', (cause, food) => {
    for (const ids of sets.filter((set) => set.includes(cause))) {
      const offered = listAdvice(write(ids)).filter((line) => food.test(line) && !/^(?:Do not|you) /u.test(line))
      expect(offered).toEqual([])
    }
  })

  test('gives each cause a first action of its own', () => {
    for (const id of causes) {
      const [merged] = mergeAdvice(topic, select([id])).causes
      expect(merged?.items.some(({ item, state }) => state === 'on' && item.firstAction !== undefined)).toBe(true)
    }
  })
})
