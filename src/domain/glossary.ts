import { z } from 'zod'
import { Id, Language } from './ids.ts'

const Line = z.string().min(1)

/** A medical term: each form it is written in with what that means in plain words. */
export const GlossaryTerm = z.strictObject({
  id: Id,
  forms: z.record(Line, Line).refine((forms) => Object.keys(forms).length > 0, 'A term needs a form.'),
  /** Words that explain the term already where they stand in the same text. */
  saidBy: z.array(Line).default([]),
})
export type GlossaryTerm = z.output<typeof GlossaryTerm>

/** The medical terms of a language; `pattern` says how a meaning follows its term: "{term} ({meaning})". */
export const Glossary = z.strictObject({
  language: Language,
  pattern: z.string().regex(/^\{term\}.*\{meaning\}.*$/u, 'A pattern is written like {term} ({meaning}).'),
  terms: z.array(GlossaryTerm),
})
export type Glossary = z.output<typeof Glossary>

/** A form found in a text: what it means, and where it ends. */
export type FoundTerm = { readonly meaning: string; readonly start: number; readonly end: number }

const escapePattern = (text: string) => text.replaceAll(/[$()*+.?[\\\]^{|}]/gu, String.raw`\$&`)

const patterns = new Map<string, RegExp>()

/** The pattern of a form, made once: the same few hundred are looked for on every sheet. */
function findPattern(form: string): RegExp {
  const known = patterns.get(form)
  if (known) return known
  const made = toPattern(form)
  patterns.set(form, made)
  return made
}

/** A form as a whole word in any case; in Chinese, which has no spaces, anywhere. */
function toPattern(form: string): RegExp {
  const word = escapePattern(form)
  return /\p{Script=Han}/u.test(form)
    ? new RegExp(word, 'u')
    : new RegExp(String.raw`(?<![\p{L}\p{N}])${word}(?![\p{L}\p{N}])`, 'iu')
}

/** The first use of a term in a text; of two forms that begin together, the longer. */
export function findTerm(text: string, { forms }: GlossaryTerm): FoundTerm | undefined {
  return Object.entries(forms)
    .flatMap(([form, meaning]): FoundTerm[] => {
      const start = findPattern(form).exec(text)?.index
      return start === undefined ? [] : [{ meaning, start, end: start + form.length }]
    })
    .toSorted((a, b) => a.start - b.start || b.end - a.end)[0]
}

/** Whether a text tells what a term means without us: in its own words, or in brackets right behind it. */
export function explainsItself(text: string, { saidBy }: GlossaryTerm, { end }: FoundTerm): boolean {
  return saidBy.some((words) => text.includes(words)) || /^\s*[(（]/u.test(text.slice(end))
}
