import { countEnglishSyllables } from './english-syllables.ts'
import { say } from './fill-slots.ts'
import { findFirstPlaces } from './first-places.ts'
import type { Glossary } from './glossary.ts'
import type { LongWords, NoteRules } from './note-rules.ts'
import type { NoteWarning } from './note-warning.ts'
import { countSpanishSyllables } from './spanish-syllables.ts'

/** Letters alone: digits are read with ease, and a hyphen parts a word into two that are read one by one. */
const wordPattern = /\p{L}[\p{L}\p{M}]*/gu

/** A word as the lists have it. */
const toEntry = (word: string) => word.normalize('NFC').toLowerCase()

/** A word as written, and as one of what it may be many of. */
const listForms = (entry: string) => [entry, entry.replace(/(?<=\p{L}{3})s$/u, '')]

type Lists = { readonly fine: ReadonlySet<string>; readonly plainer: ReadonlyMap<string, string> }

/** Words that are never told: allowed ones, and those of the glossary, of which is judged whether the note explains them. */
function readLists({ allowed, plainer }: LongWords, glossary: Glossary | undefined): Lists {
  const forms = (glossary?.terms ?? []).flatMap((term) => Object.keys(term.forms))
  const terms = forms.flatMap((form) => form.match(wordPattern) ?? [])
  return {
    fine: new Set([...allowed, ...terms].map(toEntry)),
    plainer: new Map(Object.entries(plainer).map(([word, plain]) => [toEntry(word), plain])),
  }
}

/**
 * The first long words of a note, each once, with a plainer word where the rules know one. Of words with a capital only
 * those are told: others are mostly names ("Dr. Anderson"), or letters read one by one ("HIV").
 */
export function findLongWords(note: string, rules: NoteRules, glossary: Glossary | undefined): NoteWarning[] {
  const { longWords, language } = rules
  if (!longWords) return []
  const { fine, plainer } = readLists(longWords, glossary)
  const countSyllables = language === 'es' ? countSpanishSyllables : countEnglishSyllables

  const judge = (found: string, start: number): NoteWarning | undefined => {
    const forms = listForms(toEntry(found))
    if (forms.some((form) => fine.has(form))) return undefined
    const plain = forms.flatMap((form) => plainer.get(form) ?? [])[0]
    if (plain === undefined && found !== found.toLowerCase()) return undefined
    const syllables = countSyllables(toEntry(found))
    if (syllables < longWords.from) return undefined
    const suggestion =
      plain === undefined
        ? say(longWords.suggestion, { syllables: String(syllables) })
        : say(longWords.plainerSuggestion, { plainer: plain })
    return { kind: 'long-word', found, start, end: start + found.length, suggestion }
  }

  const warnings: NoteWarning[] = []
  for (const { 0: found, index } of findFirstPlaces(note, wordPattern)) {
    if (warnings.length === longWords.atMost) break
    const warning = judge(found, index)
    if (warning) warnings.push(warning)
  }
  return warnings
}
