import { describe, expect, test } from 'vitest'
import { findUsualRetest, resolveRetestDate } from '../../src/domain/retest-date.ts'
import { aSelection, topic } from './make.ts'

const dateFor = (causes: string[], retest: object, today: string) =>
  resolveRetestDate(topic, aSelection(causes, { retest }), today)

describe('the day of the next test', () => {
  test('the earliest of the ticked causes wins', () => {
    expect(dateFor(['fatty', 'running'], { kind: 'usual' }, '2026-11-23')).toBe('2026-12-07')
    expect(dateFor(['fatty'], { kind: 'usual' }, '2026-11-23')).toBe('2027-02-15')
  })

  test('a cause without a usual wait gives no date', () => {
    expect(dateFor(['tablets'], { kind: 'usual' }, '2026-11-23')).toBeNull()
  })

  test('no usual date prints beside a cause that must be seen the same day', () => {
    const causes = topic.causes.map((cause) => ({ ...cause, urgent: cause.id === 'tablets' }))
    const selection = aSelection(['running', 'tablets'], { retest: { kind: 'usual' } })
    expect(resolveRetestDate({ ...topic, causes }, selection, '2026-11-23')).toBeNull()
  })

  test('weeks that end on a weekend move to Monday', () => {
    expect(dateFor([], { kind: 'weeks', weeks: 1 }, '2026-11-21')).toBe('2026-11-30')
    expect(dateFor([], { kind: 'weeks', weeks: 1 }, '2026-11-22')).toBe('2026-11-30')
  })

  test.each([
    ['Sunday', '2026-11-22', '2026-12-07'],
    ['Monday', '2026-11-23', '2026-12-07'],
    ['Tuesday', '2026-11-24', '2026-12-08'],
    ['Wednesday', '2026-11-25', '2026-12-09'],
    ['Thursday', '2026-11-26', '2026-12-10'],
    ['Friday', '2026-11-27', '2026-12-11'],
    ['Saturday', '2026-11-28', '2026-12-14'],
  ])('two weeks from a %s end on a working day, and a typed day stays', (_, day, landing) => {
    expect(dateFor([], { kind: 'weeks', weeks: 2 }, day)).toBe(landing)
    expect(dateFor(['running'], { kind: 'usual' }, day)).toBe(landing)
    expect(dateFor([], { kind: 'date', date: day }, day)).toBe(day)
  })

  test('weeks run over the end of a year and a leap day', () => {
    expect(dateFor([], { kind: 'weeks', weeks: 2 }, '2026-12-24')).toBe('2027-01-07')
    expect(dateFor([], { kind: 'weeks', weeks: 1 }, '2028-02-24')).toBe('2028-03-02')
  })

  test('a chosen day is kept as chosen, a Sunday too', () => {
    expect(dateFor([], { kind: 'date', date: '2026-12-06' }, '2026-11-23')).toBe('2026-12-06')
  })

  test('no date when none is wanted', () => {
    expect(dateFor(['running'], { kind: 'none' }, '2026-11-23')).toBeNull()
  })
})

test('the usual wait names the causes it is of, or says why there is none', () => {
  const usual = (causes: string[]) => findUsualRetest(topic, aSelection(causes))
  expect(usual(['fatty', 'running'])).toEqual({ weeks: 2, causes: ['running'] })
  expect(usual(['tablets'])).toEqual({ weeks: null, why: 'open' })
})
