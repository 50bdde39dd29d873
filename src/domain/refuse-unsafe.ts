import type { Library } from './library.ts'
import type { Selection } from './selection.ts'
import { AppError } from './app-error.ts'
import { checkSafety } from './check-safety.ts'
import { findContent } from './check-selection.ts'

/**
 * Lets nothing leave on paper that must not stand alone, unless the clinician typed why. The preview is not refused.
 * @throws AppError unsafe-alone with the sentence of each stop, or as `findContent`
 */
export function refuseUnsafe(library: Library, selection: Selection): void {
  if (selection.overrideReason !== '') return
  const { entry, words } = findContent(library, selection)
  const stops = checkSafety(entry.topic, selection).filter(({ level }) => level === 'stop')
  if (stops.length === 0) return
  const spoken = entry.words.en ?? words
  throw new AppError(
    'unsafe-alone',
    stops.map(({ id }) => ({ field: 'overrideReason', message: `Stop: ${spoken.safetyRules[id] ?? id}` })),
  )
}
