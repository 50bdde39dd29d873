import { spawn } from 'node:child_process'
import path from 'node:path'
import type { ReadyElectron } from '../../scripts/electron/prepare-electron.ts'
import { findMedian } from '../../scripts/bench/statistics.ts'
import { projectFolder } from '../../scripts/project-folder.ts'

/** The program that opens CareSheet, or an empty window beside it. */
export const probe = path.join(projectFolder, 'tests/bench/window-probe')

/** Milliseconds from starting the program to the frame in which its window can be used. */
function startOnce(electron: ReadyElectron, folder: string, options: readonly string[]): Promise<number> {
  return new Promise((resolve, reject) => {
    const start = Date.now()
    const given = [...electron.options, probe, `--user-data-dir=${folder}`, '--ends=yes', ...options]
    const child = spawn(electron.executable, given, {
      env: electron.environment,
      stdio: ['ignore', 'pipe', 'ignore'],
    })
    let said = ''
    child.stdout.on('data', (part) => (said += String(part)))
    child.on('error', reject)
    child.on('exit', () => {
      const usable = Number(/usable (\d+)/u.exec(said)?.[1])
      if (Number.isNaN(usable)) reject(new Error(`The window did not say when it could be used: ${said}`))
      else resolve(usable - start)
    })
  })
}

/**
 * Starts CareSheet and an empty window in turn, so that the drift of the machine is in both.
 * @param folders their data; that of CareSheet has an emergency number, so that it opens at the sheet
 */
export async function measureStarts(
  electron: ReadyElectron,
  folders: { readonly empty: string; readonly ours: string },
  rounds: number,
): Promise<string> {
  const [empty, ours]: [number[], number[]] = [[], []]
  for (let round = 0; round <= rounds; round += 1) {
    const [one, other] = [
      await startOnce(electron, folders.empty, []),
      await startOnce(electron, folders.ours, [`--opens=${projectFolder}`]),
    ]
    if (round === 0) continue // the first start of each fills the caches of the disk
    empty.push(one)
    ours.push(other)
  }
  const ratio = findMedian(ours) / findMedian(empty)
  return `start to usable, ${rounds} each in turn: median ${findMedian(ours)} ms, empty window ${findMedian(empty)} ms, ratio ${ratio.toFixed(2)} (goal 1.25)`
}
