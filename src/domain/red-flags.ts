import type { MergedAdvice } from './merge-advice.ts'
import type { RedFlag, Topic } from './topic.ts'

/** The red flags of every sheet and those that a ticked or acting cause names, in the topic's order. */
export function listRedFlags(topic: Topic, { causes, acting }: MergedAdvice): RedFlag[] {
  const named = new Set([...causes.map(({ cause }) => cause), ...acting].flatMap(({ redFlags }) => redFlags))
  return topic.redFlags.filter(({ id, always }) => always || named.has(id))
}
