import { escapePattern } from '../domain/escape-pattern.ts'
import type { ReadingRules } from '../domain/reading-rules.ts'
import { listSlots } from '../domain/fill-slots.ts'
import { splitSentences } from '../domain/sentences.ts'

const isChinese = (text: string) => /\p{Script=Han}/u.test(text)

/** Phrases as one pattern, the longest first; in Chinese anywhere, otherwise whole words in any case. */
function toPattern(phrases: readonly string[]): RegExp {
  const sorted = phrases.toSorted((a, b) => b.length - a.length)
  const parts = sorted.map((phrase) =>
    isChinese(phrase) ? phrase : String.raw`(?<![\p{L}\p{N}])${escapePattern(phrase)}(?![\p{L}\p{N}])`,
  )
  return new RegExp(parts.join('|'), 'giu')
}

/**
 * Which sentences of a text say that something is not so, in their order. Sentences and not words: Spanish says
 * "no … ni … sin" where English says "not" once.
 */
export function listNegations(text: string, { negations, notNegations }: ReadingRules): boolean[] {
  const rest = notNegations.length === 0 ? text : text.replaceAll(toPattern(notNegations), ' ')
  const negation = toPattern(negations)
  return splitSentences(rest).map((sentence) => sentence.search(negation) !== -1)
}

/** The things a text names, by the names they have in every language, in one order. */
export function listThings(text: string, { things }: ReadingRules): string[] {
  return Object.entries(things)
    .flatMap(([thing, forms]) => (text.search(toPattern(forms)) === -1 ? [] : [thing]))
    .toSorted()
}

/** The name of the unit a text goes on with, or ''. */
function findUnit(after: string, { units }: ReadingRules): string {
  const text = after.replace(/^[\s-]+/u, '').toLowerCase()
  const forms = Object.entries(units)
    .flatMap(([unit, words]) => words.map((word) => ({ unit, word: word.toLowerCase() })))
    .toSorted((a, b) => b.word.length - a.word.length)
  return (
    forms.find(({ word }) => text.startsWith(word) && (isChinese(word) || !/^\p{L}/u.test(text.slice(word.length))))
      ?.unit ?? ''
  )
}

/** The numbers of a text with their units, in one order whatever the text's: "30 minute". */
export function listNumbers(text: string, rules: ReadingRules): string[] {
  return [...text.matchAll(/\d+(?:[.,]\d+)*/gu)]
    .map((match) =>
      `${match[0].replaceAll(',', '.')} ${findUnit(text.slice(match.index + match[0].length), rules)}`.trim(),
    )
    .toSorted()
}

/** The slots of a text in one order. */
export function listSortedSlots(text: string): string[] {
  return listSlots(text).toSorted()
}
