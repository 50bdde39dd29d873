import type { TopicWords } from '../domain/topic.ts'
import { listMeanings, listTexts, listWording, type PlacedText } from './list-texts.ts'
import type { LoadedContent } from './load-content.ts'
import type { LoadedRules } from './load-reading-rules.ts'
import type { Measure } from './measure.ts'
import { locate, type YamlFile } from './read-yaml.ts'

const language = 'zh-CN'
const segmenter = new Intl.Segmenter(language, { granularity: 'word' })

type Placed = PlacedText & { readonly file: YamlFile }
type Judged = { readonly word: string; readonly kind: 'listed' | 'composed' | 'unknown'; readonly from: Placed }

/** Names of medicines and causes, which have no plainer word. */
function listNames({ medicines, causes }: TopicWords): string[] {
  return [...Object.values(medicines), ...Object.values(causes)].flatMap((named) =>
    'heading' in named ? [named.name, named.heading, ...named.alsoCalled] : [named.name],
  )
}

function listPlaced({ topics, wording, glossary }: LoadedContent): Placed[] {
  const words = topics.flatMap((topic) => topic.words).filter(({ value }) => value.language === language)
  const fixed = wording.filter(({ value }) => value.language === language)
  const terms = glossary.filter(({ value }) => value.language === language)
  return [
    ...words.flatMap(({ file, value }) => listTexts(value).map((text): Placed => ({ ...text, file }))),
    ...fixed.flatMap(({ file, value }) => listWording(value).map((text): Placed => ({ ...text, file }))),
    ...terms.flatMap(({ file, value }) => listMeanings(value).map((text): Placed => ({ ...text, file }))),
  ].filter(({ reader }) => reader === 'patient')
}

const listCharacters = (word: string): readonly string[] => word.match(/./gu) ?? []

/** The words of a text, as the browser's own dictionary parts them; `known` names are taken out before. */
function splitChineseWords(text: string, known: readonly string[]): string[] {
  const rest = known.reduce((left, name) => left.replaceAll(name, ' '), text)
  return [...segmenter.segment(rest)].map(({ segment }) => segment).filter((word) => /\p{Script=Han}/u.test(word))
}

/**
 * Whether the words a patient reads in Chinese are everyday ones: in the list, or made of the list's characters ("抽血" from
 * "抽" and "血"). Terms of the glossary, names and allowed terms are known by themselves. Any other word is a miss.
 */
export function measureChineseWords(content: LoadedContent, rules: LoadedRules): Measure[] {
  const placed = listPlaced(content)
  if (placed.length === 0) return []
  const everyday = new Set(rules.everydayChinese)
  const characters = new Set([...everyday].flatMap((word) => listCharacters(word)))
  const terms = content.glossary
    .filter(({ value }) => value.language === language)
    .flatMap(({ value }) => value.terms.flatMap(({ forms }) => Object.keys(forms)))
  const names = content.topics
    .flatMap(({ words }) => words)
    .flatMap(({ value }) => (value.language === language ? listNames(value) : []))
  const known = [...terms, ...names, ...rules.listAllowed(language)].toSorted((a, b) => b.length - a.length)
  const judge = (word: string): Judged['kind'] => {
    if (everyday.has(word)) return 'listed'
    return listCharacters(word).every((character) => characters.has(character)) ? 'composed' : 'unknown'
  }
  const judged = placed.flatMap((from) =>
    splitChineseWords(from.text, known).map((word): Judged => ({ word, kind: judge(word), from })),
  )
  const share = (kind: Judged['kind']) =>
    `${((judged.filter((each) => each.kind === kind).length / judged.length) * 100).toFixed(1)} %`
  const unknown = judged.filter(({ kind }) => kind === 'unknown')
  return [
    {
      name: 'Everyday words, zh-CN',
      gate: 'every word is of the HSK list or of its characters, or is a name or a term that is explained or allowed',
      figures: [
        `${judged.length} words: ${share('listed')} in the list of ${everyday.size}, ${share('composed')} made of its characters; ${rules.listAllowed(language).length} terms allowed`,
      ],
      misses: unknown.flatMap(({ word, from }) =>
        locate(from.file, [{ path: from.path, message: `"${word}" is not an everyday word.` }]),
      ),
    },
  ]
}
