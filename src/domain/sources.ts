import type { MergedAdvice } from './merge-advice.ts'
import type { Selection } from './selection.ts'
import type { Topic, TopicWords } from './topic.ts'
import { listRedFlags } from './red-flags.ts'

/** The ids of the sources of what is on a sheet, in the topic's order. */
export function listSources(topic: Topic, advice: MergedAdvice, depth: Selection['depth']): string[] {
  const items = [...advice.causes.flatMap((cause) => cause.items), ...(depth === 'full' ? advice.everyday : [])]
  const used = new Set([
    ...listRedFlags(topic, advice).flatMap(({ sources }) => sources),
    ...advice.causes.flatMap(({ cause }) => cause.sources),
    ...items.flatMap(({ item, state }) => (state === 'on' ? item.sources : [])),
  ])
  return Object.keys(topic.sources).filter((id) => used.has(id))
}

/** What a sheet in the language of `words` calls the publisher of a source. */
export function namePublisher({ sources }: Topic, words: TopicWords, id: string): string {
  return sources[id]?.publisher ?? words.sources[id] ?? id
}
