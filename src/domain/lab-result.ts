import { z } from 'zod'
import { tell, toIssue, type Message } from './message.ts'
import { explainAmbiguous } from './parse-number.ts'

const Unit = z.enum(['U/L', 'µkat/L'], toIssue(tell('unit-unknown')))
type Unit = z.output<typeof Unit>

/**
 * What is taken in each unit: an upper limit from `low` to `high`, a result up to `most`. A check of what was typed, wide
 * of every laboratory, and no clinical judgement: outside it is a slip of the pen, or the limit of one unit beside the name
 * of the other. 60 U/L is 1 µkat/L, by the definition of the katal; the µkat/L figures are those in U/L, rounded away from
 * one another.
 */
const plausible: Readonly<Record<Unit, { readonly low: number; readonly high: number; readonly most: number }>> = {
  'U/L': { low: 5, high: 500, most: 100_000 },
  'µkat/L': { low: 0.08, high: 8.4, most: 1700 },
}

/** A number, or the sentence that tells what to type instead. */
const number = (wanted: Message) => z.number({ error: ({ input }) => toIssue(explainAmbiguous(input) ?? wanted) })
const aboveZero = (name: Message, wanted: Message) =>
  number(wanted).min(0.01, toIssue(tell('number-not-above-zero', { name })))

/** Two characters look like the µ of a unit, and few keyboards have either: NFKC makes them one, and u stands for both. */
const toPlainUnit = (unit: string) =>
  unit
    .normalize('NFKC')
    .toLowerCase()
    .replace(/^[\u03bc]/u, 'u')
/** Labs write one unit in several ways; U and IU of an enzyme are the same, by the definition of both. */
const sameUnits: ReadonlyMap<string, Unit> = new Map([
  ['u/l', 'U/L'],
  ['iu/l', 'U/L'],
  ['ukat/l', 'µkat/L'],
])

/** One blood result with the upper limit printed on the same lab report where it is known, both in `unit`. */
export const LabResult = z
  .strictObject({
    analyte: z.string().min(1).max(100),
    value: aboveZero(tell('field-result'), tell('result-not-number')),
    /** absent where the report prints none: the sheet then cannot compare the result, and says so */
    upperLimit: number(tell('limit-not-number')).optional(),
    unit: z.preprocess((unit) => (typeof unit === 'string' ? (sameUnits.get(toPlainUnit(unit)) ?? unit) : unit), Unit),
    /** the result before this one, in the same unit and with the same limit */
    previous: aboveZero(tell('field-previous-result'), tell('previous-not-number')).optional(),
  })
  .superRefine(({ analyte, value, upperLimit, unit, previous }, context) => {
    const { low, high, most } = plausible[unit]
    const say = (field: string, message: Message) =>
      context.addIssue({ code: 'custom', path: [field], message: toIssue(message) })
    if (upperLimit !== undefined && (upperLimit < low || upperLimit > high))
      say('upperLimit', tell('limit-implausible', { analyte, unit, low, high }))
    for (const [field, given] of Object.entries({ value, previous }))
      if (given !== undefined && given > most) say(field, tell('result-implausible', { analyte, unit, value: given }))
  })
export type LabResult = z.output<typeof LabResult>

/** A result that can be compared. */
export type ComparedResult = LabResult & { readonly upperLimit: number }

/** Whether a result came with the upper limit of its lab. */
export function hasLimit(result: LabResult): result is ComparedResult {
  return result.upperLimit !== undefined
}

/** 1 µkat/L is 60 U/L: SI catalytic activity, 1 kat = 1 mol/s and 1 U = 1 µmol/min. */
const unitsPerMicrokatal = 60

/** A result in U/L. */
export function toUnits({ value, unit }: Pick<LabResult, 'value' | 'unit'>): number {
  return unit === 'U/L' ? value : value * unitsPerMicrokatal
}
