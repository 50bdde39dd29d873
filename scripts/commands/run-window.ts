import { spawn } from 'node:child_process'
import { projectFolder } from '../project-folder.ts'

/**
 * Runs a program that opens our window, gives it this terminal, and ends it with us: it must not stay behind on a screen
 * that is about to close. Returns its exit code.
 */
export async function runWindow(
  program: string,
  options: readonly string[],
  environment: NodeJS.ProcessEnv,
): Promise<number> {
  const child = spawn(program, options, { cwd: projectFolder, stdio: 'inherit', env: environment })
  const pass = (signal: NodeJS.Signals): void => void child.kill(signal)
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) process.on(signal, pass)
  return new Promise((resolve, reject) => {
    child.on('error', reject)
    child.on('exit', (code) => resolve(code ?? 1))
  })
}
