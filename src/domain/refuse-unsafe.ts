import type { Library } from './library.ts'
import type { Selection } from './selection.ts'
import { AppError } from './app-error.ts'
import { checkSafety } from './check-safety.ts'

/**
 * Lets nothing leave on paper that must not stand alone, unless the clinician typed why. The preview is not refused.
 * A topic that is not there is left to `composeSheet`, which refuses it.
 * @throws AppError unsafe-alone with the sentence of each stop, in English, the language of the window
 */
export function refuseUnsafe({ topics }: Library, selection: Selection): void {
  const entry = topics.find(({ topic }) => topic.id === selection.topic)
  if (!entry || selection.overrideReason !== '') return
  const stops = checkSafety(entry.topic, selection).filter(({ level }) => level === 'stop')
  if (stops.length === 0) return
  throw new AppError(
    'unsafe-alone',
    stops.map(({ id }) => ({ field: 'overrideReason', message: `Stop: ${entry.words.en?.safetyRules[id] ?? id}` })),
  )
}
