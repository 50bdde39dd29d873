import type { LabResult } from './selection.ts'
import type { Topic, TopicWords } from './topic.ts'
import type { Wording } from './wording.ts'
import type { NumberLine, ResultRow } from './sheet.ts'
import { say } from './fill-slots.ts'

/** How many times the upper limit a result is: value ÷ limit, both in the same unit. */
export function countTimesUpperLimit(result: Pick<LabResult, 'value' | 'upperLimit'>): number {
  return result.value / result.upperLimit
}

/** The first band of the topic that holds `times`; the last has no bound, so one always does. */
function findBand(topic: Topic, times: number): string {
  const band = topic.resultBands.find(
    ({ upTo, under }) => (upTo === undefined || times <= upTo) && (under === undefined || times < under),
  )
  return band?.id ?? ''
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

/** A result as the sheet shows it: in words always, on a number line where the value fits on it. */
export function describeResult(topic: Topic, words: TopicWords, wording: Wording, result: LabResult): ResultRow {
  const times = countTimesUpperLimit(result)
  const slots = {
    analyte: result.analyte,
    value: String(result.value),
    unit: result.unit,
    limit: String(result.upperLimit),
    times: times.toFixed(1),
    band: words.resultBands[findBand(topic, times)] ?? '',
  }
  const meaning = say(times > 1 ? wording.results.above : wording.results.notAbove, slots)
  const line = drawNumberLine(topic, wording, result, say(wording.results.alternative, { ...slots, meaning }))
  return {
    name: [{ text: say(wording.results.value, slots), strong: true }, { text: ` ${result.unit}` }],
    meaning,
    ...(line ? { line } : {}),
  }
}
