import { spawn, type ChildProcess } from 'node:child_process'
import { join } from 'node:path'
import { setTimeout } from 'node:timers/promises'

/** A program of this folder that runs in a process of its own, and the lines it has written. */
export type Child = {
  readonly process: ChildProcess
  readonly lines: string[]
  readonly ended: Promise<number | null>
}

/** Starts a program of this folder. @param name as "write-forever.ts" */
export function startChild(name: string, given: readonly string[], variables: NodeJS.ProcessEnv = {}): Child {
  const child = spawn(process.execPath, [join(import.meta.dirname, name), ...given], {
    stdio: ['ignore', 'pipe', 'inherit'],
    env: { ...process.env, ...variables },
  })
  const lines: string[] = []
  let rest = ''
  child.stdout.setEncoding('utf8')
  child.stdout.on('data', (text: string) => {
    const parts = (rest + text).split('\n')
    rest = parts.pop() ?? ''
    lines.push(...parts)
  })
  const ended = new Promise<number | null>((resolve, reject) => {
    child.on('error', reject)
    child.on('close', resolve)
  })
  return { process: child, lines, ended }
}

/** Waits for a child's first line. */
export async function waitForLine({ process: child, lines }: Child): Promise<void> {
  while (lines.length === 0 && child.exitCode === null) await setTimeout(1)
}

/**
 * Kills a child, as a crash does, some time after its first line.
 * @param wait ms after that line
 * @returns whether it was still at work
 */
export async function killAfter(running: Child, wait: number): Promise<boolean> {
  const { process: child, ended } = running
  await waitForLine(running)
  await setTimeout(wait)
  const isAtWork = child.exitCode === null && child.kill('SIGKILL')
  await ended
  return isAtWork && child.signalCode === 'SIGKILL'
}
