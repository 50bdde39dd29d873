import type { Topic, TopicWords } from '../domain/topic.ts'
import type { WordRules } from '../domain/word-rules.ts'
import type { Finding } from './read-yaml.ts'
import type { PlacedText } from './list-texts.ts'
import { countWords, splitSentences, toProse } from './sentences.ts'

const escapePattern = (text: string) => text.replaceAll(/[$()*+.?[\\\]^{|}]/gu, String.raw`\$&`)

/** A phrase as a pattern: whole words in any case; `x*` is every word that starts so. */
function toPattern(phrase: string): RegExp {
  const prefix = phrase.endsWith('*')
  const words = escapePattern(prefix ? phrase.slice(0, -1) : phrase).replaceAll(/\s+/gu, String.raw`\s+`)
  return new RegExp(`(?<![\\p{L}\\p{N}-])${words}${prefix ? String.raw`\p{L}*` : String.raw`(?![\p{L}\p{N}-])`}`, 'iu')
}

/** The names a cause goes by, for phrases with `{cause}`. */
export function listCauseNames(words: Pick<TopicWords, 'causes'>): string[] {
  return Object.values(words.causes).flatMap(({ name, heading, alsoCalled }) => [name, heading, ...alsoCalled])
}

function expand(phrase: string, causeNames: readonly string[]): string[] {
  return phrase.includes('{cause}') ? causeNames.map((name) => phrase.replace('{cause}', name)) : [phrase]
}

/** Texts with words that must not be used, and what is wrong with each. */
export function lintBanned(
  texts: readonly PlacedText[],
  rules: WordRules,
  causeNames: readonly string[] = [],
): Finding[] {
  const patterns = rules.banned.map(({ phrases, pattern, readers, reason }) => {
    const tests =
      pattern === undefined
        ? (phrases ?? []).flatMap((phrase) => expand(phrase, causeNames)).map(toPattern)
        : [new RegExp(pattern, 'iu')]
    // One look tells whether any of hundreds of phrases is there; most texts end here.
    const anyOf = new RegExp(tests.map(({ source }) => `(?:${source})`).join('|'), 'iu')
    return { readers, reason, tests, anyOf }
  })
  return texts.flatMap(({ path, text, reader }) => {
    const prose = toProse(text)
    return patterns
      .filter(({ readers, anyOf }) => (readers === 'everyone' || reader === 'patient') && anyOf.test(prose))
      .flatMap(({ reason, tests }) =>
        tests.flatMap((test): Finding[] => {
          const found = test.exec(prose)
          return found ? [{ path, message: `"${found[0]}" must not be written. ${reason}` }] : []
        }),
      )
  })
}

/** Patient texts that say one thing and leave out what must stand with it. */
export function lintCompanions(texts: readonly PlacedText[], rules: WordRules): Finding[] {
  return texts
    .filter(({ reader }) => reader === 'patient')
    .flatMap(({ path, text }) =>
      rules.companions
        .filter(({ word }) => toPattern(word).test(toProse(text)))
        .flatMap(({ needs, reason }) =>
          needs
            .filter((need) => !toPattern(need).test(toProse(text)))
            .map((need) => ({ path, message: `"${need}" must be written here too. ${reason}` })),
        ),
    )
}

/** Texts a patient reads as one piece: a list, or a paragraph. */
export type TextBlock = { readonly name: string; readonly texts: readonly PlacedText[] }

/** Sentences that are too long, and blocks whose sentences are too long on average. */
export function lintSentences(blocks: readonly TextBlock[], { sentences: limits }: WordRules): Finding[] {
  return blocks.flatMap(({ name, texts }) => {
    const counted = texts.flatMap(({ path, text }) =>
      splitSentences(text).map((sentence) => ({ path, words: countWords(sentence) })),
    )
    const mean = counted.reduce((sum, { words }) => sum + words, 0) / counted.length
    const isSigns = texts[0]?.path[0] === 'redFlags' && texts[0].path.length === 2
    const longest = isSigns ? limits.longestSign : limits.longest
    return [
      ...counted
        .filter(({ words }) => words > longest)
        .map(({ path, words }) => ({ path, message: `This sentence has ${words} words; ${longest} is the most.` })),
      ...(isSigns || mean <= limits.mean || counted.length === 0
        ? []
        : [
            {
              path: texts[0]?.path ?? [],
              message: `The sentences of ${name} have ${mean.toFixed(1)} words on average; ${limits.mean} is the most.`,
            },
          ]),
    ]
  })
}

/** The patient texts of a topic as the sheet groups them: the items of each cause, each other list, each paragraph. */
export function groupTexts(topic: Topic, texts: readonly PlacedText[]): TextBlock[] {
  const lists = new Map<string, string>([
    ...topic.causes.flatMap(({ id, items }) =>
      items.map((item): [string, string] => [`items.${item.id}`, `the advice for ${id}`]),
    ),
    ...topic.everyday.map((item): [string, string] => [`items.${item.id}`, 'the everyday advice']),
    ...topic.redFlags.map((flag): [string, string] => [`redFlags.${flag.id}`, `the ${flag.urgency} red flags`]),
  ])
  const nameBlock = ({ path }: PlacedText) =>
    lists.get(path.join('.')) ?? (path.length === 2 ? String(path[0]) : path.join(' '))
  const patient = texts.filter(({ reader }) => reader === 'patient')
  return [...Map.groupBy(patient, nameBlock)].map(([name, grouped]) => ({ name, texts: grouped }))
}
