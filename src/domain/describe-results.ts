import type { LabResult } from './lab-result.ts'
import type { ResultBand, Topic, TopicWords } from './topic.ts'
import type { Wording } from './wording.ts'
import type { ResultRow } from './sheet.ts'
import { findMissingLines, makeNumberLine } from './number-line.ts'
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

/**
 * The results as the sheet shows them: in words always, on number lines where `findMissingLines` has no reason against it.
 * The result before is told without a judgement.
 */
export function describeResults(
  topic: Topic,
  words: TopicWords,
  wording: Wording,
  results: readonly LabResult[],
): ResultRow[] {
  const reasons = findMissingLines(topic, results)
  return results.map((result, index) => {
    const { alternative, ...row } = describeResult(topic, words, wording, result)
    const reason = reasons[index] ?? null
    if (reason !== null) return { ...row, withoutLine: reason }
    return { ...row, line: makeNumberLine({ topic, words, wording }, result, alternative) }
  })
}

function describeResult(topic: Topic, words: TopicWords, wording: Wording, result: LabResult) {
  const slots = {
    analyte: words.analytes[result.analyte] ?? result.analyte,
    value: String(result.value),
    unit: result.unit,
    limit: String(result.upperLimit),
    times: String(countTimesUpperLimit(result)),
    band: words.resultBands[findBand(topic, result)?.id ?? ''] ?? '',
  }
  const meaning = say(isInRange(result) ? wording.results.notAbove : wording.results.above, slots)
  const alternative = say(wording.results.alternative, { ...slots, meaning })
  const name = [{ text: say(wording.results.value, slots), strong: true as const }, { text: ` ${result.unit}` }]
  if (result.previous === undefined) return { name, meaning, alternative }
  const previous = say(wording.results.previous, { value: String(result.previous) })
  return { name, meaning, previous, alternative: `${alternative} ${previous}` }
}
