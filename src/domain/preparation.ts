import type { Selection } from './selection.ts'
import type { Topic } from './topic.ts'

/** How to prepare for the next test, by the ticked causes: for them or for everyone, but not beside a cause that says it better. */
export function listPreparation(topic: Topic, { causes }: Pick<Selection, 'causes'>): Topic['preparation'] {
  const ticked = new Set(causes.map((cause) => cause.id))
  return topic.preparation.filter(
    ({ causes: wanted, unless }) =>
      (wanted === undefined || wanted.some((id) => ticked.has(id))) && !unless.some((id) => ticked.has(id)),
  )
}
