import { z } from 'zod'
import { listSlots } from './fill-slots.ts'
import { Id, Language } from './ids.ts'

const Line = z.string().min(1)
const Count = z.number().int().positive()

/** A sentence for the clinician that may hold these slots and no others. */
const suggestion = (...slots: readonly string[]) =>
  Line.refine(
    (sentence) => listSlots(sentence).every((slot) => slots.includes(slot)),
    `A suggestion here may hold ${slots.map((slot) => `{${slot}}`).join(', ')} and no other slot.`,
  )

function isPattern(source: string): boolean {
  try {
    return new RegExp(source, 'u').source !== ''
  } catch {
    return false
  }
}

/** The names of the groups of a pattern, which its suggestion may repeat. */
const listGroups = (source: string) => [...source.matchAll(/\(\?<([a-zA-Z]+)>/gu)].flatMap((found) => found[1] ?? [])

/** A way of writing that is easily misread, and what to write instead. */
const ErrorProne = z
  .strictObject({
    id: Id,
    /** whole words in any case */
    words: z.array(Line).min(1).optional(),
    /** whole words that are misread in this case alone: "OD" */
    exactWords: z.array(Line).min(1).optional(),
    /** a regular expression, where words cannot say it; its named groups are slots of the suggestion */
    pattern: Line.refine(isPattern, 'This is not a regular expression.').optional(),
    suggestion: Line,
  })
  .refine(
    ({ words, exactWords, pattern }) => (words ?? exactWords) !== undefined || pattern !== undefined,
    'Give words, exactWords or a pattern.',
  )
  .refine(({ pattern = '', suggestion: said }) => listSlots(said).every((slot) => listGroups(pattern).includes(slot)), {
    message: 'A slot of the suggestion is no named group of the pattern.',
    path: ['suggestion'],
  })
export type ErrorProne = z.output<typeof ErrorProne>

/**
 * What the clinician is told about a note to the patient while typing it, for notes in one language. Kept as data, in
 * `content/note-rules/`; every suggestion is a sentence for the clinician, who reads English.
 */
export const NoteRules = z.strictObject({
  language: Language,
  sentences: z.strictObject({
    longest: Count,
    countedIn: z.enum(['words', 'characters']),
    suggestion: suggestion('count', 'longest'),
  }),
  /** of a glossary term that the note does not explain; `{explained}` is the term with its plain meaning behind it */
  terms: z.strictObject({ suggestion: suggestion('explained') }),
  /** absent where words have no syllables to count */
  longWords: z
    .strictObject({
      /** syllables from which on a word is long */
      from: Count,
      /** how many are named at most: the first ones */
      atMost: Count,
      suggestion: suggestion('syllables'),
      /** long words everyone knows, or that no shorter word stands for */
      allowed: z.array(Line),
      plainerSuggestion: suggestion('plainer'),
      /** what to write instead of a long word */
      plainer: z.record(Line, Line),
    })
    .optional(),
  errorProne: z.array(ErrorProne),
})
export type NoteRules = z.output<typeof NoteRules>
export type LongWords = NonNullable<NoteRules['longWords']>
