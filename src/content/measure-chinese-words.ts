import { listKnownTerms, listPatientTexts, type PatientText } from './list-patient-texts.ts'
import type { EverydayWords } from './load-everyday-words.ts'
import type { LoadedContent } from './load-content.ts'
import type { LoadedRules } from './load-reading-rules.ts'
import type { Measure } from './measure.ts'
import { locate } from './read-yaml.ts'

const language = 'zh-CN'
const segmenter = new Intl.Segmenter(language, { granularity: 'word' })

type Kind = 'listed' | 'joined' | 'unknown'
type Judged = { readonly word: string; readonly kind: Kind; readonly from: PatientText }

/** The words of a text, as the dictionary of the runtime (ICU) parts them; `known` names are taken out before. */
function splitChineseWords(text: string, known: readonly string[]): string[] {
  const rest = known.reduce((left, name) => left.replaceAll(name, ' '), text)
  return [...segmenter.segment(rest)].map(({ segment }) => segment).filter((word) => /\p{Script=Han}/u.test(word))
}

/** More characters are a term of their own, as "门静脉高压", and not words that happen to stand together. */
const longestJoined = 3

const listCharacters = (word: string): readonly string[] => word.match(/./gu) ?? []

/**
 * Whether what was parted as one word is several everyday words that stand together, as "一种" is "一" and "种". A single
 * character is taken as a word of its own only where it is one of the commonest, for any word is made of characters.
 */
function isJoined(word: string, { words, commonest }: EverydayWords): boolean {
  const characters = listCharacters(word)
  if (characters.length > longestJoined) return false
  const isWord = (part: readonly string[]) => (part.length === 1 ? commonest : words).has(part.join(''))
  const endsAt = [true]
  for (let end = 1; end <= characters.length; end++)
    endsAt[end] = endsAt.some((can, start) => can && start < end && isWord(characters.slice(start, end)))
  return endsAt[characters.length] === true
}

/**
 * Whether the words a patient reads in Chinese are everyday ones: in the lists (HSK, and the words used most in subtitles
 * of films), or several of those together. Terms of the glossary, names and plain words are known by themselves. Any
 * other word is a miss.
 */
export function measureChineseWords(content: LoadedContent, rules: LoadedRules): Measure[] {
  const placed = listPatientTexts(content, language)
  if (placed.length === 0) return []
  const everyday = rules.everyday[language]
  const plain = rules.listPlain(language)
  // A single character, as "肝", is known as a word of its own and not as a part of any word it stands in.
  const terms = [...listKnownTerms(content, language), ...plain].toSorted((a, b) => b.length - a.length)
  const words = new Set([...everyday.words, ...terms])
  const known = terms.filter((term) => listCharacters(term).length > 1)
  const judge = (word: string): Kind => {
    if (words.has(word)) return 'listed'
    return isJoined(word, everyday) ? 'joined' : 'unknown'
  }
  const judged = placed.flatMap((from) =>
    splitChineseWords(from.text, known).map((word): Judged => ({ word, kind: judge(word), from })),
  )
  const share = (kind: Kind) =>
    `${((judged.filter((each) => each.kind === kind).length / judged.length) * 100).toFixed(1)} %`
  const unknown = judged.filter(({ kind }) => kind === 'unknown')
  return [
    {
      name: 'Everyday words, zh-CN',
      gate: 'every word is an everyday one, or a name, a term that is explained, or a word known all the same',
      figures: [
        `${judged.length} words: ${share('listed')} in the lists of ${everyday.words.size}, ${share('joined')} several of these together; ${plain.length} more that the lists do not have and that people know all the same`,
      ],
      misses: unknown.flatMap(({ word, from }) =>
        locate(from.file, [{ path: from.path, message: `"${word}" is not an everyday word.` }]),
      ),
    },
  ]
}
