import { parseNumber } from '../domain/parse-number.ts'
import { countTimesUpperLimit } from '../domain/describe-results.ts'
import type { Topic } from '../domain/topic.ts'
import { getResult, type Draft } from './draft.ts'

export type Analyte = Topic['analytes'][number]

/** 1 µkat is 60 U, by the definition of the two units. */
const unitsPerMicrokatal = 60

/** What stands in the upper-limit field: as typed, or the topic's usual limit in the unit chosen. */
export function toUpperLimitText(draft: Pick<Draft, 'results'>, analyte: Analyte): string {
  const { upperLimit, unit } = getResult(draft, analyte.id)
  if (upperLimit !== null) return upperLimit
  switch (unit) {
    case 'U/L':
      return String(analyte.usualLimit)
    case 'µkat/L':
      return (analyte.usualLimit / unitsPerMicrokatal).toFixed(2)
  }
}

/** The analytes a result was typed for, in the topic's order. */
export function listTypedAnalytes(draft: Pick<Draft, 'results'>, topic: Topic): Analyte[] {
  return topic.analytes.filter((analyte) => getResult(draft, analyte.id).value.trim() !== '')
}

/** "2.1×", or null while there is no result that can be read. */
export function describeTimes(draft: Pick<Draft, 'results'>, analyte: Analyte): string | null {
  const value = parseNumber(getResult(draft, analyte.id).value)
  const upperLimit = parseNumber(toUpperLimitText(draft, analyte))
  return value > 0 && upperLimit > 0 ? `${countTimesUpperLimit({ value, upperLimit }).toFixed(1)}×` : null
}
