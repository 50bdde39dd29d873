import type { MergedAdvice } from './merge-advice.ts'
import type { Selection } from './selection.ts'
import type { AdviceItem, Topic, TopicWords } from './topic.ts'
import { listRedFlags } from './red-flags.ts'

/** What of a sheet may print or not: advice, and by their ids medicines and lines of preparation. */
export type Printed = {
  readonly items: readonly AdviceItem[]
  readonly medicines: readonly string[]
  readonly preparation: readonly string[]
}

/** The advice that may print, before slots are filled: all that is on; on a short sheet what is for safety or for page 1. */
export function listItemsOn({ causes, everyday }: MergedAdvice, depth: Selection['depth']): AdviceItem[] {
  return [...causes.flatMap(({ items }) => items), ...everyday].flatMap(({ item, state }) =>
    state === 'on' && (depth === 'full' || item.vital || item.firstAction !== undefined) ? [item] : [],
  )
}

/** The ids of the sources of what is on a sheet, in the topic's order. */
export function listSources(topic: Topic, advice: MergedAdvice, { items, medicines, preparation }: Printed): string[] {
  const used = new Set(
    [
      ...listRedFlags(topic, advice),
      ...advice.causes.map(({ cause }) => cause),
      ...items,
      ...topic.medicines.filter(({ id }) => medicines.includes(id)),
      ...topic.preparation.filter(({ id }) => preparation.includes(id)),
    ].flatMap(({ sources }) => sources),
  )
  return Object.keys(topic.sources).filter((id) => used.has(id))
}

/** What a sheet in the language of `words` calls the publisher of a source. */
export function namePublisher({ sources }: Topic, words: TopicWords, id: string): string {
  return sources[id]?.publisher ?? words.sources[id] ?? id
}
