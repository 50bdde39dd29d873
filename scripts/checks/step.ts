import { spawn } from 'node:child_process'
import { performance } from 'node:perf_hooks'
import { stripVTControlCharacters } from 'node:util'
import { projectFolder } from '../project-folder.ts'
import { emptyTally, type Tally } from './count-tests.ts'

/** One thing that is checked. It never throws: whatever goes wrong is its outcome. */
export type Step = { name: string; run: () => Promise<Outcome> }

export type Outcome = { isGood: boolean; output: string; tally: Tally }

export type CommandEnd = { code: number | null; output: string }

/** A step that only passes or fails. A failure counts as one, so that the last line is never green on red. */
export function makeStep(name: string, act: () => Promise<CommandEnd>): Step {
  const run = async (): Promise<Outcome> => {
    const { code, output } = await act()
    return { isGood: code === 0, output, tally: { ...emptyTally, failed: code === 0 ? 0 : 1 } }
  }
  return { name, run }
}

/** Runs one of our tools under this Node and keeps what it says. */
export function runTool(
  script: string,
  options: readonly string[],
  environment: NodeJS.ProcessEnv = process.env,
): Promise<CommandEnd> {
  const child = spawn(process.execPath, [script, ...options], {
    cwd: projectFolder,
    env: environment,
    stdio: ['ignore', 'pipe', 'pipe'],
  })
  const parts: Buffer[] = []
  child.stdout.on('data', (part: Buffer) => parts.push(part))
  child.stderr.on('data', (part: Buffer) => parts.push(part))
  const endChild = (): void => void child.kill()
  process.once('exit', endChild)
  return new Promise((resolve) => {
    child.on('error', (error) => resolve({ code: null, output: error.message }))
    child.on('close', (code) => {
      process.off('exit', endChild)
      resolve({ code, output: stripVTControlCharacters(Buffer.concat(parts).toString()) })
    })
  })
}

/** Runs steps, a few at a time, in order, and says one line about each as it ends; all of its output only if it failed. */
export async function runSteps(steps: readonly Step[], atOnce: number): Promise<Outcome[]> {
  const waiting = [...steps]
  const outcomes: Outcome[] = []
  const work = async (): Promise<void> => {
    for (let step = waiting.shift(); step !== undefined; step = waiting.shift()) outcomes.push(await reportStep(step))
  }
  await Promise.all(Array.from({ length: atOnce }, work))
  return outcomes
}

async function reportStep({ name, run }: Step): Promise<Outcome> {
  const start = performance.now()
  const outcome = await run().catch((error: unknown): Outcome => ({
    isGood: false,
    output: String(error),
    tally: { ...emptyTally, failed: 1 },
  }))
  const seconds = ((performance.now() - start) / 1000).toFixed(1)
  console.log(`${outcome.isGood ? '  ok  ' : '  FAIL'}  ${name.padEnd(32)} ${seconds.padStart(6)} s`)
  if (!outcome.isGood) console.log(outcome.output.trimEnd().replaceAll(/^/gm, '        '))
  return outcome
}
