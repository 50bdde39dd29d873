import type { Selection } from './selection.ts'
import type { Cause, Topic } from './topic.ts'

/**
 * Causes that a ticked fact acts as and that are not ticked themselves: what keeps such a patient safe goes on the sheet,
 * though the sheet does not explain the cause.
 */
export function listActingCauses(
  { causes, safety }: Topic,
  told: Pick<Selection, 'causes'> & { readonly facts?: readonly string[] },
): Cause[] {
  const acting = new Set(safety.facts.flatMap(({ id, actsAs }) => (actsAs && told.facts?.includes(id) ? [actsAs] : [])))
  return causes.filter(({ id }) => acting.has(id) && !told.causes.some((cause) => cause.id === id))
}
