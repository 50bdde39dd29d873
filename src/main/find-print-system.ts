import { makeCups } from './cups.ts'
import type { PrintSystem } from './print-system.ts'
import type { RunProgram } from './run-program.ts'
import { makeWindowsPrinting } from './windows-printing.ts'

/** What prints on this kind of computer: CUPS, but for Windows. */
export function findPrintSystem(platform: NodeJS.Platform, run: RunProgram): PrintSystem {
  return platform === 'win32' ? makeWindowsPrinting(() => import('pdf-to-printer'), run) : makeCups(run)
}
