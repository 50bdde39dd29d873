import { languages } from './mix.ts'
import type { Report, RivalReport, Spread } from './report.ts'
import { longestHoldUp, type HoldUp } from './measure-main-thread.ts'
import { findMedian } from './statistics.ts'

const writeTime = (milliseconds: number): string => milliseconds.toFixed(milliseconds < 100 ? 1 : 0)
const writeSpread = ({ median, p95 }: Spread): string => `${writeTime(median)} / ${writeTime(p95)}`
const writeRatio = (ratio: number): string => (Number.isNaN(ratio) ? '–' : ratio.toFixed(2))
const writeKilobytes = (bytes: number): string => (bytes / 1000).toFixed(1)
const writeMegabytes = (bytes: number): string => (bytes / 1e6).toFixed(0)

/** A table in Markdown. */
function writeTable(head: readonly string[], rows: readonly (readonly string[])[]): string {
  const lines = [head, head.map(() => '---'), ...rows]
  return lines.map((cells) => `| ${cells.join(' | ')} |`).join('\n')
}

function writeSpeed({ rivals, slowEvery }: Report): string {
  const head = ['ms, median / p95', ...languages, 'mix', '× Typst', '× CareSheet', 'documents']
  const row = (rival: RivalReport) => [
    rival.name + (rival.isSlow && slowEvery > 1 ? ` (every ${slowEvery}th round)` : ''),
    ...languages.map((language) => writeSpread(rival.languages[language])),
    writeSpread(rival.mix),
    writeRatio(rival.timesTypst),
    writeRatio(rival.timesOurs),
    String(rival.documents),
  ]
  return writeTable(head, rivals.map(row))
}

function writeCost({ rivals }: Report): string {
  const head = [
    '',
    'first document, ms',
    ...languages.map((language) => `${language}, KB (most)`),
    'memory, MB',
    'texts not found',
  ]
  const row = ({ name, first, languages: each, memory, missing }: RivalReport) => [
    name,
    writeTime(first),
    ...languages.map((language) => {
      const { bytes, mostBytes } = each[language]
      return `${writeKilobytes(bytes)} (${writeKilobytes(mostBytes)})`
    }),
    writeMegabytes(memory),
    String(missing.length),
  ]
  return writeTable(head, rivals.map(row))
}

const missesShown = 3

function describeHoldUp({ p999, most, over, sheets }: HoldUp): string {
  return `The main thread while its worker drew ${sheets} sheets: at most ${most.toFixed(1)} ms of work at a time, ${p999.toFixed(1)} in 99.9 of a hundred turns, ${over} times over ${longestHoldUp}.`
}

/** What was measured, as Markdown. */
export function describeReport(report: Report): string {
  const { date, machine, load, rounds, firstSheets, mainThread, command } = report
  const misses = report.rivals.flatMap(({ name, missing }) =>
    missing.length === 0 ? [] : [`- ${name}: ${missing.slice(0, missesShown).join(' / ')}`],
  )
  return [
    `${date}, ${machine}; load ${load.map((each) => each.toFixed(1)).join(' before, ')} after; ${rounds} rounds.`,
    writeSpeed(report),
    writeCost(report),
    ...(misses.length === 0 ? [] : [`Not found in the PDF, for example:\n\n${misses.join('\n')}`]),
    writeTable(
      ['CareSheet starts, ms', 'median', 'least'],
      [
        ['first sheet of a warm worker', writeTime(findMedian(firstSheets)), writeTime(Math.min(...firstSheets))],
        ['the sheet command', writeTime(findMedian(command.again)), writeTime(Math.min(...command.again))],
        ['the sheet command, nothing compiled kept', writeTime(command.first), ''],
      ],
    ),
    ...(mainThread ? [describeHoldUp(mainThread)] : []),
  ].join('\n\n')
}
