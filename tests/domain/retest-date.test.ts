import { describe, expect, test } from 'vitest'
import { resolveRetestDate } from '../../src/domain/retest-date.ts'
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
