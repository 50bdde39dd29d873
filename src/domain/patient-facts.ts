import { z } from 'zod'
import { Id } from './ids.ts'

/** A further blood result: its value, and the upper limit of the same report where the rule asks for one. */
export const LabFinding = z.strictObject({
  id: Id,
  value: z
    .number('This must be a number, with a point for decimals: for example 2.4.')
    .positive('This must be above zero.')
    .max(1_000_000, 'This is too high to be real. Please check it.'),
  upperLimit: z
    .number('Type the upper limit printed on the lab report.')
    .positive('The upper limit must be above zero.')
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
