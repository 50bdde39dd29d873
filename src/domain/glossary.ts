import { escapePattern } from './escape-pattern.ts'
import { z } from 'zod'
import { Id, Language, Sha256 } from './ids.ts'

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
  /** For a translation: hex SHA-256 of the English terms it was made from. */
  madeFrom: Sha256.optional(),
  pattern: z.string().regex(/^\{term\}.*\{meaning\}.*$/u, 'A pattern is written like {term} ({meaning}).'),
  terms: z.array(GlossaryTerm),
  /** Terms of the English that this language never uses, or says so plainly that it explains nothing. */
  without: z.array(Id).default([]),
})
export type Glossary = z.output<typeof Glossary>

/** A form found in a text: what it means, and where it ends. */
export type FoundTerm = { readonly meaning: string; readonly start: number; readonly end: number }

/** A form of a term, ready to be looked for. */
type Form = {
  readonly inLowerCase: string
  readonly pattern: RegExp
  readonly length: number
  readonly meaning: string
}
type ReadyTerm = { readonly term: GlossaryTerm; readonly forms: readonly Form[] }

/** A form as a whole word in any case; in Chinese, which has no spaces, anywhere. */
function toPattern(form: string): RegExp {
  const word = escapePattern(form)
  return /\p{Script=Han}/u.test(form)
    ? new RegExp(word, 'u')
    : new RegExp(String.raw`(?<![\p{L}\p{N}])${word}(?![\p{L}\p{N}])`, 'iu')
}

const readyTerms = new WeakMap<GlossaryTerm, ReadyTerm>()

/** A term with its patterns, made once: the same few hundred are looked for on every sheet. */
export function readyTerm(term: GlossaryTerm): ReadyTerm {
  const known = readyTerms.get(term)
  if (known) return known
  const forms = Object.entries(term.forms).map(([form, meaning]) => ({
    inLowerCase: form.toLowerCase(),
    pattern: toPattern(form),
    length: form.length,
    meaning,
  }))
  const made = { term, forms }
  readyTerms.set(term, made)
  return made
}

/** The first use of a term in a text; of two forms that begin together, the longer. */
export function findTerm(text: string, term: GlossaryTerm): FoundTerm | undefined {
  let first: FoundTerm | undefined
  for (const { pattern, length, meaning } of readyTerm(term).forms) {
    const start = pattern.exec(text)?.index
    if (start === undefined) continue
    const end = start + length
    if (!first || start < first.start || (start === first.start && end > first.end)) first = { meaning, start, end }
  }
  return first
}

/** The terms that may stand in a text, and perhaps some more: a quick look that leaves out most. */
export function listPossibleTerms(text: string, terms: readonly ReadyTerm[]): ReadyTerm[] {
  const inLowerCase = text.toLowerCase()
  const possible: ReadyTerm[] = []
  for (const ready of terms)
    for (const form of ready.forms)
      if (inLowerCase.includes(form.inLowerCase)) {
        possible.push(ready)
        break
      }
  return possible
}

/** Whether a text tells what a term means without us: in its own words, or in brackets right behind it. */
export function explainsItself(text: string, { saidBy }: GlossaryTerm, { end }: FoundTerm): boolean {
  return saidBy.some((words) => text.includes(words)) || /^\s*[(（]/u.test(text.slice(end))
}
