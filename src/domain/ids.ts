import { z } from 'zod'
import { tell, toIssue } from './message.ts'
import { messages } from './messages.ts'

/** A lower-case id with hyphens, as used for file names and keys in `content/`. */
export const Id = z
  .string()
  .max(100, toIssue(tell('id-malformed')))
  .regex(/^[a-z0-9]+(-[a-z0-9]+)*$/, toIssue(tell('id-malformed')))

/** A SHA-256 as 64 lower-case hex digits. */
export const Sha256 = z.string().regex(/^[0-9a-f]{64}$/)

/** The languages a sheet can be written in (BCP 47). */
export const Language = z.enum(['en', 'zh-CN', 'es'], toIssue(tell('language-unknown')))
export type Language = z.output<typeof Language>

/** What a clinician calls each language, in English. */
export const languageNames: Readonly<Record<Language, string>> = {
  en: messages['language-en'],
  'zh-CN': messages['language-zh-CN'],
  es: messages['language-es'],
}

/** How sure the clinician is of a cause. */
export const Certainty = z.enum(['confirmed', 'likely', 'checking'], toIssue(tell('certainty-unknown')))
export type Certainty = z.output<typeof Certainty>

/** A5 is for a short sheet in one language and standard letters. */
export const Paper = z.enum(['A4', 'Letter', 'A5'], toIssue(tell('paper-unknown')))
export type Paper = z.output<typeof Paper>

/** The paper any sheet fits on, as a clinic may have in its printer. */
export const ClinicPaper = z.enum(['A4', 'Letter'], toIssue(tell('clinic-paper-unknown')))
