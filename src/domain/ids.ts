import { z } from 'zod'

/** A lower-case id with hyphens, as used for file names and keys in `content/`. */
export const Id = z
  .string()
  .regex(
    /^[a-z0-9]+(-[a-z0-9]+)*$/,
    'An id is lower-case letters and digits with hyphens, such as fatty-liver. Please check it.',
  )

/** A SHA-256 as 64 lower-case hex digits. */
export const Sha256 = z.string().regex(/^[0-9a-f]{64}$/)

/** The languages a sheet can be written in (BCP 47). */
export const Language = z.enum(['en', 'zh-CN', 'es'], 'This language is not known. Use en, zh-CN or es.')
export type Language = z.output<typeof Language>

/** What a clinician calls each language. */
export const languageNames: Readonly<Record<Language, string>> = { en: 'English', 'zh-CN': 'Chinese', es: 'Spanish' }

/** How sure the clinician is of a cause. */
export const Certainty = z.enum(
  ['confirmed', 'likely', 'checking'],
  'How sure must be one of confirmed, likely or checking.',
)
export type Certainty = z.output<typeof Certainty>

/** A5 is for a short sheet in one language and standard letters. */
export const Paper = z.enum(['A4', 'Letter', 'A5'], 'The paper must be A4, Letter or A5.')
export type Paper = z.output<typeof Paper>

/** The paper any sheet fits on, as a clinic may have in its printer. */
export const ClinicPaper = z.enum(['A4', 'Letter'], 'The paper must be A4 or Letter.')
