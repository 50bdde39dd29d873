import { execFileSync } from 'node:child_process'
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect } from 'vitest'
import { readDeeds, type Deed } from './replay-writes.ts'
import { startChild } from './start-child.ts'

/** The recorder needs a dynamic loader that takes LD_PRELOAD; the test run sees to it that there is a compiler. */
export const canRecord = process.platform === 'linux'

/**
 * Lets a program of this folder run to its end, and writes down all it does to the files of a folder.
 * @param work where the recorder and what it writes go, outside that folder
 */
export async function recordChild(
  work: string,
  place: string,
  name: string,
  given: readonly string[],
): Promise<Deed[]> {
  const [recorder, recorded] = [join(work, 'recorder.so'), join(work, 'deeds')]
  execFileSync('cc', ['-shared', '-fPIC', '-O1', '-o', recorder, join(import.meta.dirname, 'record-writes.c'), '-ldl'])
  const child = startChild(name, given, { LD_PRELOAD: recorder, RECORD_FOLDER: place, RECORD_TO: recorded })
  expect(await child.ended).toBe(0)
  return readDeeds(readFileSync(recorded))
}
