import { countChineseCharacters } from './chinese-length.ts'
import { say } from './fill-slots.ts'
import { explainsItself, findTerm, type Glossary } from './glossary.ts'
import { findErrorProne } from './find-error-prone.ts'
import { findLongWords } from './find-long-words.ts'
import { hideAddresses } from './hide-addresses.ts'
import type { Language } from './ids.ts'
import type { Library } from './library.ts'
import type { NoteRules } from './note-rules.ts'
import type { NoteWarning } from './note-warning.ts'
import { countWords, findSentences } from './sentences.ts'

function findUnexplained(note: string, rules: NoteRules, glossary: Glossary): NoteWarning[] {
  return glossary.terms.flatMap((term): NoteWarning[] => {
    const place = findTerm(note, term)
    if (!place || explainsItself(note, term, place)) return []
    const { start, end, meaning } = place
    const found = note.slice(start, end)
    const explained = say(glossary.pattern, { term: found, meaning })
    return [{ kind: 'unexplained-term', found, start, end, suggestion: say(rules.terms.suggestion, { explained }) }]
  })
}

function findLongSentences(note: string, { sentences }: NoteRules): NoteWarning[] {
  const { longest, countedIn } = sentences
  const measure = countedIn === 'words' ? countWords : countChineseCharacters
  return findSentences(note).flatMap(({ text, start, end }): NoteWarning[] => {
    // Measuring takes time, and what has no more letters than the limit cannot have more words.
    const count = text.length <= longest ? 0 : measure(text)
    if (count <= longest) return []
    const suggestion = say(sentences.suggestion, { count: String(count), longest: String(longest) })
    return [{ kind: 'long-sentence', found: text, start, end, suggestion }]
  })
}

/**
 * What a clinician should look at again in a note to the patient, the gravest kind first and each kind in reading order:
 * writing that is easily misread, medical terms left unexplained, long sentences, long words. None for an empty note, and
 * none in a language without rules. Never throws, whatever was typed.
 */
export function checkNote(
  note: string,
  language: Language,
  { noteRules, glossary }: Pick<Library, 'noteRules' | 'glossary'>,
): readonly NoteWarning[] {
  const rules = noteRules[language]
  if (!rules || note.trim() === '') return []
  const terms = glossary[language]
  const readable = hideAddresses(note)
  const kinds: readonly NoteWarning[][] = [
    findErrorProne(readable, rules),
    terms ? findUnexplained(note, rules, terms) : [],
    findLongSentences(note, rules),
    findLongWords(readable, rules, terms),
  ]
  return kinds.flatMap((warnings) => warnings.toSorted((a, b) => a.start - b.start || a.end - b.end))
}
