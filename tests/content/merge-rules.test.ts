import { describe, expect, test } from 'vitest'
import { readContent } from '../../src/content/read-content.ts'
import { composeSheet } from '../../src/domain/compose-sheet.ts'
import { draftSheet } from '../../src/domain/sheet-draft.ts'
import { findContent } from '../../src/domain/check-selection.ts'
import { parseSelection } from '../../src/domain/selection.ts'
import { listSheetText } from '../../src/domain/sheet.ts'
import { aClinic, hash } from '../domain/make.ts'
import { shipped } from './plant.ts'

const library = readContent(shipped)
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
      /"withdrawal-first" cannot be taken out\. Stopping alcohol all at once can cause fits/u,
    )
    const heavy = ['heavy-daily-drinking']
    expect(() => take(['fatty-liver'], ['no-alcohol'], heavy)).toThrow(/"no-alcohol" cannot be taken out/u)
    expect(() => take(['hepatitis-b'], ['no-alcohol-b'], heavy)).toThrow(/"no-alcohol-b" cannot be taken out/u)
    expect(take(['fatty-liver'], ['no-alcohol'])).not.toContain('If you drink every day')
    expect(take(['fatty-liver'], [], heavy)).toContain('If you drink every day, do not stop all at once.')
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

  test('5. only a listed medicine is stopped, and the protected ones always carry "call"', () => {
    expect(say(['drug-injury'])).not.toContain('Stop taking now')
    const listed = say(['drug-injury', 'hepatitis-b'], { medicinesToStop: ['Example tablets'] })
    expect(listed).toContain('Stop taking now: Example tablets.')
    expect(listed).toContain('Do not stop or run out of hepatitis B medicine')
    expect(listed).toMatch(/Call us today, before the next dose/u)
    expect(listed).toMatch(/Do not stop these on your own: heart/u)
  })

  test('6. nobody starts a gluten-free diet before the tests', () => {
    expect(say(['fatty-liver'])).not.toContain('gluten')
    const both = say(['fatty-liver', 'coeliac-disease'])
    expect(both).toContain('Do not start a gluten-free diet before all tests are done.')
    expect(both).not.toContain('whole grains')
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
