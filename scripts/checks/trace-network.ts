import { spawnSync } from 'node:child_process'
import { chmodSync, existsSync, readdirSync, readFileSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import { listLeaks } from './judge-trace.ts'

/** Whether strace is there and may look into programs here, which some containers forbid. */
export function canTrace(): boolean {
  return spawnSync('strace', ['-f', '-o', '/dev/null', 'true']).status === 0
}

/** Its whole path: a test may start the app where no program is found by its name. */
function findStrace(): string {
  const folder = (process.env['PATH'] ?? '').split(path.delimiter).find((each) => existsSync(path.join(each, 'strace')))
  return path.join(folder ?? '/usr/bin', 'strace')
}

/**
 * Writes a program that starts another under strace and writes what it did on the network, its children too.
 * @param folder where the traces go, one a start
 * @returns the path of the program
 */
export function writeTracer(folder: string, executable: string): string {
  const file = path.join(folder, 'electron')
  const seen = 'trace=connect,sendto,sendmsg,sendmmsg,write,writev'
  const script = `#!/bin/sh\nexec "${findStrace()}" -f -qq -yy -s 0 --seccomp-bpf -e ${seen} -o "${folder}/$$.trace" "${executable}" "$@"\n`
  writeFileSync(file, script)
  chmodSync(file, 0o755)
  return file
}

/** What was seen: how many starts, how many calls, and what left this computer. */
export type Traced = { readonly starts: number; readonly calls: number; readonly leaks: readonly string[] }

/** Reads all traces of a folder. */
export function readTraces(folder: string): Traced {
  const traces = readdirSync(folder)
    .filter((file) => file.endsWith('.trace'))
    .map((file) => readFileSync(path.join(folder, file), 'utf8'))
  return {
    starts: traces.length,
    calls: traces.reduce((sum, trace) => sum + trace.split('\n').length - 1, 0),
    leaks: [...new Set(traces.flatMap(listLeaks))],
  }
}
