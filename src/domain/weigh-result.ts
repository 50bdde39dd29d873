import { hasLimit, toUnits, type ComparedResult, type LabResult } from './lab-result.ts'
import type { Topic } from './topic.ts'

/**
 * A result as the safety rules weigh it: with the limit of its lab, or where none was typed with the lowest sensible one,
 * so that they stop or warn too often rather than too seldom. That limit stands in the topic with its source and is never
 * printed.
 */
export function weighResult({ analytes }: Topic, result: LabResult): ComparedResult {
  if (hasLimit(result)) return result
  // An analyte the topic does not know weighs nothing: `checkSelection` refuses it.
  const limits = analytes.flatMap(({ id, cautiousLimit }) => (id === result.analyte ? [cautiousLimit.value] : []))
  return { ...result, upperLimit: Math.min(...limits) / toUnits({ value: 1, unit: result.unit }) }
}
