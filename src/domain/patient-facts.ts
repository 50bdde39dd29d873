import { z } from 'zod'
import { Id } from './ids.ts'
import { explainAmbiguous } from './parse-number.ts'

/** A further blood result: its value, and the upper limit of the same report where the rule asks for one. */
export const LabFinding = z.strictObject({
  id: Id,
  value: z
    .number({ error: ({ input }) => explainAmbiguous(input) ?? 'The result must be a number, for example 2.4.' })
    .positive('The result must be above zero. Please check it.')
    .max(1_000_000, 'The result is too high to be real. Please check it.'),
  upperLimit: z
    .number({ error: ({ input }) => explainAmbiguous(input) ?? 'Type the upper limit printed on the lab report.' })
    .positive('The upper limit must be above zero. Please check it.')
    .max(1_000_000, 'The upper limit is too high to be real. Please check it.')
    .optional(),
})
export type LabFinding = z.output<typeof LabFinding>

/** What makes paper alone not enough. */
export const ReadingNeed = z.enum(
  ['none', 'interpreter', 'low-literacy'],
  'The reading need must be none, interpreter or low-literacy.',
)
export type ReadingNeed = z.output<typeof ReadingNeed>
