import { expect, test } from 'vitest'
import { findEarlyEnd, listFollowUps, type FollowUpState } from '../../src/domain/follow-up.ts'
import { makeRecord } from '../store/history/make-record.ts'

test('overdue tests come first, then those to come, then those done, each by day', () => {
  const records = [
    makeRecord(7, { retestOn: '2026-11-30' }),
    makeRecord(1, { retestOn: '2026-11-29' }),
    makeRecord(2, { retestOn: '2026-11-21' }),
    makeRecord(3, { retestOn: '2026-11-22' }),
    makeRecord(4, { retestOn: null }),
    makeRecord(5, { retestOn: '2026-11-01', doneOn: '2026-11-02' }),
    makeRecord(6, { retestOn: '2026-10-01' }),
  ]
  const found = listFollowUps(records, '2026-11-22')
  expect(found.map(({ dueOn, state }) => [dueOn, state])).toEqual([
    ['2026-10-01', 'overdue'],
    ['2026-11-21', 'overdue'],
    ['2026-11-22', 'due'],
    ['2026-11-29', 'due'],
    ['2026-11-30', 'planned'],
    ['2026-11-01', 'done'],
  ])
  expect(found[0]?.record).toBe(records[6])
})

test('a test says until when it shows where its sheet goes before it can be overdue', () => {
  const end = (dueOn: string, state: FollowUpState = 'due') => findEarlyEnd({ dueOn, state }, '2026-11-22', 30)
  expect(end('2026-12-21')).toBeNull() // overdue on the last day, and seen so
  expect(end('2026-12-22')).toBe('2026-12-22')
  expect(end('2027-02-22', 'planned')).toBe('2026-12-22')
  expect([end('2027-02-22', 'done'), end('2026-12-22', 'overdue')]).toEqual([null, null])
})
