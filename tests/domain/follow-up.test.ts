import { expect, test } from 'vitest'
import { listFollowUps } from '../../src/domain/follow-up.ts'
import { makeRecord } from '../store/history/make-record.ts'

test('overdue tests come first, then those to come, then those done, each by day', () => {
  const records = [
    makeRecord(1, { retestOn: '2026-12-01' }),
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
    ['2026-12-01', 'due'],
    ['2026-11-01', 'done'],
  ])
  expect(found[0]?.record).toBe(records[5])
})
