import { escapePattern } from '../domain/escape-pattern.ts'
import { splitWords } from '../domain/sentences.ts'
import { listKnownTerms, listPatientTexts } from './list-patient-texts.ts'
import type { LoadedContent } from './load-content.ts'
import type { LoadedRules } from './load-reading-rules.ts'
import type { Measure } from './measure.ts'
import { locate } from './read-yaml.ts'

const language = 'en'

/** What may have been added to a word, and what stood there before: "jogging" is of "jog", "bruised" of "bruise". */
const endings: readonly (readonly [RegExp, string])[] = [
  [/'s$/u, ''],
  [/s$/u, ''],
  [/es$/u, ''],
  [/ies$/u, 'y'],
  [/(?:ed|ing)$/u, ''],
  [/(?:ed|ing)$/u, 'e'],
  [/(.)\1(?:ed|ing)$/u, '$1'],
  [/ness$/u, ''],
  [/ly$/u, ''],
  [/er$/u, ''],
  [/r$/u, ''],
]

const listBases = (word: string) => [word, ...endings.map(([ending, before]) => word.replace(ending, before))]

const listPlainWords = (text: string) =>
  splitWords(text.replaceAll(/\{[^}]*\}|\*\*/gu, ' ').replaceAll(/[-/]/gu, ' '))
    .map((word) =>
      word
        .toLowerCase()
        .replaceAll('’', "'")
        .replaceAll(/^[^\p{L}\p{N}]+|[^\p{L}\p{N}]+$/gu, ''),
    )
    .filter((word) => /\p{L}/u.test(word))

/**
 * Whether a medical word stands unexplained: every word a patient reads in English is an everyday one (of the words used most
 * in subtitles of films, or of one with an ending), or stands in the glossary, which a sheet explains at its first use, or
 * is the name of a medicine or a cause, or is listed as plain. Translations carry the same terms, by their ids.
 */
export function measureEnglishWords(content: LoadedContent, rules: LoadedRules): Measure[] {
  const placed = listPatientTexts(content, language)
  if (placed.length === 0) return []
  const everyday = rules.everyday[language].words
  const plain = new Set(rules.listPlain(language).map((term) => term.toLowerCase()))
  const known = listKnownTerms(content, language).map(
    (term) => new RegExp(String.raw`(?<![\p{L}\p{N}])${escapePattern(term)}(?![\p{L}\p{N}])`, 'giu'),
  )
  const isKnown = (word: string) => listBases(word).some((base) => everyday.has(base) || plain.has(base))
  const judged = placed.flatMap((from) => {
    const rest = known.reduce((left, term) => left.replaceAll(term, ' '), from.text)
    return listPlainWords(rest).map((word) => ({ word, from }))
  })
  const unknown = judged.filter(({ word }) => !isKnown(word))
  return [
    {
      name: 'Everyday words, en',
      gate: 'every word is an everyday one, or a name, a term that is explained, or a word known all the same',
      figures: [
        `${judged.length} words besides names and terms; ${everyday.size} everyday words; ${rules.listPlain(language).length} more that are seldom said in films and known all the same`,
      ],
      misses: unknown.flatMap(({ word, from }) =>
        locate(from.file, [
          {
            path: from.path,
            message: `"${word}" is not an everyday word. Say it plainly, or add it to the glossary with its meaning.`,
          },
        ]),
      ),
    },
  ]
}
