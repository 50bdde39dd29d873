import { assertNever } from '../domain/app-error.ts'
import { changeDraft, type Draft, type DraftChange } from './draft.ts'

/** A draft with what it was before and, once something was undone, what it was after; the nearest last. */
export type DraftHistory = {
  readonly draft: Draft
  readonly past: readonly Draft[]
  readonly future: readonly Draft[]
  /** the field that was typed in last, so that a word is one step and not five; null after anything else */
  readonly typedField: string | null
}

const mostSteps = 200

/** A draft that nothing can be undone of. */
export function startHistory(draft: Draft): DraftHistory {
  return { draft, past: [], future: [], typedField: null }
}

const typedFills = ['note', 'patientName', 'overrideReason'] as const

/** The field a change types into, by name; null for a choice. */
function nameTypedField(change: DraftChange): string | null {
  switch (change.kind) {
    case 'type-medicine-to-stop':
      return `${change.kind} ${change.index}`
    case 'change-result':
      return 'unit' in change.result ? null : `${change.analyte} ${Object.keys(change.result).join(' ')}`
    case 'change-lab':
      return `${change.lab} ${Object.keys(change.finding).join(' ')}`
    case 'change-retest':
      return change.retest.date === undefined ? null : 'retest date'
    case 'fill':
      return typedFills.find((field) => field in change.fields) ?? null
    case 'start':
    case 'open-topic':
    case 'open-bundle':
    case 'tick':
    case 'move-cause':
    case 'choose-certainty':
    case 'switch-item':
    case 'switch-medicine':
    case 'remove-medicine-to-stop':
    case 'switch-fact':
      return null
    default:
      return assertNever(change)
  }
}

/**
 * The history after one change. Text typed into one field is one step. A new patient starts a new history: nothing of the
 * one before may come back.
 */
export function recordChange(history: DraftHistory, change: DraftChange): DraftHistory {
  if (change.kind === 'start') return startHistory(change.draft)
  const { draft: before, past, typedField } = history
  const draft = changeDraft(before, change)
  if (draft === before) return history
  const field = nameTypedField(change)
  const goesOn = field !== null && field === typedField
  return { draft, past: goesOn ? past : [...past, before].slice(-mostSteps), future: [], typedField: field }
}

/** The history one step back; the same where there is none. */
export function undo(history: DraftHistory): DraftHistory {
  const { draft, past, future } = history
  const before = past.at(-1)
  if (before === undefined) return history
  return { draft: before, past: past.slice(0, -1), future: [...future, draft], typedField: null }
}

/** The history one step forward again; the same where nothing was undone. */
export function redo(history: DraftHistory): DraftHistory {
  const { draft, past, future } = history
  const after = future.at(-1)
  if (after === undefined) return history
  return { draft: after, past: [...past, draft], future: future.slice(0, -1), typedField: null }
}
