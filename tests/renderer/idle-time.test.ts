import { expect, test } from 'vitest'
import { describeIdle } from '../../src/renderer/idle-time.ts'

const second = 1000
const minute = 60 * second

test.each([
  ['just used', 0, false, { kind: 'in use' }],
  ['for four minutes', 4 * minute, false, { kind: 'in use' }],
  ['for four and a half', 4.5 * minute, false, { kind: 'warned', seconds: 30 }],
  ['almost five', 5 * minute - 1, false, { kind: 'warned', seconds: 1 }],
  ['five', 5 * minute, false, { kind: 'over' }],
  ['all night', 600 * minute, false, { kind: 'over' }],
  ['printed, a moment ago', 10 * second, true, { kind: 'in use' }],
  ['printed, half a minute', 30 * second, true, { kind: 'warned', seconds: 30 }],
  ['printed, a minute', minute, true, { kind: 'over' }],
  ['a clock that was set back', -minute, false, { kind: 'in use' }],
])('idle %s', (_, idle, isPrinted, state) => {
  expect(describeIdle(idle, isPrinted)).toEqual(state)
})
