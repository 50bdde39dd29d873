import type { Language } from '../../src/domain/ids.ts'
import type { HoldUp } from './measure-main-thread.ts'
import { languages } from './mix.ts'
import type { Sample } from './measure-rounds.ts'
import { findMedian, findQuantile } from './statistics.ts'

export type Spread = { readonly median: number; readonly p95: number }
/** What one rival took; times in milliseconds, sizes and memory in bytes. */
export type RivalReport = {
  readonly name: string
  readonly isSlow: boolean
  readonly documents: number
  readonly mix: Spread
  readonly timesTypst: number
  readonly timesOurs: number
  readonly languages: Readonly<Record<Language, Spread & { readonly bytes: number; readonly mostBytes: number }>>
  readonly first: number
  readonly memory: number
  /** texts that its PDFs do not hold, of one sheet a language */
  readonly missing: readonly string[]
}
export type Report = {
  readonly date: string
  readonly machine: string
  /** how many programs wanted a processor, on average over a minute, before and after */
  readonly load: readonly [number, number]
  readonly rounds: number
  readonly slowEvery: number
  readonly rivals: readonly RivalReport[]
  /** milliseconds to the first sheet of a warm worker */
  readonly firstSheets: readonly number[]
  /** null where it cannot be told */
  readonly mainThread: HoldUp | null
  readonly command: { readonly first: number; readonly again: readonly number[] }
}

const spread = (times: readonly number[]): Spread => ({ median: findMedian(times), p95: findQuantile(times, 0.95) })

/** Median of one rival times that of another, over the rounds both took part in. */
function compare(samples: readonly Sample[], name: string, other: string): number {
  const of = (rival: string) => samples.filter((each) => each.rival === rival)
  const listRounds = (rival: string) => new Set(of(rival).map(({ round }) => round))
  const [own, others] = [listRounds(name), listRounds(other)]
  const isShared = ({ round }: Sample) => own.has(round) && others.has(round)
  const median = (rival: string) =>
    findMedian(
      of(rival)
        .filter(isShared)
        .map(({ milliseconds }) => milliseconds),
    )
  return median(name) / median(other)
}

/** Sums up what was measured of one rival. `typst` and `ours` are the names it is compared with. */
export function reportRival(
  rival: { readonly name: string; readonly isSlow: boolean },
  samples: readonly Sample[],
  names: { readonly typst: string; readonly ours: string },
  rest: Pick<RivalReport, 'first' | 'memory' | 'missing'>,
): RivalReport {
  const own = samples.filter((sample) => sample.rival === rival.name)
  const reportLanguage = (language: Language) => {
    const some = own.filter((sample) => sample.language === language)
    const bytes = some.map((sample) => sample.bytes)
    const times = some.map(({ milliseconds }) => milliseconds)
    return [language, { ...spread(times), bytes: findMedian(bytes), mostBytes: Math.max(...bytes) }] as const
  }
  return {
    name: rival.name,
    isSlow: rival.isSlow,
    documents: own.length,
    mix: spread(own.map(({ milliseconds }) => milliseconds)),
    timesTypst: compare(samples, rival.name, names.typst),
    timesOurs: compare(samples, rival.name, names.ours),
    languages: Object.fromEntries(languages.map(reportLanguage)) as RivalReport['languages'], // reason: every language is there
    ...rest,
  }
}
