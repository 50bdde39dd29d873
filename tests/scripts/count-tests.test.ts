import { describe, expect, test } from 'vitest'
import { addTallies, countPlaywright, countVitest, formatTally, judgeRunner } from '../../scripts/checks/count-tests.ts'

const file = (status: string, ...tests: string[]) => ({
  status,
  assertionResults: tests.map((result) => ({ status: result })),
})

describe('counting', () => {
  test('a vitest report is counted test by test', () => {
    const report = { testResults: [file('passed', 'passed', 'skipped'), file('failed', 'failed', 'passed', 'todo')] }
    expect(countVitest(report)).toEqual({ passed: 2, failed: 1, skipped: 2 })
  })

  test('a test file that cannot be loaded counts as one failure', () => {
    expect(countVitest({ testResults: [file('failed'), file('passed', 'passed')] })).toEqual({
      passed: 1,
      failed: 1,
      skipped: 0,
    })
  })

  test('a flaky end-to-end test and a file that cannot be loaded count as failures', () => {
    const stats = { expected: 5, unexpected: 1, flaky: 1, skipped: 2 }
    expect(countPlaywright({ stats, errors: [{}] })).toEqual({ passed: 5, failed: 3, skipped: 2 })
  })
})

describe('judging a runner', () => {
  test('believes a report that agrees with the exit code', () => {
    expect(judgeRunner({ passed: 3, failed: 0, skipped: 1 }, 0)).toEqual({ passed: 3, failed: 0, skipped: 1 })
    expect(judgeRunner({ passed: 3, failed: 2, skipped: 0 }, 1)).toEqual({ passed: 3, failed: 2, skipped: 0 })
  })

  test.each([
    ['no report', null, 0],
    ['no report and a crash', null, null],
    ['no tests', { passed: 0, failed: 0, skipped: 0 }, 0],
    ['a bad end without a failed test', { passed: 3, failed: 0, skipped: 0 }, 1],
  ])('%s is a failure', (_, counted, exitCode) => {
    expect(judgeRunner(counted, exitCode).failed).toBe(1)
  })
})

describe('the last line', () => {
  test('adds up and names skipped tests only when there are some', () => {
    const sum = addTallies([
      { passed: 2, failed: 0, skipped: 0 },
      { passed: 3, failed: 1, skipped: 0 },
    ])
    expect(formatTally(sum)).toBe('5 passed, 1 failed')
    expect(formatTally({ ...sum, skipped: 4 })).toBe('5 passed, 1 failed, 4 skipped')
  })

  test('says why nothing was printed', () => {
    expect(formatTally({ passed: 1, failed: 0, skipped: 2 }, 'CUPS can be started only by root')).toBe(
      '1 passed, 0 failed, 2 skipped (printing on a real CUPS: CUPS can be started only by root)',
    )
  })
})
