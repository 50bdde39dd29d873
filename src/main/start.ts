import { writeSync } from 'node:fs'
import { createRequire } from 'node:module'
import { join } from 'node:path'
import { Worker } from 'node:worker_threads'
import { app } from 'electron'
import { commandHelp, readCommandLine } from './read-command-line.ts'

/**
 * Says something and ends, before Chromium has looked for a display.
 * @param stream 1 for what was asked for, 2 for a refusal
 */
function endWith(status: number, stream: 1 | 2, text: string): void {
  writeSync(stream, text)
  process.exit(status)
}

/** Milliseconds after which what takes some hundred, or for large records a few thousand, has failed. */
const longestWait = 120_000

/**
 * Runs a command in a thread, and waits for it without letting go: once this file has run Electron opens a display, and
 * these need none.
 * @param file the thread, in the folder of this file
 * @param failure what is said where it never ends
 */
function runCommand(file: string, args: readonly string[], failure: string): void {
  const [done, status] = [0, 1]
  const gate = new Int32Array(new SharedArrayBuffer(8))
  const thread = new Worker(join(import.meta.dirname, file), {
    workerData: { args, data: app.getPath('userData'), gate },
  })
  thread.unref()
  if (Atomics.wait(gate, done, 0, longestWait) === 'timed-out') endWith(1, 2, `${failure}\n`)
  process.exit(gate[status])
}

/** Electron itself would end with a crash. */
const noScreen =
  'CareSheet found no screen to open its window on. To make a sheet without a window: caresheet sheet --help\n'

function start(): void {
  // Only a package is a program of its own: before that, Electron's arguments are those of whoever develops.
  const asked = readCommandLine(app.isPackaged ? process.argv.slice(1) : [])
  switch (asked.kind) {
    case 'window':
      if (process.platform === 'linux' && !process.env['DISPLAY'] && !process.env['WAYLAND_DISPLAY'])
        return endWith(1, 2, noScreen)
      createRequire(join(import.meta.dirname, 'start.cjs'))('./index.cjs')
      return
    case 'sheet':
      return runCommand('sheet-thread.cjs', asked.args, 'CareSheet could not make this sheet.')
    case 'restore':
      return runCommand('restore-thread.cjs', asked.args, 'CareSheet could not restore this copy.')
    case 'help':
      return endWith(0, 1, commandHelp)
    case 'version':
      return endWith(0, 1, `CareSheet ${app.getVersion()}\n`)
    case 'unknown':
      return endWith(2, 2, `CareSheet does not know "${asked.argument}". See caresheet --help.\n`)
  }
}

start()
