import type { Library } from '../domain/library.ts'
import type { Language } from '../domain/ids.ts'
import type { Sheet } from '../domain/sheet.ts'
import type { Topic } from '../domain/topic.ts'
import { listPrintableLanguages } from '../domain/check-selection.ts'
import { Clinic } from '../domain/clinic.ts'
import { composeSheet } from '../domain/compose-sheet.ts'
import { parseSelection } from '../domain/selection.ts'
import { hashText } from './hash-text.ts'

/** A sheet as some patient would get it. */
export type Sample = {
  readonly name: string
  readonly depth: 'short' | 'full'
  readonly causes: readonly string[]
  readonly sheet: Sheet
}

const causesAtMost = 6

/** Every choice of at least one of these, each as a list. */
export function listSubsets(ids: readonly string[]): string[][] {
  return Array.from({ length: 2 ** ids.length - 1 }, (_, index) =>
    ids.filter((_id, bit) => ((index + 1) >> bit) % 2 === 1),
  )
}

/** Every one of these alone, and every pair. */
export function listSinglesAndPairs(ids: readonly string[]): string[][] {
  return ids.flatMap((id, index) => [[id], ...ids.slice(index + 1).map((other) => [id, other])])
}

/** What a topic's sheets are made for: lists of ids of its causes. */
type ListSets = (topic: Topic) => readonly (readonly string[])[]

const listCommonSets: ListSets = ({ causes }) => {
  const common = causes.filter((cause) => cause.common)
  return listSubsets((common.length === 0 ? causes : common).slice(0, causesAtMost).map(({ id }) => id))
}

/**
 * Sheets of every set of the common causes of each topic (of its first causes where none is common), short and full.
 * Nothing is typed, so that every word is ours. They are given on the day the topic was last reviewed: the names of days
 * and months count as words, and the figures must not change with the calendar.
 * @param choose what else is chosen for a topic, such as results
 * @param listSets other sets of causes, such as every pair
 */
export function composeSamples(
  library: Library,
  language: Language,
  choose: (topic: Topic) => object = () => ({}),
  listSets: ListSets = listCommonSets,
): Sample[] {
  return library.topics.flatMap((entry) => {
    const { topic } = entry
    if (topic.status === 'retired' || !listPrintableLanguages(library, entry).includes(language)) return []
    const more = choose(topic)
    return listSets(topic).flatMap((causes) =>
      (['short', 'full'] as const).map((depth): Sample => {
        const ticked = causes.map((id) => ({ id }))
        const selection = parseSelection({ topic: topic.id, language, depth, causes: ticked, ...more })
        const sheet = composeSheet({
          library,
          selection,
          clinic: Clinic.parse({}),
          today: topic.lastReviewDate,
          hash: hashText,
        })
        return { name: `${topic.id} ${language} ${depth}: ${causes.join(' + ')}`, depth, causes, sheet }
      }),
    )
  })
}
