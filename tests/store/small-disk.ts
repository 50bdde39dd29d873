import { spawnSync } from 'node:child_process'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'

/** Runs a program in a folder that is a disk of its own of 8 kB, seen by nobody else; undefined where that cannot be. */
export function runOnSmallDisk(program: string): string | undefined {
  const script = `mount -t tmpfs -o size=8k small "$1" && cd "$1" && "$2" --input-type=module -e "$3"`
  const disk = mkdtempSync(join(tmpdir(), 'caresheet-test-'))
  const options = ['-Urm', 'sh', '-c', script, 'sh', disk, process.execPath, program]
  const { status, stdout } = spawnSync('unshare', options, { encoding: 'utf8' })
  rmSync(disk, { recursive: true })
  return status === 0 ? stdout : undefined
}

export const canHaveSmallDisk = runOnSmallDisk('') !== undefined
