import { escapePattern } from './escape-pattern.ts'
import { say } from './fill-slots.ts'
import { findFirstPlaces } from './first-places.ts'
import type { ErrorProne, NoteRules } from './note-rules.ts'
import type { NoteWarning } from './note-warning.ts'

/** Whole words, the longest first; Chinese characters may stand right beside them, for Chinese has no spaces. */
function toPattern(words: readonly string[], flags: string): RegExp {
  const sources = words.toSorted((a, b) => b.length - a.length).map(escapePattern)
  const letter = String.raw`[\p{Script=Latin}\p{M}\p{N}-]`
  return new RegExp(`(?<!${letter})(?:${sources.join('|')})(?!${letter})`, flags)
}

type Search = { readonly rule: ErrorProne; readonly pattern: RegExp }

function listSearches(rule: ErrorProne): Search[] {
  const { words, exactWords, pattern } = rule
  return [
    ...(words ? [{ rule, pattern: toPattern(words, 'giu') }] : []),
    ...(exactWords ? [{ rule, pattern: toPattern(exactWords, 'gu') }] : []),
    ...(pattern === undefined ? [] : [{ rule, pattern: new RegExp(pattern, 'gu') }]),
  ]
}

const known = new WeakMap<NoteRules, readonly Search[]>()

/** What to search for by these rules, made once: a note is checked again at every pause in typing. */
function readSearches(rules: NoteRules): readonly Search[] {
  const searches = known.get(rules) ?? rules.errorProne.flatMap(listSearches)
  known.set(rules, searches)
  return searches
}

/** What is written in a way that is easily misread, by the rules of the language of a note: each where it first stands. */
export function findErrorProne(note: string, rules: NoteRules): NoteWarning[] {
  return readSearches(rules).flatMap(({ rule, pattern }) =>
    findFirstPlaces(note, pattern).map(({ 0: found, index: start, groups = {} }): NoteWarning => {
      const suggestion = say(rule.suggestion, groups)
      return { kind: 'error-prone', found, start, end: start + found.length, suggestion }
    }),
  )
}
