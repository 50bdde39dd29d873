import { Clinic } from '../../src/domain/clinic.ts'
import { findContent } from '../../src/domain/check-selection.ts'
import { startDraft, type Draft } from '../../src/renderer/draft.ts'
import { aLibrary } from '../domain/make.ts'

export const library = aLibrary()
export const content = findContent(library, { topic: 'high-sample', language: 'en' })
export const today = '2026-11-22'

/** A clean draft of the made-up topic; `changed` replaces parts of it. */
export function aDraft(changed: Partial<Draft> = {}): Draft {
  return { ...startDraft(content.entry, Clinic.parse({})), ...changed }
}
