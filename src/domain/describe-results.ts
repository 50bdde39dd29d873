import type { LabResult } from './lab-result.ts'
import type { ResultBand, Topic, TopicWords } from './topic.ts'
import type { Wording } from './wording.ts'
import type { NumberLine, ResultRow } from './sheet.ts'
import { say } from './fill-slots.ts'

/** How many times the upper limit a result is: value ÷ limit, both in the same unit, to one decimal, halves up. */
export function countTimesUpperLimit({ value, upperLimit }: Pick<LabResult, 'value' | 'upperLimit'>): number {
  return Math.round((value * 10) / upperLimit) / 10
}

const isInRange = ({ value, upperLimit }: Pick<LabResult, 'value' | 'upperLimit'>) => value <= upperLimit

/** The first band of the topic that holds a result; the last has no bound, so one always does. */
function findBand(topic: Topic, result: Pick<LabResult, 'value' | 'upperLimit'>): ResultBand | undefined {
  // The band fits the number that is printed; only what is truly within the limit counts as in range.
  const times = isInRange(result) ? 1 : Math.max(countTimesUpperLimit(result), 1.1)
  return topic.resultBands.find(
    ({ upTo, under }) => (upTo === undefined || times <= upTo) && (under === undefined || times < under),
  )
}

/** The band of a result that is too high to wait, or null. */
export function findUrgentBand(topic: Topic, result: Pick<LabResult, 'value' | 'upperLimit'>): ResultBand | null {
  const band = findBand(topic, result)
  return band?.urgent ? band : null
}

/** Whether every result typed is within its limit; false when none was typed. */
export function areAllInRange(results: readonly LabResult[]): boolean {
  return results.length > 0 && results.every(isInRange)
}

function drawNumberLine(
  topic: Topic,
  wording: Wording,
  result: LabResult,
  alternative: string,
): NumberLine | undefined {
  const { value, upperLimit } = result
  const end = topic.resultLineEnd * upperLimit
  if (value > end) return undefined
  const multiples = Array.from({ length: Math.max(0, Math.floor(topic.resultLineEnd) - 1) }, (_, index) => index + 2)
  return {
    end,
    upperLimit,
    value,
    marker: wording.results.marker,
    ticks: [
      { at: 0, label: '0' },
      { at: upperLimit, label: say(wording.results.normalTo, { limit: String(upperLimit) }) },
      ...multiples.map((n) => ({ at: n * upperLimit, label: say(wording.results.multiple, { n: String(n) }) })),
    ],
    alternative,
  }
}

/**
 * The results as the sheet shows them: in words always, on number lines only when all values fit on theirs. A line for the
 * lower result alone would draw the eye away from the higher one.
 */
export function describeResults(
  topic: Topic,
  words: TopicWords,
  wording: Wording,
  results: readonly LabResult[],
): ResultRow[] {
  const rows = results.map((result) => describeResult(topic, words, wording, result))
  return rows.every(({ line }) => line !== undefined) ? rows : rows.map(({ name, meaning }) => ({ name, meaning }))
}

function describeResult(topic: Topic, words: TopicWords, wording: Wording, result: LabResult): ResultRow {
  const times = countTimesUpperLimit(result)
  const slots = {
    analyte: words.analytes[result.analyte] ?? result.analyte,
    value: String(result.value),
    unit: result.unit,
    limit: String(result.upperLimit),
    times: String(times),
    band: words.resultBands[findBand(topic, result)?.id ?? ''] ?? '',
  }
  const meaning = say(isInRange(result) ? wording.results.notAbove : wording.results.above, slots)
  const line = drawNumberLine(topic, wording, result, say(wording.results.alternative, { ...slots, meaning }))
  return {
    name: [{ text: say(wording.results.value, slots), strong: true }, { text: ` ${result.unit}` }],
    meaning,
    ...(line ? { line } : {}),
  }
}
