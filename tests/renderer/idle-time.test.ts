import { expect, test } from 'vitest'
import { describeIdle } from '../../src/renderer/idle-time.ts'

const second = 1000
const minute = 60 * second

const open = { sheet: 'open', lockMinutes: null } as const
const printed = { sheet: 'printed', lockMinutes: null } as const
const names = { sheet: 'none', lockMinutes: 15 } as const
const namesAndSheet = { sheet: 'open', lockMinutes: 5 } as const
const namesOfAMinute = { sheet: 'open', lockMinutes: 1 } as const
const namesAndPrinted = { sheet: 'printed', lockMinutes: 5 } as const

test.each([
  ['just used', 0, open, { kind: 'in use' }],
  ['for four minutes', 4 * minute, open, { kind: 'in use' }],
  ['for four and a half', 4.5 * minute, open, { kind: 'warned', what: 'sheet', seconds: 30 }],
  ['almost five', 5 * minute - 1, open, { kind: 'warned', what: 'sheet', seconds: 1 }],
  ['five', 5 * minute, open, { kind: 'over', what: 'sheet' }],
  ['all night', 600 * minute, open, { kind: 'over', what: 'sheet' }],
  ['printed, a moment ago', 10 * second, printed, { kind: 'in use' }],
  ['printed, half a minute', 30 * second, printed, { kind: 'warned', what: 'sheet', seconds: 30 }],
  ['printed, a minute', minute, printed, { kind: 'over', what: 'sheet' }],
  ['a clock that was set back', -minute, open, { kind: 'in use' }],
  ['with nothing of a patient', 600 * minute, { sheet: 'none', lockMinutes: null }, { kind: 'in use' }],
  ['with names and no sheet', 14.5 * minute, names, { kind: 'warned', what: 'names', seconds: 30 }],
  ['with names, all night', 600 * minute, names, { kind: 'over', what: 'names' }],
  [
    'with names and a sheet of the same minutes',
    5 * minute - 1,
    namesAndSheet,
    { kind: 'warned', what: 'names', seconds: 1 },
  ],
  ['with names that lock before the sheet would go', minute, namesOfAMinute, { kind: 'over', what: 'names' }],
  ['with names that lock after the printed sheet goes', minute, namesAndPrinted, { kind: 'over', what: 'sheet' }],
] as const)('idle %s', (_, idle, shown, state) => {
  expect(describeIdle({ sinceUse: idle, sincePrint: idle }, shown)).toEqual(state)
})

test('a sheet that comes onto paper late has its minute, and puts off no lock', () => {
  const late = { sinceUse: 4.5 * minute, sincePrint: 10 * second }
  expect(describeIdle(late, printed)).toEqual({ kind: 'in use' })
  expect(describeIdle(late, namesAndPrinted)).toEqual({ kind: 'warned', what: 'names', seconds: 30 })
})
