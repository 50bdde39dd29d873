import { AppError } from '../../src/domain/app-error.ts'
import { composeSheet } from '../../src/domain/compose-sheet.ts'
import { parseSelection, type Selection } from '../../src/domain/selection.ts'
import type { Sheet } from '../../src/domain/sheet.ts'
import { aClinic, hash, noClinic } from '../domain/make.ts'
import type { Attempt } from './random-selection.ts'
import { library } from './shipped-topic.ts'

/** Composes what was attempted; null when it was refused in the words of the app. Any other error is let through. */
export function composeAttempt({
  raw,
  today,
  hasClinic,
  firstActionsAtMost,
}: Attempt): { sheet: Sheet; selection: Selection } | null {
  try {
    const selection = parseSelection(raw)
    const clinic = hasClinic ? aClinic : noClinic
    return { selection, sheet: composeSheet({ library, selection, clinic, today, hash, firstActionsAtMost }) }
  } catch (error) {
    if (error instanceof AppError && error.code === 'bad-input' && error.problems.length > 0) return null
    throw error
  }
}
