import type { Selection } from './selection.ts'
import type { Topic } from './topic.ts'
import { listActingCauses } from './acting-causes.ts'
import { checkSafety } from './check-safety.ts'
import { findUrgentBand } from './describe-results.ts'

/**
 * Why nobody waits for the next test: a safety rule sends the patient to hospital or to a doctor the same day, a cause has a
 * first action of its own for today, or a result alone is too high.
 */
export type Urgency = 'hospital' | 'today' | 'cause' | 'result'

/** The gravest reason not to wait; null when the usual wait will do. */
export function findUrgency(topic: Topic, selection: Selection): Urgency | null {
  const acts = checkSafety(topic, selection).map(({ act }) => act)
  const ticked = topic.causes.filter(({ id }) => selection.causes.some((cause) => cause.id === id))
  const causes = [...ticked, ...listActingCauses(topic, selection)]
  if (acts.includes('hospital')) return 'hospital'
  if (acts.includes('today') && !causes.some(({ saysToday }) => saysToday)) return 'today'
  if (causes.some(({ urgent }) => urgent)) return 'cause'
  return selection.results.some((result) => findUrgentBand(topic, result) !== null) ? 'result' : null
}
