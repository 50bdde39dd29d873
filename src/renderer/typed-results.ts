import { readNumber } from '../domain/parse-number.ts'
import { countTimesUpperLimit } from '../domain/describe-results.ts'
import { LabResult } from '../domain/lab-result.ts'
import { findMissingLines } from '../domain/number-line.ts'
import type { Topic } from '../domain/topic.ts'
import { getLab, getResult, type Draft } from './draft.ts'

export type Analyte = Topic['analytes'][number]

/** The analytes something was typed for, in the topic's order. */
export function listTypedAnalytes(draft: Pick<Draft, 'results'>, topic: Topic): Analyte[] {
  return topic.analytes.filter(({ id }) => {
    const { value, upperLimit } = getResult(draft, id)
    return `${value}${upperLimit}`.trim() !== ''
  })
}

/** The further blood tests something was typed for, in the topic's order. */
export function listTypedLabs(draft: Pick<Draft, 'labs'>, topic: Topic): Topic['safety']['labs'] {
  return topic.safety.labs.filter(({ id }) => {
    const { value, upperLimit } = getLab(draft, id)
    return `${value}${upperLimit}`.trim() !== ''
  })
}

/** The results that can be read as they stand, for what depends on how high they are. */
export function listReadResults(draft: Pick<Draft, 'results'>, topic: Topic): LabResult[] {
  return listTypedAnalytes(draft, topic).flatMap((analyte) => {
    const { value, upperLimit, unit } = getResult(draft, analyte.id)
    const read = LabResult.safeParse({
      analyte: analyte.id,
      value: readNumber(value),
      upperLimit: readNumber(upperLimit),
      unit,
    })
    return read.success ? [read.data] : []
  })
}

/** "2.1×", or null while there is no result that can be read. */
export function describeTimes(draft: Pick<Draft, 'results'>, topic: Topic, analyte: Analyte): string | null {
  const read = listReadResults(draft, topic).find((result) => result.analyte === analyte.id)
  return read === undefined ? null : `${countTimesUpperLimit(read)}×`
}

/** Why the results print without number lines, in a sentence for the clinician, or null. */
export function explainMissingLines(draft: Pick<Draft, 'results'>, topic: Topic): string | null {
  const reason = findMissingLines(topic, listReadResults(draft, topic)).find((each) => each !== null) ?? null
  if (reason === null) return null
  return reason === 'units-differ'
    ? 'Printed in words, without number lines: the units differ.'
    : `Printed in words, without number lines: a result is over ${topic.resultLineEnd} times the limit.`
}
