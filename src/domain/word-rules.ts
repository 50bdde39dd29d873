import { z } from 'zod'
import { Language } from './ids.ts'

/**
 * How the words of one language must be written, so that they are plain and safe. Kept as data beside the words.
 * In `phrases`, `protect*` stands for every word that starts so, and `{cause}` for every name of a cause of the topic.
 */
export const WordRules = z.strictObject({
  language: Language,
  /** Words in the longest sentence, in a sentence on average over a block, and in one sign of the red flags. */
  sentences: z.strictObject({
    longest: z.number().int().positive(),
    mean: z.number().positive(),
    longestSign: z.number().int().positive(),
  }),
  banned: z.array(
    z
      .strictObject({
        phrases: z.array(z.string().min(1)).min(1).optional(),
        /** a regular expression, where a phrase cannot say it */
        pattern: z.string().min(1).optional(),
        /** who must not meet it: everyone, where even a note for the clinician may not have it */
        readers: z.enum(['patient', 'everyone']).default('patient'),
        reason: z.string().min(1),
      })
      .refine(
        (rule) => (rule.phrases === undefined) !== (rule.pattern === undefined),
        'Give either phrases or a pattern.',
      ),
  ),
  /** A patient text with `word` must have all of `needs` too. */
  companions: z.array(
    z.strictObject({ word: z.string().min(1), needs: z.array(z.string().min(1)).min(1), reason: z.string().min(1) }),
  ),
  /** Regular expressions for what a cause says of itself where only a link is known: what it must say, and must not. */
  links: z.strictObject({ needs: z.string().min(1), never: z.string().min(1), reason: z.string().min(1) }),
})
export type WordRules = z.output<typeof WordRules>
