import { z } from 'zod'
import { Language } from './ids.ts'

const Line = z.string().min(1)

/**
 * Words a sheet may use without being judged harder to read. Few, or they would hide hard text.
 * `terms` are not counted as long; `plain` are rare in the lists of everyday words, and known all the same.
 */
export const AllowedTerms = z.strictObject({
  language: Language,
  terms: z.array(Line).max(24),
  plain: z.array(Line).max(60).default([]),
})
export type AllowedTerms = z.output<typeof AllowedTerms>

/** How a language is read by the instruments that judge its words. Kept as data beside the words. */
export const ReadingRules = z.strictObject({
  language: Language,
  /** What a piece of advice may begin with; absent where that is not judged. */
  firstWords: z.array(Line).optional(),
  /** Words that turn a meaning round, and phrases that hold one and do not. */
  negations: z.array(Line).min(1),
  notNegations: z.array(Line).default([]),
  /** Texts, as "items.rest-well", with another count of negations than the English, where a person saw that both say the same. */
  sameMeaning: z.array(Line).default([]),
  /** Words for an illness, a medicine or the like, by a name that is the same in every language. */
  things: z.record(Line, z.array(Line).min(1)).default({}),
  /** Words for a unit, by a name that is the same in every language. */
  units: z.record(Line, z.array(Line).min(1)),
})
export type ReadingRules = z.output<typeof ReadingRules>
