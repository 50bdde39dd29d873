import { hasLimit, type ComparedResult, type LabResult } from './lab-result.ts'
import type { ResultBand, Topic, TopicWords } from './topic.ts'
import type { Wording } from './wording.ts'
import type { ResultRow } from './sheet.ts'
import { findMissingLines, makeNumberLine } from './number-line.ts'
import { say } from './fill-slots.ts'
import { weighResult } from './weigh-result.ts'

/** How many times the upper limit a result is: value ÷ limit, both in the same unit, to one decimal, halves up. */
export function countTimesUpperLimit({ value, upperLimit }: Pick<ComparedResult, 'value' | 'upperLimit'>): number {
  return Math.round((value * 10) / upperLimit) / 10
}

const isInRange = ({ value, upperLimit }: Pick<ComparedResult, 'value' | 'upperLimit'>) => value <= upperLimit

/** The first band of the topic that holds a result; the last has no bound, so one always does. */
function findBand(topic: Topic, result: Pick<ComparedResult, 'value' | 'upperLimit'>): ResultBand | undefined {
  // The band fits the number that is printed; only what is truly within the limit counts as in range.
  const times = isInRange(result) ? 1 : Math.max(countTimesUpperLimit(result), 1.1)
  return topic.resultBands.find(
    ({ upTo, under }) => (upTo === undefined || times <= upTo) && (under === undefined || times < under),
  )
}

/** The band of a result that is too high to wait, or null; one without its lab's limit is weighed with caution. */
export function findUrgentBand(topic: Topic, result: LabResult): ResultBand | null {
  const band = findBand(topic, weighResult(topic, result))
  return band?.urgent ? band : null
}

/** Whether every result typed is within its limit; false when none was typed, and when a limit is not known. */
export function areAllInRange(results: readonly LabResult[]): boolean {
  return results.length > 0 && results.every((result) => hasLimit(result) && isInRange(result))
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
  return results.map((result, index): ResultRow => {
    const name = nameResult(words, wording, result)
    const { previous: before } = result
    const previous = before === undefined ? undefined : say(wording.results.previous, { value: String(before) })
    const told = { name, ...(previous === undefined ? {} : { previous }) }
    if (!hasLimit(result)) return { ...told, meaning: wording.results.noLimit, withoutLine: 'no-limit' }
    const { meaning, sentence } = judgeResult(topic, words, wording, result)
    const reason = reasons[index] ?? null
    if (reason !== null) return { ...told, meaning, withoutLine: reason }
    const alternative = previous === undefined ? sentence : `${sentence} ${previous}`
    return { ...told, meaning, line: makeNumberLine({ topic, words, wording }, result, alternative) }
  })
}

function listSlotsOf(words: TopicWords, { analyte, value }: LabResult) {
  return { analyte: words.analytes[analyte] ?? analyte, value: String(value) }
}

function nameResult(words: TopicWords, wording: Wording, result: LabResult): ResultRow['name'] {
  const text = say(wording.results.value, listSlotsOf(words, result))
  return [{ text, strong: true }, { text: ` ${result.unit}` }]
}

/** What a result means against its limit, alone and in a whole sentence. */
function judgeResult(topic: Topic, words: TopicWords, wording: Wording, result: ComparedResult) {
  const slots = {
    ...listSlotsOf(words, result),
    unit: result.unit,
    limit: String(result.upperLimit),
    times: String(countTimesUpperLimit(result)),
    band: words.resultBands[findBand(topic, result)?.id ?? ''] ?? '',
  }
  const meaning = say(isInRange(result) ? wording.results.notAbove : wording.results.above, slots)
  return { meaning, sentence: say(wording.results.alternative, { ...slots, meaning }) }
}
