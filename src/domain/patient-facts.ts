import { z } from 'zod'
import { Id } from './ids.ts'
import { tell, toIssue } from './message.ts'
import { explainAmbiguous } from './parse-number.ts'

/** A further blood result: its value, and the upper limit of the same report where the rule asks for one. */
export const LabFinding = z.strictObject({
  id: Id,
  value: z
    .number({ error: ({ input }) => toIssue(explainAmbiguous(input) ?? tell('lab-not-number')) })
    .positive(toIssue(tell('number-not-above-zero', { name: tell('field-result') })))
    .max(1_000_000, toIssue(tell('number-not-real', { name: tell('field-result') }))),
  upperLimit: z
    .number({ error: ({ input }) => toIssue(explainAmbiguous(input) ?? tell('lab-limit-not-number')) })
    .positive(toIssue(tell('number-not-above-zero', { name: tell('field-upper-limit') })))
    .max(1_000_000, toIssue(tell('number-not-real', { name: tell('field-upper-limit') })))
    .optional(),
})
export type LabFinding = z.output<typeof LabFinding>

/** What makes paper alone not enough. */
export const ReadingNeed = z.enum(['none', 'interpreter', 'low-literacy'], toIssue(tell('reading-need-unknown')))
export type ReadingNeed = z.output<typeof ReadingNeed>
