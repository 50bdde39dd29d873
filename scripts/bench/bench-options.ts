import { parseArgs } from 'node:util'
import { allRivals, chooseRivals } from './list-rivals.ts'
import type { Rival } from './rival.ts'

export type BenchOptions = {
  readonly rounds: number
  /** slow rivals take part in the first of every so many rounds */
  readonly slowEvery: number
  readonly rivals: readonly Rival[]
}

function readCount(name: string, typed: string): number {
  const count = Number(typed)
  if (!Number.isInteger(count) || count < 1) throw new Error(`--${name}: "${typed}" is not a number of rounds.`)
  return count
}

/** Reads `--rounds 5 --slow-every 5 --rivals typst,jspdf`. @throws Error for what cannot be read */
export function readBenchOptions(args: readonly string[]): BenchOptions {
  const { values } = parseArgs({
    args: [...args],
    options: {
      rounds: { type: 'string', default: '5' },
      'slow-every': { type: 'string', default: '5' },
      rivals: { type: 'string' },
    },
  })
  return {
    rounds: readCount('rounds', values.rounds),
    slowEvery: readCount('slow-every', values['slow-every']),
    rivals: values.rivals === undefined ? allRivals : chooseRivals(values.rivals.split(',')),
  }
}
