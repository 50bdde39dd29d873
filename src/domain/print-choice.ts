import { z } from 'zod'
import { tell, toIssue } from './message.ts'

/** Which sides of the paper are printed: one, or both, turned over at the long edge (a book) or the short one (a pad). */
export const Sides = z.enum(['one-sided', 'long-edge', 'short-edge'])
export type Sides = z.output<typeof Sides>

export const mostCopies = 99

/** How a sheet is to be printed; null leaves it as the printer is set. `printer` and `tray` are names the print system gave. */
export const PrintChoice = z.strictObject({
  printer: z.string().min(1).max(200),
  copies: z
    .int()
    .min(1, toIssue(tell('copies-too-few')))
    .max(mostCopies, toIssue(tell('copies-too-many', { most: mostCopies }))),
  sides: Sides.nullable(),
  tray: z.string().min(1).max(200).nullable(),
})
export type PrintChoice = z.output<typeof PrintChoice>
