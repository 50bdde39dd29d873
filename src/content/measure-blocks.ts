import type { Problem } from '../domain/app-error.ts'
import { countWords, splitSentences } from '../domain/sentences.ts'
import { makeCounter } from './count-reading.ts'
import { groupTexts, type TextBlock } from './lint-words.ts'
import { listTexts, listWording } from './list-texts.ts'
import type { LoadedContent } from './load-content.ts'
import type { LoadedRules } from './load-reading-rules.ts'
import type { Measure } from './measure.ts'
import { locate, type YamlFile } from './read-yaml.ts'

const meanAtMost = 12
const longestAtMost = 20
const longShareAtMost = 0.1
/** In a heading or a sentence one long word may be more than the share: a single one is let through. */
const longWordsLetThrough = 1

/** Names, not sentences. */
const names = new Set(['medicines', 'weekdays', 'months', 'sources'])

type Block = TextBlock & { readonly file: YamlFile }

function listBlocks({ topics, wording }: LoadedContent, language: 'en' | 'es'): Block[] {
  const ofTopics = topics.flatMap(({ value: topic, words }) =>
    words
      .filter(({ value }) => value.language === language)
      .flatMap(({ file, value }) => groupTexts(topic, listTexts(value)).map((block): Block => ({ ...block, file }))),
  )
  const ofWording = wording
    .filter(({ value }) => value.language === language)
    .flatMap(({ file, value }) =>
      [...Map.groupBy(listWording(value), ({ path }) => String(path[0]))].map(([name, texts]): Block => ({
        name: `wording ${name}`,
        texts,
        file,
      })),
    )
  return [...ofTopics, ...ofWording].filter(({ texts }) => !names.has(String(texts[0]?.path[0])))
}

function judge({ name, texts, file }: Block, language: 'en' | 'es', allowed: readonly string[]) {
  const words = texts.flatMap(({ text }) => splitSentences(text)).map(countWords)
  const said = texts.map(({ text }) => text.replaceAll(/\{[^}]*\}/gu, 'x')) // what fills a slot is not ours
  const counts = makeCounter(language, allowed)(said)
  const mean = counts.words / Math.max(1, counts.sentences)
  const longShare = counts.longWords / Math.max(1, counts.words)
  const longest = Math.max(0, ...words)
  const say = (message: string): Problem[] =>
    locate(file, [{ path: texts[0]?.path ?? [], message: `${name} ${message}` }])
  const misses = [
    ...(mean > meanAtMost ? say(`has ${mean.toFixed(1)} words a sentence; ${meanAtMost} is the most.`) : []),
    ...(longest > longestAtMost ? say(`has a sentence of ${longest} words; ${longestAtMost} is the most.`) : []),
    ...(language === 'en' && longShare > longShareAtMost && counts.longWords > longWordsLetThrough
      ? say(`has ${Math.round(longShare * 100)} long words in a hundred; ${longShareAtMost * 100} is the most.`)
      : []),
  ]
  return { mean, longest, longShare, misses }
}

/** Length of sentences and share of long words in each list and paragraph. Spanish words are longer: their share is only told. */
export function measureBlocks(content: LoadedContent, { listAllowed }: LoadedRules): Measure[] {
  return (['en', 'es'] as const).flatMap((language): Measure[] => {
    const judged = listBlocks(content, language).map((block) => judge(block, language, listAllowed(language)))
    if (judged.length === 0) return []
    const most = (of: (block: (typeof judged)[number]) => number) => Math.max(...judged.map(of))
    const share = `long words up to ${Math.round(most(({ longShare }) => longShare) * 100)} in a hundred`
    return [
      {
        name: `Blocks of text, ${language}`,
        gate: `${meanAtMost} words a sentence on average, none above ${longestAtMost}${language === 'en' ? `, ${longShareAtMost * 100} long words in a hundred (or a single one)` : ''}`,
        figures: [
          `${judged.length} blocks; on average up to ${most(({ mean }) => mean).toFixed(1)} words, longest ${most(({ longest }) => longest)}; ${share}`,
        ],
        misses: judged.flatMap(({ misses }) => misses),
      },
    ]
  })
}
