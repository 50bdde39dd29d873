import { appendFileSync, writeSync } from 'node:fs'

/** Makes what tells, line by line, what a process has done. @param to a file; "-" for the standard output */
export function makeAcknowledge(to: string): (done: string) => void {
  return (done) => (to === '-' ? void writeSync(1, `${done}\n`) : appendFileSync(to, `${done}\n`))
}
