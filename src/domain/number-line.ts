import type { LabResult } from './lab-result.ts'
import type { NoLineReason, NumberLine } from './sheet.ts'
import type { Topic, TopicWords } from './topic.ts'
import type { Wording } from './wording.ts'
import { say } from './fill-slots.ts'

/** Where the line of a result ends, in the result's own unit. */
const findEnd = (topic: Topic, { upperLimit }: Pick<LabResult, 'upperLimit'>) => topic.resultLineEnd * upperLimit

/**
 * For each result why it has no number line, or null. Lines stand only together, in one unit, and when all values fit on
 * theirs: a line for the lower result alone would draw the eye away from the higher one.
 */
export function findMissingLines(topic: Topic, results: readonly LabResult[]): (NoLineReason | null)[] {
  if (new Set(results.map(({ unit }) => unit)).size > 1) return results.map(() => 'units-differ')
  const beyond = results.map((result) => result.value > findEnd(topic, result))
  return beyond.map((isBeyond) => (isBeyond ? 'beyond-line' : beyond.includes(true) ? 'other-beyond-line' : null))
}

/**
 * The place the content marks, once a clinician has approved it, and not for a result beyond it: its words ease a worry.
 * They say its value in the result's own unit.
 */
function findAnchor(topic: Topic, words: TopicWords, { upperLimit, value }: LabResult): NumberLine['anchor'] {
  const { resultAnchor } = topic
  if (resultAnchor === undefined || resultAnchor.approvedBy === '' || words.resultAnchor === undefined) return undefined
  const at = resultAnchor.times * upperLimit
  if (value > at) return undefined
  return { at, label: say(words.resultAnchor, { at: String(Number(at.toFixed(2))) }) }
}

/** Where a result stands between zero and the end of its line, and the same in words: `sentence` tells the result. */
export function makeNumberLine(
  { topic, words, wording }: { readonly topic: Topic; readonly words: TopicWords; readonly wording: Wording },
  result: LabResult,
  sentence: string,
): NumberLine {
  const { value, upperLimit, previous } = result
  const end = findEnd(topic, result)
  const multiples = Array.from({ length: Math.max(0, Math.floor(topic.resultLineEnd) - 1) }, (_, index) => index + 2)
  const anchor = findAnchor(topic, words, result)
  return {
    end,
    upperLimit,
    value,
    marker: wording.results.marker,
    ...(previous === undefined || previous > end
      ? {}
      : { previous: { at: previous, label: wording.results.previousMarker } }),
    ...(anchor ? { anchor } : {}),
    ticks: [
      { at: 0, label: '0' },
      { at: upperLimit, label: say(wording.results.normalTo, { limit: String(upperLimit) }) },
      ...multiples.map((n) => ({ at: n * upperLimit, label: say(wording.results.multiple, { n: String(n) }) })),
    ],
    alternative: anchor ? `${sentence} ${anchor.label}` : sentence,
  }
}
