/** What a runner counted. */
export type Tally = { passed: number; failed: number; skipped: number }

export const emptyTally: Tally = { passed: 0, failed: 0, skipped: 0 }

export type VitestReport = {
  testResults: { status: string; assertionResults: { status: string }[] }[]
}

export type PlaywrightReport = {
  stats: { expected: number; unexpected: number; flaky: number; skipped: number }
  errors: unknown[]
}

/** Counts from vitest's JSON report. A file that could not be loaded has no tests in it, and counts as one that failed. */
export function countVitest(report: VitestReport): Tally {
  const tests = report.testResults.flatMap((file) => {
    const statuses = file.assertionResults.map(({ status }) => status)
    return file.status === 'failed' && !statuses.includes('failed') ? [...statuses, 'failed'] : statuses
  })
  const count = (...statuses: string[]): number => tests.filter((status) => statuses.includes(status)).length
  return { passed: count('passed'), failed: count('failed'), skipped: count('skipped', 'pending', 'todo', 'disabled') }
}

/** Counts from Playwright's JSON report. A test that passed only on a second try has failed once, and so has a file that could not be loaded. */
export function countPlaywright({ stats, errors }: PlaywrightReport): Tally {
  return { passed: stats.expected, failed: stats.unexpected + stats.flaky + errors.length, skipped: stats.skipped }
}

/**
 * Makes a tally agree with how the runner ended: no report, no tests or a bad end with no failed test
 * are failures, because a last line that looks green must mean that tests ran.
 */
export function judgeRunner(counted: Tally | null, exitCode: number | null): Tally {
  const { passed, failed, skipped } = counted ?? emptyTally
  const isEmpty = passed + failed + skipped === 0
  const isUnexplained = exitCode !== 0 && failed === 0
  return { passed, skipped, failed: isEmpty || isUnexplained ? failed + 1 : failed }
}

/** Adds up tallies. */
export function addTallies(tallies: readonly Tally[]): Tally {
  return tallies.reduce(
    (sum, tally) => ({
      passed: sum.passed + tally.passed,
      failed: sum.failed + tally.failed,
      skipped: sum.skipped + tally.skipped,
    }),
    emptyTally,
  )
}

/** The last line of a test run. @param whyNotPrinted why the tests of printing were among the skipped; null when they ran */
export function formatTally({ passed, failed, skipped }: Tally, whyNotPrinted: string | null = null): string {
  const reason = whyNotPrinted === null ? '' : ` (printing on a real CUPS: ${whyNotPrinted})`
  return `${passed} passed, ${failed} failed${skipped > 0 ? `, ${skipped} skipped${reason}` : ''}`
}
