import { escapePattern } from '../domain/escape-pattern.ts'
import type { Topic, TopicWords } from '../domain/topic.ts'
import type { WordRules } from '../domain/word-rules.ts'
import { countWords, splitSentences, toProse } from '../domain/sentences.ts'
import type { Finding } from './read-yaml.ts'
import type { PlacedText } from './list-texts.ts'

const toSource = (text: string) => escapePattern(text).replaceAll(/\s+/gu, String.raw`\s+`)

/** Any of the phrases, as whole words in any case; `x*` is every word that starts so, `{cause}` one of `causes`. */
function toPattern(phrases: readonly string[], causes: readonly string[] = []): RegExp {
  const anyCause = `(?:${causes.map(toSource).join('|')})`
  const sources = phrases.map((phrase) => {
    const isPrefix = phrase.endsWith('*')
    const words = (isPrefix ? phrase.slice(0, -1) : phrase).split('{cause}').map(toSource).join(anyCause)
    return words + (isPrefix ? String.raw`\p{L}*` : String.raw`(?![\p{L}\p{N}-])`)
  })
  return new RegExp(String.raw`(?<![\p{L}\p{N}-])(?:${sources.join('|')})`, 'iu')
}

/** The names a cause goes by, for phrases with `{cause}`. */
export function listCauseNames(words: Pick<TopicWords, 'causes'>): string[] {
  return Object.values(words.causes).flatMap(({ name, heading, alsoCalled }) => [name, heading, ...alsoCalled])
}

type Ban = { readonly test: RegExp; readonly tests: readonly RegExp[] }

function toBan({ phrases = [], pattern }: WordRules['banned'][number], causes: readonly string[]): Ban {
  const single = pattern === undefined ? [] : [new RegExp(pattern, 'iu')]
  const spoken = phrases.filter((phrase) => causes.length > 0 || !phrase.includes('{cause}'))
  const tests = [...single, ...spoken.map((phrase) => toPattern([phrase], causes))]
  // One look tells whether any of the phrases is there; most texts end here.
  return { test: single[0] ?? toPattern(spoken, causes), tests }
}

/** Texts with words that must not be used, and what is wrong with each. */
export function lintBanned(
  texts: readonly PlacedText[],
  rules: WordRules,
  causeNames: readonly string[] = [],
): Finding[] {
  const bans = rules.banned.map((rule) => ({ ...rule, ...toBan(rule, causeNames) }))
  return texts.flatMap(({ path, text, reader }) => {
    const prose = toProse(text)
    return bans
      .filter(({ readers, test }) => (readers === 'everyone' || reader === 'patient') && test.test(prose))
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
  const companions = rules.companions.map(({ word, needs, reason }) => ({
    word: toPattern([word]),
    needs: needs.map((need) => ({ need, pattern: toPattern([need]) })),
    reason,
  }))
  const patient = texts.filter(({ reader }) => reader === 'patient')
  return patient.flatMap(({ path, text }) => {
    const prose = toProse(text)
    return companions
      .filter(({ word }) => word.test(prose))
      .flatMap(({ needs, reason }) =>
        needs
          .filter(({ pattern }) => !pattern.test(prose))
          .map(({ need }) => ({ path, message: `"${need}" must be written here too. ${reason}` })),
      )
  })
}

/** What a cause says of itself where only a link is known, as though it were proved to be a cause. */
export function lintLinks(topic: Pick<Topic, 'causes'>, texts: readonly PlacedText[], { links }: WordRules): Finding[] {
  const linked = new Set(topic.causes.flatMap(({ id, linkOnly }) => (linkOnly ? [id] : [])))
  const [needs, never] = [new RegExp(links.needs, 'iu'), new RegExp(links.never, 'iu')]
  return texts.flatMap(({ path, text }): Finding[] => {
    const [section, id, field] = path.map(String)
    const isSaid = section === 'causes' && (field === 'whatHappens' || field === 'inShort')
    if (!isSaid || !linked.has(id ?? '')) return []
    const prose = toProse(text)
    const claim = never.exec(prose)
    return [
      ...(needs.test(prose) ? [] : [{ path, message: `"${links.needs}" must be written here. ${links.reason}` }]),
      ...(claim ? [{ path, message: `"${claim[0]}" must not be written here. ${links.reason}` }] : []),
    ]
  })
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
