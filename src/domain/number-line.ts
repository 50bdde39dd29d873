import { hasLimit, type ComparedResult, type LabResult } from './lab-result.ts'
import type { NoLineReason, NumberLine } from './sheet.ts'
import type { Topic, TopicWords } from './topic.ts'
import type { Wording } from './wording.ts'
import { say } from './fill-slots.ts'

/** Where the line of a result ends, in the result's own unit. */
const findEnd = (topic: Topic, { upperLimit }: Pick<ComparedResult, 'upperLimit'>) => topic.resultLineEnd * upperLimit

/** Why a result can have no line whatever stands beside it, or null. */
function findOwnReason(topic: Topic, result: LabResult): 'no-limit' | 'beyond-line' | null {
  if (!hasLimit(result)) return 'no-limit'
  return result.value > findEnd(topic, result) ? 'beyond-line' : null
}

/**
 * For each result why it has no number line, or null. Lines stand only together, in one unit, and when all values fit on
 * theirs: a line for one result alone would draw the eye away from the other, which may be higher.
 */
export function findMissingLines(topic: Topic, results: readonly LabResult[]): (NoLineReason | null)[] {
  const own = results.map((result) => findOwnReason(topic, result))
  if (new Set(results.map(({ unit }) => unit)).size > 1)
    return own.map((reason) => (reason === 'no-limit' ? reason : 'units-differ'))
  const others = own.includes('beyond-line') ? 'other-beyond-line' : own.includes('no-limit') ? 'other-no-limit' : null
  return own.map((reason) => reason ?? others)
}

/**
 * The place the content marks, once a clinician has approved it, and not for a result beyond it: its words ease a worry.
 * They say its value in the result's own unit.
 */
function findAnchor(topic: Topic, words: TopicWords, { upperLimit, value }: ComparedResult): NumberLine['anchor'] {
  const { resultAnchor } = topic
  if (resultAnchor === undefined || resultAnchor.approvedBy === '' || words.resultAnchor === undefined) return undefined
  const at = resultAnchor.times * upperLimit
  if (value > at) return undefined
  return { at, label: say(words.resultAnchor, { at: String(Number(at.toFixed(2))) }) }
}

/** Where a result stands between zero and the end of its line, and the same in words: `sentence` tells the result. */
export function makeNumberLine(
  { topic, words, wording }: { readonly topic: Topic; readonly words: TopicWords; readonly wording: Wording },
  result: ComparedResult,
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
