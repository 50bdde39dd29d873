import { execFile } from 'node:child_process'

/** How a program ended. `code` is null when it is not installed, was killed or took too long. */
export type Outcome = { readonly code: number | null; readonly stdout: string; readonly stderr: string }
export type RunProgram = (program: string, options: readonly string[]) => Promise<Outcome>

const longest = 30_000

/** Runs a program of the computer, without a shell, and waits for it. Its messages come in English. Never throws. */
export const runProgram: RunProgram = (program, options) =>
  new Promise((resolve) => {
    const settings = { env: { ...process.env, LC_ALL: 'C.UTF-8' }, timeout: longest, windowsHide: true }
    execFile(program, options, settings, (error, stdout, stderr) => {
      const failed = error === null ? 0 : typeof error.code === 'number' ? error.code : null
      resolve({ code: failed, stdout, stderr })
    })
  })
