import { describe, expect, test } from 'vitest'
import { describeLateRetest, findLateRetest, type LateRetest } from '../../src/domain/late-retest.ts'
import { writeEnglish } from '../../src/domain/message.ts'
import { aSelection, topic, words } from './make.ts'

// A Sunday: 2 weeks on is Sunday 6 December, and so Monday the 7th.
const today = '2026-11-22'
const say = (late: LateRetest) => writeEnglish(describeLateRetest(late, { words: { en: words } }))
const find = (causes: readonly string[], retest: object, more: object = {}) =>
  findLateRetest(topic, aSelection(causes, { retest, ...more }), today)
const on = (date: string) => ({ kind: 'date', date })

describe('a next test that is later than usual', () => {
  test('is told from the day after the usual one on, for the cause with the shortest wait', () => {
    expect(find(['running'], on('2026-12-06'))).toBeNull()
    expect(find(['running'], on('2026-12-07'))).toBeNull()
    expect(find(['running', 'fatty'], on('2026-12-08'))).toEqual({ weeks: 2, causes: ['running'] })
    expect(find(['fatty'], on('2026-12-08'))).toBeNull()
  })

  test('is told of weeks as of a day', () => {
    expect(find(['running'], { kind: 'weeks', weeks: 2 })).toBeNull()
    expect(find(['running'], { kind: 'weeks', weeks: 3 })).toEqual({ weeks: 2, causes: ['running'] })
  })

  test('is told of a result too high to wait too, whose usual date prints no more', () => {
    const results = [{ analyte: 'ALT', value: 400, upperLimit: 40, unit: 'U/L' }]
    expect(find(['running'], on('2026-12-08'), { results })).toEqual({ weeks: 2, causes: ['running'] })
  })

  test('is never the usual one, none at all, or one of a cause without a usual wait', () => {
    expect(find(['running'], { kind: 'usual' })).toBeNull()
    expect(find(['running'], { kind: 'none' })).toBeNull()
    expect(find(['tablets'], on('2027-11-22'))).toBeNull()
    expect(find([], on('2027-11-22'))).toBeNull()
  })

  test('is any later day for a cause that is seen the same day', () => {
    const urgent = { ...topic, causes: topic.causes.map((cause) => ({ ...cause, urgent: cause.id === 'tablets' })) }
    const late = findLateRetest(urgent, aSelection(['tablets', 'running'], { retest: on('2026-12-01') }), today)
    expect(late).toEqual({ weeks: 0, causes: ['tablets'] })
    expect(findLateRetest(urgent, aSelection(['tablets'], { retest: on(today) }), today)).toBeNull()
    expect(say({ weeks: 0, causes: ['tablets'] })).toBe('Too late: Tablets must be seen the same day.')
  })

  test('is told in a sentence that names the causes', () => {
    expect(say({ weeks: 2, causes: ['running'] })).toBe('Later than usual for Running (2 weeks).')
    expect(say({ weeks: 1, causes: ['running', 'fatty'] })).toBe('Later than usual for Running and Fatty (1 week).')
  })
})
