import { existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { buildAppIfChanged } from '../build/build-app.ts'
import { prepareElectron } from '../electron/prepare-electron.ts'
import { installPrograms } from '../system/install-programs.ts'
import {
  listMissingForFaults,
  listMissingForKeystore,
  listMissingForPdfTests,
  listMissingForTraces,
} from '../system/missing-programs.ts'
import {
  countPlaywright,
  countVitest,
  formatTally,
  judgeRunner,
  type PlaywrightReport,
  type Tally,
  type VitestReport,
} from './count-tests.ts'
import { runTool, type CommandEnd, type Outcome, type Step } from './step.ts'

/** Everything that runs in plain Node: domain, content, database, PDF, scripts. @param variables lead to the printers */
export function makeUnitStep(extra: readonly string[], variables: NodeJS.ProcessEnv): Step {
  const count = (report: string): Tally => countVitest(JSON.parse(report) as VitestReport)
  return makeRunnerStep('unit tests', count, async (report) => {
    installPrograms([...listMissingForPdfTests(), ...listMissingForFaults()])
    buildAppIfChanged()
    const reporters = ['--reporter=default', '--reporter=json', `--outputFile.json=${report}`]
    const options = ['run', '--config', 'tests/vitest.config.ts', ...reporters, ...extra]
    return runTool('node_modules/vitest/vitest.mjs', options, { ...process.env, ...variables })
  })
}

/** The built app in the real Electron. Where there is no way to run it, that is a failure and not a skip. */
export function makeWindowStep(extra: readonly string[], variables: NodeJS.ProcessEnv): Step {
  const count = (report: string): Tally => countPlaywright(JSON.parse(report) as PlaywrightReport)
  return makeRunnerStep('end-to-end tests', count, async (report) => {
    installPrograms([...listMissingForPdfTests(), ...listMissingForKeystore(), ...listMissingForTraces()])
    buildAppIfChanged()
    const electron = await prepareElectron()
    try {
      const environment = { ...electron.environment, ...variables, PLAYWRIGHT_JSON_OUTPUT_FILE: report }
      const options = ['test', '--config', 'tests/playwright.config.ts', '--reporter=list,json', ...extra]
      return await runTool('node_modules/@playwright/test/cli.js', options, environment)
    } finally {
      electron.stop()
    }
  })
}

function makeRunnerStep(
  name: string,
  count: (report: string) => Tally,
  act: (report: string) => Promise<CommandEnd>,
): Step {
  const run = async (): Promise<Outcome> => {
    const folder = mkdtempSync(path.join(tmpdir(), 'caresheet-report-'))
    try {
      const file = path.join(folder, 'report.json')
      const { code, output } = await act(file).catch((error: unknown) => ({ code: null, output: String(error) }))
      const counted = existsSync(file) ? count(readFileSync(file, 'utf8')) : null
      const tally = judgeRunner(counted, code)
      const summary = counted === null ? 'The runner left no report.' : formatTally(counted)
      return { isGood: tally.failed === 0, output: `${output}\n${summary}`, tally }
    } finally {
      rmSync(folder, { recursive: true, force: true })
    }
  }
  return { name, run }
}
