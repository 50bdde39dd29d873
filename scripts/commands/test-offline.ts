import { spawnSync } from 'node:child_process'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { formatTally } from '../checks/count-tests.ts'
import { makeWindowStep } from '../checks/test-runners.ts'
import { canTrace, readTraces, writeTracer } from '../checks/trace-network.ts'
import { findElectron } from '../electron/find-electron.ts'
import { projectFolder } from '../project-folder.ts'
import { installPrograms } from '../system/install-programs.ts'
import { listMissingForTraces } from '../system/missing-programs.ts'
import { withOwnCups } from '../system/own-cups.ts'
import { stopOnError } from './stop-on-error.ts'

for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) process.on(signal, () => process.exit(1))

/** Says how it went. @returns whether it was good */
function tell(what: string, isGood: boolean, more: string): boolean {
  console.log(`  ${isGood ? 'ok  ' : 'FAIL'}  ${what}: ${more}`)
  return isGood
}

/** Every end-to-end test, with each start of the app under strace. */
async function runTraced(extra: readonly string[]): Promise<boolean> {
  installPrograms(listMissingForTraces())
  if (!canTrace()) throw new Error('strace is not there, or may not look into programs here: this test needs it.')
  const folder = mkdtempSync(path.join(tmpdir(), 'caresheet-traces-'))
  try {
    writeTracer(folder, (await findElectron()).executable)
    // Playwright asks the electron package for the program, and that one looks here.
    const step = (variables: NodeJS.ProcessEnv) =>
      makeWindowStep(extra, { ...variables, ELECTRON_OVERRIDE_DIST_PATH: folder }).run()
    const { result } = await withOwnCups(step)
    if (!result.isGood) console.log(result.output)
    const { starts, calls, leaks } = readTraces(folder)
    const seen = `${starts} starts of the app, ${calls} calls seen, ${leaks.length} that leave this computer`
    const isQuiet = tell('E3, traced', leaks.length === 0 && starts > 0, [seen, ...leaks].join('\n        '))
    return tell('E3, the end-to-end tests meanwhile', result.isGood, formatTally(result.tally)) && isQuiet
  } finally {
    rmSync(folder, { recursive: true, force: true })
  }
}

/** Every end-to-end test where there is no network at all but the computer itself. */
function runWithoutNetwork(extra: readonly string[]): boolean {
  const more = extra.length > 0 ? ['--', ...extra] : []
  const checks = [path.join(projectFolder, 'scripts/commands/run-checks.ts'), '--only', 'e2e', ...more]
  const isRoot = process.getuid?.() === 0
  const { status, stdout, stderr } = spawnSync(
    'unshare',
    [isRoot ? '-n' : '-rn', 'sh', '-c', 'ip link set lo up && exec "$@"', 'sh', process.execPath, ...checks],
    { encoding: 'utf8', maxBuffer: 256 * 1024 * 1024 },
  )
  if (status !== 0) console.log(`${stdout}${stderr}`)
  return tell('E3, without any network', status === 0, stdout.trimEnd().split('\n').at(-1) ?? '')
}

await stopOnError(async () => {
  const extra = process.argv.slice(2)
  const isTraced = await runTraced(extra)
  const isGreen = runWithoutNetwork(extra)
  if (!isTraced || !isGreen) process.exitCode = 1
})
