import { spawnSync } from 'node:child_process'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'

/** Runs a program of this folder on a disk of its own, seen by nobody else. @returns what it wrote; undefined where that cannot be */
export function runOnSmallDisk(name: string | null, kilobytes: number): string | undefined {
  const disk = mkdtempSync(join(tmpdir(), 'caresheet-test-'))
  const run = name === null ? 'true' : '"$2" "$3"'
  const script = `mount -t tmpfs -o size=${kilobytes}k small "$1" && cd "$1" && ${run}`
  const file = join(import.meta.dirname, name ?? '')
  const options = ['-Urm', 'sh', '-c', script, 'sh', disk, process.execPath, file]
  const { status, stdout } = spawnSync('unshare', options, { encoding: 'utf8', stdio: ['ignore', 'pipe', 'inherit'] })
  rmSync(disk, { recursive: true, force: true })
  return status === 0 ? stdout : undefined
}
