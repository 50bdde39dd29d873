import { readdirSync, readFileSync } from 'node:fs'

/** The processes that a process has started, and itself. */
function listProcesses(root: number): number[] {
  const parents = readdirSync('/proc')
    .filter((name) => /^\d+$/u.test(name))
    .flatMap((name): (readonly [number, number])[] => {
      try {
        const [, rest = ''] = readFileSync(`/proc/${name}/stat`, 'utf8').split(') ')
        return [[Number(name), Number(rest.split(' ')[1])]]
      } catch {
        return [] // it ended meanwhile
      }
    })
  const found = [root]
  for (const each of found) found.push(...parents.flatMap(([id, parent]) => (parent === each ? [id] : [])))
  return found
}

/**
 * Memory of a program with all its processes, in MB: their proportional set size, which counts what they share once.
 * Linux only. @throws Error elsewhere
 */
export function measureMemory(root: number): number {
  const kilobytes = listProcesses(root).map((id) => {
    const rollup = readFileSync(`/proc/${id}/smaps_rollup`, 'utf8')
    return Number(/^Pss:\s+(\d+)/mu.exec(rollup)?.[1] ?? Number.NaN)
  })
  return kilobytes.reduce((sum, each) => sum + each, 0) / 1024
}
