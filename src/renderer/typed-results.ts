import { parseNumber } from '../domain/parse-number.ts'
import { countTimesUpperLimit } from '../domain/describe-results.ts'
import type { Topic } from '../domain/topic.ts'
import { getResult, type Draft } from './draft.ts'

export type Analyte = Topic['analytes'][number]

/** The analytes a result was typed for, in the topic's order. */
export function listTypedAnalytes(draft: Pick<Draft, 'results'>, topic: Topic): Analyte[] {
  return topic.analytes.filter((analyte) => getResult(draft, analyte.id).value.trim() !== '')
}

/** "2.1×", or null while there is no result that can be read. */
export function describeTimes(draft: Pick<Draft, 'results'>, analyte: Analyte): string | null {
  const typed = getResult(draft, analyte.id)
  const value = parseNumber(typed.value)
  const upperLimit = parseNumber(typed.upperLimit)
  return value > 0 && upperLimit > 0 ? `${countTimesUpperLimit({ value, upperLimit }).toFixed(1)}×` : null
}
