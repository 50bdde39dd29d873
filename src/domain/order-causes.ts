import type { Selection } from './selection.ts'
import type { Topic } from './topic.ts'

/** What was ticked, and whether the clinician put it in order; not when absent. */
export type TickedCauses = Pick<Selection, 'causes'> & { readonly ordered?: boolean }

/**
 * The ticked causes in the order on paper: the clinician's where there is one, else the topic's, whatever was ticked
 * first. Causes the topic does not have are left out.
 */
export function orderCauses({ causes: known }: Pick<Topic, 'causes'>, { causes, ordered }: TickedCauses) {
  const places = new Map(known.map(({ id }, index) => [id, index]))
  const ticked = causes.filter(({ id }) => places.has(id))
  return ordered ? ticked : ticked.toSorted((a, b) => (places.get(a.id) ?? 0) - (places.get(b.id) ?? 0))
}

/**
 * The order of all causes once a ticked one has gone past the ticked one before it (-1) or after it (1); the same where
 * there is none to pass.
 */
export function moveCause(
  order: readonly string[],
  ticked: readonly string[],
  cause: string,
  step: -1 | 1,
): readonly string[] {
  const shown = order.filter((id) => ticked.includes(id))
  const at = shown.indexOf(cause)
  const passed = at === -1 ? undefined : shown[at + step]
  if (passed === undefined) return order
  const others = order.filter((id) => id !== cause)
  const place = others.indexOf(passed) + (step === 1 ? 1 : 0)
  return [...others.slice(0, place), cause, ...others.slice(place)]
}
