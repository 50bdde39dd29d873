import { readNumber } from '../domain/parse-number.ts'
import { countTimesUpperLimit } from '../domain/describe-results.ts'
import { hasLimit, LabResult } from '../domain/lab-result.ts'
import { findMissingLines } from '../domain/number-line.ts'
import type { Topic } from '../domain/topic.ts'
import { assertNever } from '../domain/app-error.ts'
import type { Words } from './words/words.ts'
import { getLab, getResult, type Draft, type ResultDraft } from './draft.ts'

export type Analyte = Topic['analytes'][number]

/** The analytes something was typed for, in the topic's order. */
export function listTypedAnalytes(draft: Pick<Draft, 'results'>, topic: Topic): Analyte[] {
  return topic.analytes.filter(({ id }) => {
    const { value, upperLimit, previous } = getResult(draft, id)
    return `${value}${upperLimit}${previous}`.trim() !== ''
  })
}

/** The further blood tests something was typed for, in the topic's order. */
export function listTypedLabs(draft: Pick<Draft, 'labs'>, topic: Topic): Topic['safety']['labs'] {
  return topic.safety.labs.filter(({ id }) => {
    const { value, upperLimit } = getLab(draft, id)
    return `${value}${upperLimit}`.trim() !== ''
  })
}

const readOptional = (typed: string) => (typed.trim() === '' ? undefined : readNumber(typed))

/** A result as typed, for its schema to read; only the value must be there. */
export function toRawResult(analyte: string, { value, upperLimit, previous, unit }: ResultDraft): object {
  const optional = { upperLimit: readOptional(upperLimit), previous: readOptional(previous) }
  const given = Object.entries(optional).filter(([, number]) => number !== undefined)
  return { analyte, value: readNumber(value), ...Object.fromEntries(given), unit }
}

/** The results that can be read as they stand, for what depends on how high they are. */
export function listReadResults(draft: Pick<Draft, 'results'>, topic: Topic): LabResult[] {
  return listTypedAnalytes(draft, topic).flatMap(({ id }) => {
    const read = LabResult.safeParse(toRawResult(id, getResult(draft, id)))
    return read.success ? [read.data] : []
  })
}

/** "2.1×", or null while there is no result that can be compared. */
export function describeTimes(draft: Pick<Draft, 'results'>, topic: Topic, analyte: Analyte): string | null {
  const read = listReadResults(draft, topic).find((result) => result.analyte === analyte.id)
  return read === undefined || !hasLimit(read) ? null : `${countTimesUpperLimit(read)}×`
}

/** Why the results print without number lines, in a sentence for the clinician, or null. */
export function explainMissingLines(
  draft: Pick<Draft, 'results'>,
  topic: Topic,
  { t, language }: Words,
): string | null {
  const results = listReadResults(draft, topic)
  const reason = findMissingLines(topic, results).find((each) => each !== null) ?? null
  switch (reason) {
    case null:
      return null
    case 'units-differ':
      return t('results.unitsDiffer')
    case 'beyond-line':
    case 'other-beyond-line':
      return t('results.beyondLine', { times: topic.resultLineEnd })
    case 'no-limit':
    case 'other-no-limit': {
      const names = results.flatMap((result) => (hasLimit(result) ? [] : [result.analyte]))
      return t('results.noLimit', { analytes: new Intl.ListFormat(language).format(names) })
    }
    default:
      return assertNever(reason)
  }
}
