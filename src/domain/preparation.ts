import type { Selection } from './selection.ts'
import type { Topic } from './topic.ts'

/**
 * How to prepare for the next test, by the ticked causes: for them or for everyone, but not beside a cause that says it
 * otherwise.
 */
export function listPreparation(topic: Topic, { causes }: Pick<Selection, 'causes'>): Topic['preparation'] {
  const ticked = new Set(causes.map((cause) => cause.id))
  const isTicked = (id: string) => ticked.has(id)
  return topic.preparation.filter(
    ({ causes: wanted, unless }) => (wanted === undefined || wanted.some(isTicked)) && !unless.some(isTicked),
  )
}
