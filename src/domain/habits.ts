import { z } from 'zod'
import { LabLimit, mostLimits } from './lab-limit.ts'
import { Snippets } from './snippet.ts'
import { typedText } from './typed-text.ts'

/** What a clinic writes again and again. None of it prints by itself, and none of it is about a patient. */
export const Habits = z.strictObject({
  snippets: Snippets.default([]),
  /** the lab whose limits are remembered; empty: none are */
  labName: typedText('field-lab-name', 60).default(''),
  labLimits: z.array(LabLimit).max(mostLimits).default([]),
})
export type Habits = z.output<typeof Habits>
