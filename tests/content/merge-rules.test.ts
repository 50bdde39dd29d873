import { describe, expect, test } from 'vitest'
import { readContent } from '../../src/content/read-content.ts'
import { composeSheet } from '../../src/domain/compose-sheet.ts'
import { draftSheet } from '../../src/domain/sheet-draft.ts'
import { listActiveRules } from '../../src/domain/merge-advice.ts'
import { findContent } from '../../src/domain/check-selection.ts'
import { parseSelection } from '../../src/domain/selection.ts'
import { listSheetText } from '../../src/domain/sheet.ts'
import { aClinic, hash } from '../domain/make.ts'
import { shipped } from './plant.ts'

const library = readContent(shipped)
const [entry] = library.topics
if (!entry) throw new Error('The shipped content has no topic.')
const { topic } = entry
const today = '2026-11-22'

function select(causes: readonly string[], more: object = {}) {
  return parseSelection({
    topic: 'raised-liver-enzymes',
    language: 'en',
    causes: causes.map((id) => ({ id })),
    ...more,
  })
}

/** All a sheet says, in one line. */
function say(causes: readonly string[], more: object = {}): string {
  const selection = select(causes, more)
  return listSheetText(composeSheet({ library, selection, clinic: aClinic, today, hash })).join(' ')
}

const count = (text: string, words: string) => text.split(words).length - 1

describe('the thirteen rules for several causes at once', () => {
  test('1. with exercise, a fatty liver walks until the test and jogs after it; alone it moves at once', () => {
    expect(say(['fatty-liver'])).toMatch(/move for 30 minutes, 5 days a week/u)
    const both = say(['intense-exercise', 'fatty-liver'])
    expect(both).toMatch(/[Ww]alk/u)
    expect(both).toContain('After a normal test, build up to jogging')
    expect(both).not.toMatch(/move for 30 minutes, 5 days a week/u)
  })

  test('2. the words on withdrawal override "do not drink"; without that cause the plain line stands, and says to call', () => {
    expect(say(['hepatitis-b'])).toContain('Do not drink alcohol. If you drink every day, do not stop all at once.')
    const both = say(['hepatitis-b', 'alcohol'])
    expect(both).toContain('Call us first if you drink alcohol every day')
    expect(both).not.toContain('Do not drink alcohol.')
  })

  test('2b. nobody can take out the words on drinking once alcohol is ticked, or heavy daily drinking', () => {
    const take = (causes: readonly string[], dropped: readonly string[], facts: readonly string[] = []) =>
      say(causes, { dropped, facts })
    expect(() => take(['alcohol'], ['withdrawal-first'])).toThrow(
      /^The advice “Call us first[^”]*” cannot be taken out\. Stopping alcohol all at once can cause fits/u,
    )
    const heavy = ['heavy-daily-drinking']
    expect(() => take(['fatty-liver'], ['no-alcohol'], heavy)).toThrow(
      /“Do not drink alcohol[^”]*” cannot be taken out/u,
    )
    expect(() => take(['hepatitis-b'], ['no-alcohol-b'], heavy)).toThrow(
      /“Do not drink alcohol[^”]*” cannot be taken out/u,
    )
    expect(take(['fatty-liver'], ['no-alcohol'])).not.toContain('If you drink every day')
    expect(take(['fatty-liver'], [], heavy)).toContain('If you drink every day, do not stop all at once.')
  })

  test('2c. nor does the order of the clinician cost a line of safety: the stricter of two stays', () => {
    const pairs = [
      ['haemochromatosis', 'alcohol', 'Call us first if you drink alcohol every day', 'Do not drink alcohol.'],
      ['alcohol', 'drug-injury', 'unless we tell you to.', 'Ask us before you take paracetamol'],
    ] as const
    for (const [one, other, strict, plain] of pairs)
      for (const causes of [
        [one, other],
        [other, one],
      ]) {
        const said = say(causes, { ordered: true })
        expect(said).toContain(strict)
        expect(said).not.toContain(plain)
      }
  })

  test('3. light meals become light but balanced beside hepatitis', () => {
    expect(say(['sleep-loss'])).toContain('easy to digest')
    const both = say(['sleep-loss', 'hepatitis-b'])
    expect(both).toMatch(/light but balanced/iu)
    expect(both).not.toContain('easy to digest')
  })

  test('4. nobody who is pregnant is told to lose weight', () => {
    expect(say(['fatty-liver'])).toContain('Lose weight slowly')
    expect(say(['fatty-liver', 'pregnancy'])).not.toContain('Lose weight slowly')
  })

  test('4b. nor is anyone of low weight, under 18 or unwell; at low weight no word asks to eat less', () => {
    const lose = /[Ll]os(?:e|ing) (?:some )?(?:even some )?weight (?:slowly|can)/u
    const told = (fact: string) => say(['fatty-liver'], { facts: [fact] })
    expect(say(['fatty-liver'], { added: ['some-weight-helps'] })).toMatch(lose)
    for (const fact of ['low-weight', 'under-18', 'unwell']) expect(told(fact)).not.toMatch(lose)
    expect(told('under-18')).toContain('Eat less fried and fatty food.')
    expect(told('low-weight')).not.toMatch(/Eat less|Cut down on/u)
    expect(say(['sleep-loss'], { facts: ['low-weight'] })).toMatch(/light but balanced/iu)
  })

  test('5. only a listed medicine is stopped, and the protected ones always carry "call"', () => {
    expect(say(['drug-injury'])).not.toContain('Stop taking now')
    const listed = say(['drug-injury', 'hepatitis-b'], { medicinesToStop: ['Example tablets'] })
    expect(listed).toContain('Stop taking now: Example tablets.')
    expect(listed).toContain('Do not stop or run out of hepatitis B medicine')
    expect(listed).toMatch(/Call us today, before the next dose/u)
    expect(listed).toMatch(/Do not stop these on your own: heart/u)
  })

  test('5b. a protected medicine on the stop list is named with "call us before you stop", and never under "stop"', () => {
    const names = ['Keytruda', 'darunavir', 'levothyroxine', 'Warfarina', '利伐沙班片', '注射用帕博利珠单抗']
    for (const name of names) {
      const listed = say(['drug-injury'], { medicinesToStop: ['Example tablets', name] })
      expect(listed).toContain('Stop taking now: Example tablets. Ask us')
      expect(listed).toContain(`Call us today, before you stop: ${name}. Do not stop until we have talked.`)
      const alone = say(['drug-injury'], { medicinesToStop: [name] })
      expect(alone).toContain(`before you stop: ${name}.`)
      expect(alone).not.toMatch(/Stop taking now|which medicine you will stop/u)
    }
    expect(say(['drug-injury'], { medicinesToStop: ['Example tablets'] })).not.toContain('before you stop:')
  })

  test.each([
    ['methotrexate', 'Methotrexate 10 mg, metotrexato, 甲氨蝶呤片'],
    ['checkpoint inhibitors', 'Pembrolizumab, nivolumab, 替雷利珠单抗'],
    ['valproate', 'Sodium valproate, ácido valproico, 丙戊酸钠'],
    ['amiodarone', 'Amiodarone, amiodarona, 胺碘酮'],
    ['azathioprine', 'Azathioprine, azatioprina, 硫唑嘌呤'],
    ['HIV and hepatitis B', 'Raltegravir, Lopinavir/ritonavir, adefovir, tenofovir, 洛匹那韦, 齐多夫定'],
    ['seizures', 'Gabapentin, fenobarbital, lacosamida, 普瑞巴林, 奥卡西平'],
    ['blood thinners', 'Sintrom, bemiparina, fondaparinux, dabigatrán, 磺达肝癸钠, 依诺肝素'],
    ['steroids', 'Metilprednisolona, betametasona, deflazacort, cortisone, 甲泼尼龙, 醋酸泼尼松'],
    ['after a transplant', 'Tacrolimus, ciclosporina, micofenolato, 依维莫司'],
    ['TB', 'Rifabutin, isoniazida, bedaquiline, 利福喷丁'],
    ['statins', 'Fluvastatin, pitavastatina, a statin, 匹伐他汀'],
    ['Wilson disease', 'Penicilamina, trientine, 曲恩汀'],
    ['the thyroid', 'Methimazole, tiamazol, propylthiouracil, 甲巯咪唑'],
  ])('5c. the class is known by its names in three languages: %s', (_, names) => {
    for (const name of names.split(', ')) {
      const alone = say(['drug-injury'], { medicinesToStop: [name] })
      expect(alone).toContain(`before you stop: ${name}.`)
      expect(alone).not.toContain('Stop taking now')
    }
  })

  test('6. nobody starts a gluten-free diet before the tests', () => {
    expect(say(['fatty-liver'])).not.toContain('gluten')
    const both = say(['fatty-liver', 'coeliac-disease'])
    expect(both).toContain('Do not start a gluten-free diet before all tests are done.')
    expect(both).not.toContain('whole grains')
  })

  test('6b. once the tests are done, no line speaks of tests to come', () => {
    expect(say(['coeliac-disease'])).toContain('Tell us if you eat little or no gluten now.')
    const done = say(['coeliac-disease'], { added: ['eat-no-gluten'] })
    expect(done).toContain('Eat no gluten from now on. Your tests are done.')
    expect(done).not.toMatch(/before all tests are done|little or no gluten|keep eating gluten|If the tests show it/u)
    expect(done).toContain('do not rely on "low gluten" food')
  })

  test('7. iron and copper overload never stand beside food that feeds them', () => {
    for (const cause of ['haemochromatosis', 'wilson-disease']) {
      const both = say(['fatty-liver', cause])
      expect(both).not.toMatch(/(?<!not |after you )\b(?:eat|take) [^.]*(?:vitamin C|shellfish|nuts|chocolate)/iu)
    }
    expect(say(['haemochromatosis'])).toMatch(/Do not [^.]*(?:raw|oysters)[^.]*\./u)
    expect(say(['wilson-disease'])).toMatch(/(?:nuts|shellfish|chocolate)/u)
  })

  test('8. pregnancy takes out rest alone and adds the maternity call', () => {
    expect(say(['mono-cmv'])).toContain('Rest, and drink plenty of water.')
    const both = say(['mono-cmv', 'pregnancy'])
    expect(both).not.toContain('Rest, and drink plenty of water.')
    expect(both).toMatch(/maternity/u)
    expect(say(['fatty-liver'], { added: ['coffee-is-fine'] })).toMatch(/[Cc]offee/u)
    expect(say(['fatty-liver', 'pregnancy'])).not.toMatch(/[Cc]offee/u)
  })

  test('8b. the fact that the patient is pregnant settles all that the cause does', () => {
    const rulesFor = (causes: readonly string[], told: readonly string[] = []) =>
      listActiveRules(topic, select(causes, { facts: told })).map(({ id }) => id)
    for (const { id } of topic.causes)
      expect(rulesFor([id], ['pregnant'])).toEqual(expect.arrayContaining(rulesFor([...new Set([id, 'pregnancy'])])))
    expect(say(['haemochromatosis'])).toContain('multivitamin')
    expect(say(['haemochromatosis'], { facts: ['pregnant'] })).not.toContain('multivitamin')
    expect(say(['sleep-loss'], { facts: ['pregnant'] })).toMatch(/light but balanced/iu)
    expect(say(['sleep-loss'], { facts: ['pregnant'] })).toContain('Call your maternity unit today.')
    expect(say(['sleep-loss'], { facts: ['pregnant'] })).not.toContain('If you are pregnant')
    expect(
      say(['sleep-loss', 'pregnancy'], { facts: ['pregnant'] }).split('Call your maternity unit today.'),
    ).toHaveLength(2)
  })

  test('8c. in heart failure or shock nobody is told to exercise or to drink more', () => {
    const heart = { facts: ['heart-failure-or-shock'] }
    const active = /jogging|5 days a week|light activity|plenty of water/u
    for (const cause of ['fatty-liver', 'intense-exercise', 'hepatitis-a-e', 'mono-cmv']) {
      expect(say([cause])).toMatch(active)
      expect(say([cause], heart)).not.toMatch(active)
    }
    const water = { added: ['water-first'] }
    expect(say(['fatty-liver'], water)).toContain('Make water your main drink.')
    expect(() => say(['fatty-liver'], { ...water, ...heart })).toThrow(/must not stand beside/u)
  })

  test('9. mono forbids contact sport whatever else is said of exercise', () => {
    expect(say(['fatty-liver'])).not.toMatch(/contact sport/u)
    const both = say(['fatty-liver', 'mono-cmv'])
    expect(both).toMatch(/contact sport/u)
    expect(both).not.toMatch(/jogging|5 days a week/u)
  })

  test('10. the same advice from two causes prints once', () => {
    const line = 'Do not drink alcohol. If you drink every day, do not stop all at once. Call us first.'
    expect(count(say(['hepatitis-b']), line)).toBe(1)
    expect(count(say(['hepatitis-b', 'hepatitis-c', 'haemochromatosis']), line)).toBe(1)
  })

  test('11. the earliest date of the next test wins', () => {
    const date = (causes: readonly string[]) => {
      const selection = select(causes)
      return draftSheet(findContent(library, selection), { selection, clinic: aClinic, today }).retestDate
    }
    const [exercise, drug] = [date(['intense-exercise']), date(['drug-injury'])]
    expect([exercise, drug]).toEqual(['2026-12-07', '2026-11-30'])
    expect(date(['intense-exercise', 'drug-injury', 'fatty-liver'])).toBe(drug)
  })

  test('12. who exercises is told not to stop a statin; a stop list settles that by itself', () => {
    expect(say(['intense-exercise'])).toMatch(/Do not stop a statin/u)
    expect(say(['fatty-liver'])).not.toMatch(/Do not stop a statin/u)
  })

  test('13. coffee is never praised beside lost sleep', () => {
    const added = { added: ['coffee-is-fine'] }
    expect(say(['fatty-liver'], added)).toMatch(/[Cc]offee/u)
    expect(say(['fatty-liver', 'sleep-loss'])).not.toMatch(/[Cc]offee/u)
    expect(() => say(['fatty-liver', 'sleep-loss'], added)).toThrow(/must not stand beside other advice/u)
  })
})
