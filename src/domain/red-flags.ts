import type { MergedAdvice } from './merge-advice.ts'
import type { RedFlag, Topic } from './topic.ts'

/** The red flags of every sheet and those that a ticked cause names, in the topic's order. */
export function listRedFlags(topic: Topic, { causes }: MergedAdvice): RedFlag[] {
  const named = new Set(causes.flatMap(({ cause }) => cause.redFlags))
  return topic.redFlags.filter(({ id, always }) => always || named.has(id))
}
