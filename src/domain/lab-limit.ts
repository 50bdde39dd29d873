import { z } from 'zod'
import { LabResult } from './lab-result.ts'
import { typedText } from './typed-text.ts'

/** An upper limit that a lab has printed beside a blood test. */
export const LabLimit = z.strictObject({
  lab: typedText('field-lab-name', 60),
  analyte: LabResult.shape.analyte.max(40),
  upperLimit: z.number().positive(),
  unit: LabResult.shape.unit,
})
export type LabLimit = z.output<typeof LabLimit>

/** Limits that are kept. */
export const mostLimits = 100
/** A lab has one limit for women and one for men: so many are offered of each test. */
const offeredAtMost = 2

const isSame = (one: LabLimit, other: LabLimit) =>
  one.lab === other.lab &&
  one.analyte === other.analyte &&
  one.unit === other.unit &&
  one.upperLimit === other.upperLimit

/** The limits with those of a sheet that was given, the newest first; the same list where none is new. */
export function rememberLimits(
  there: readonly LabLimit[],
  lab: string,
  results: readonly LabResult[],
): readonly LabLimit[] {
  if (lab === '') return there
  const used = results.flatMap(({ analyte, upperLimit, unit }): LabLimit[] =>
    upperLimit === undefined ? [] : [{ lab, analyte, upperLimit, unit }],
  )
  if (used.every((limit) => there.some((each) => isSame(each, limit)))) return there
  return [...used, ...there.filter((each) => !used.some((limit) => isSame(each, limit)))].slice(0, mostLimits)
}

/** The limits of a test that may be taken over from sheets before; a clinician chooses one, none is filled in unasked. */
export function offerLimits(there: readonly LabLimit[], lab: string, analyte: string): readonly LabLimit[] {
  return there.filter((each) => lab !== '' && each.lab === lab && each.analyte === analyte).slice(0, offeredAtMost)
}
