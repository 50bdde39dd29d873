import { expect, test } from 'vitest'
import { offerLimits, rememberLimits, type LabLimit } from '../../src/domain/lab-limit.ts'
import { LabResult } from '../../src/domain/lab-result.ts'

const result = (analyte: string, upperLimit?: number, unit = 'U/L') =>
  LabResult.parse({
    analyte,
    value: unit === 'U/L' ? 90 : 1.5,
    unit,
    ...(upperLimit === undefined ? {} : { upperLimit }),
  })
const limit = (analyte: string, upperLimit: number, lab = 'Town Lab'): LabLimit => ({
  lab,
  analyte,
  upperLimit,
  unit: 'U/L',
})

test('the limits of a sheet are remembered under the name of the lab, the newest first', () => {
  const first = rememberLimits([], 'Town Lab', [result('ALT', 40), result('AST')])
  expect(first).toEqual([limit('ALT', 40)])
  expect(rememberLimits(first, 'Town Lab', [result('ALT', 33)])).toEqual([limit('ALT', 33), limit('ALT', 40)])
})

test('nothing is remembered without the name of a lab, and the same not twice', () => {
  expect(rememberLimits([], '', [result('ALT', 40)])).toEqual([])
  const there = [limit('ALT', 33), limit('ALT', 40)]
  expect(rememberLimits(there, 'Town Lab', [result('ALT', 40)])).toBe(there)
  expect(rememberLimits(there, 'Hill Lab', [result('ALT', 40)])).toHaveLength(3)
})

test('the last two limits of a test are offered, of this lab alone', () => {
  const there = [limit('ALT', 45), limit('ALT', 33), limit('ALT', 50), limit('AST', 35), limit('ALT', 60, 'Hill Lab')]
  expect(offerLimits(there, 'Town Lab', 'ALT')).toEqual([limit('ALT', 45), limit('ALT', 33)])
  expect(offerLimits(there, 'Hill Lab', 'ALT')).toEqual([limit('ALT', 60, 'Hill Lab')])
  expect(offerLimits(there, '', 'ALT')).toEqual([])
})
