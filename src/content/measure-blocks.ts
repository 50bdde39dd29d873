import type { Problem } from '../domain/app-error.ts'
import { countWords, splitSentences } from '../domain/sentences.ts'
import { makeCounter } from './count-reading.ts'
import { isName } from './list-patient-texts.ts'
import { groupTexts, type TextBlock } from './lint-words.ts'
import { listTexts, listWording } from './list-texts.ts'
import type { LoadedContent } from './load-content.ts'
import type { LoadedRules } from './load-reading-rules.ts'
import type { Measure } from './measure.ts'
import { locate, type YamlFile } from './read-yaml.ts'

const meanAtMost = 12
const longestAtMost = 20
/** Long words in a hundred. */
const longWordsAtMost = 10
/**
 * Syllables of a long word. Spanish needs more syllables for the same word: on the sheets 1.95 a word, and English 1.31, so
 * that 3 of English are 4 of Spanish (4.5, rounded to the stricter side). No source sets it: the reckoning is ours.
 */
const longFrom = { en: 3, es: 4 } as const

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
  return [...ofTopics, ...ofWording]
}

const isNames = ({ texts: [first] }: Block) => first !== undefined && isName(first)

/** Blocks as a patient meets them: a heading is read with the paragraph under it, the title with the main message. */
function joinHeadings(blocks: readonly Block[]): Block[] {
  const nameWhole = ({ name, texts: [first] }: Block) => {
    const [section, id, field] = first?.path ?? []
    if (section === 'sheetTitle') return 'mainMessage'
    return section === 'causes' && field === 'heading' ? `causes ${String(id)} whatHappens` : name
  }
  return [...Map.groupBy(blocks, (block) => `${block.file.path} ${nameWhole(block)}`).values()].flatMap((parts) => {
    const last = parts.at(-1)
    return last ? [{ name: nameWhole(last), file: last.file, texts: parts.flatMap(({ texts }) => texts) }] : []
  })
}

const sayAt = ({ name, texts, file }: Block, message: string): Problem[] =>
  locate(file, [{ path: texts[0]?.path ?? [], message: `${name} ${message}` }])

function judgeSentences(block: Block) {
  const lengths = block.texts.flatMap(({ text }) => splitSentences(text)).map(countWords)
  const mean = lengths.reduce((sum, words) => sum + words, 0) / Math.max(1, lengths.length)
  const longest = Math.max(0, ...lengths)
  const misses = [
    ...(mean > meanAtMost ? sayAt(block, `has ${mean.toFixed(1)} words a sentence; ${meanAtMost} is the most.`) : []),
    ...(longest > longestAtMost
      ? sayAt(block, `has a sentence of ${longest} words; ${longestAtMost} is the most.`)
      : []),
  ]
  return { mean, longest, misses }
}

function judgeLongWords(block: Block, language: 'en' | 'es', allowed: readonly string[]) {
  const said = block.texts.map(({ text }) => text.replaceAll(/\{[^}]*\}/gu, 'x')) // what fills a slot is not ours
  const counts = makeCounter(language, allowed, longFrom[language])(said)
  const share = (counts.longWords / Math.max(1, counts.words)) * 100
  const misses =
    share > longWordsAtMost
      ? sayAt(block, `has ${share.toFixed(1)} long words in a hundred; ${longWordsAtMost} is the most.`)
      : []
  return { share, misses }
}

/**
 * Length of sentences in each list, paragraph and heading, and the share of long words in each list and paragraph with its
 * heading. Only names are not judged.
 */
export function measureBlocks(content: LoadedContent, { listAllowed }: LoadedRules): Measure[] {
  return (['en', 'es'] as const).flatMap((language): Measure[] => {
    const listed = listBlocks(content, language)
    const blocks = listed.filter((block) => !isNames(block))
    if (blocks.length === 0) return []
    const lengths = blocks.map(judgeSentences)
    const whole = joinHeadings(blocks)
    const shares = whole.map((block) => judgeLongWords(block, language, listAllowed(language)))
    const mean = Math.max(...lengths.map((each) => each.mean))
    const longest = Math.max(...lengths.map((each) => each.longest))
    const share = Math.max(...shares.map((each) => each.share))
    return [
      {
        name: `Blocks of text, ${language}`,
        gate: `in each block ${meanAtMost} words a sentence on average, none above ${longestAtMost}; with a heading and its paragraph as one block, ${longWordsAtMost} long words (${longFrom[language]} syllables or more) in a hundred, without the allowed terms`,
        figures: [
          `${blocks.length} blocks; on average up to ${mean.toFixed(1)} words, longest ${longest}`,
          `${whole.length} blocks with their headings; long words up to ${share.toFixed(1)} in a hundred; none exempt but ${listed.length - blocks.length} blocks of names (medicines, blood tests, publishers, days, months)`,
        ],
        misses: [...lengths, ...shares].flatMap(({ misses }) => misses),
      },
    ]
  })
}
