import type { Language } from '../domain/ids.ts'
import type { ReadingCounts } from '../domain/reading-level.ts'
import { countEnglishSyllables } from '../domain/english-syllables.ts'
import { countSpanishSyllables } from '../domain/spanish-syllables.ts'
import { splitSentences, splitWords } from '../domain/sentences.ts'

/** Syllables of a word where its language has them counted; there is no such measure for Chinese. */
function countSyllables(word: string, language: Language): number {
  return language === 'es' ? countSpanishSyllables(word) : countEnglishSyllables(word)
}

/** A word as a list of terms has it: lower case, no signs around it, one instead of many. */
function toTerm(word: string): string {
  return word
    .toLowerCase()
    .replaceAll(/^[^\p{L}\p{N}]+|[^\p{L}\p{N}]+$/gu, '')
    .replace(/(?<=\p{L}{3})s$/u, '')
}

type Terms = { readonly longFrom: number; readonly allowed: ReadonlySet<string> }

function countLine(line: string, language: Language, { longFrom, allowed }: Terms): ReadingCounts {
  const sentences = splitSentences(line)
  const words = sentences.flatMap(splitWords)
  const counted = words.map((word) => ({ word, syllables: countSyllables(word, language) }))
  return {
    sentences: sentences.length,
    words: words.length,
    syllables: counted.reduce((sum, { syllables }) => sum + syllables, 0),
    longWords: counted.filter(({ word, syllables }) => syllables >= longFrom && !allowed.has(toTerm(word))).length,
  }
}

const none: ReadingCounts = { sentences: 0, words: 0, syllables: 0, longWords: 0 }

/**
 * Makes what counts texts for the reading formulas. A line of a list or a heading without a full stop is a sentence.
 * It remembers lines, for many sheets share them.
 * @param allowed terms that are not counted as long, however long they are
 * @param longFrom syllables from which a word is long; 3 for every formula that counts such words
 */
export function makeCounter(
  language: Language,
  allowed: readonly string[] = [],
  longFrom = 3,
): (texts: readonly string[]) => ReadingCounts {
  const terms: Terms = { longFrom, allowed: new Set(allowed.map(toTerm)) }
  const known = new Map<string, ReadingCounts>()
  const count = (line: string) => {
    const counts = known.get(line) ?? countLine(line, language, terms)
    known.set(line, counts)
    return counts
  }
  return (texts) =>
    texts.map(count).reduce(
      (sum, line) => ({
        sentences: sum.sentences + line.sentences,
        words: sum.words + line.words,
        syllables: sum.syllables + line.syllables,
        longWords: sum.longWords + line.longWords,
      }),
      none,
    )
}
