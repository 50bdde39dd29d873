import { Clinic } from '../../domain/clinic.ts'
import { toProblems } from '../../domain/selection.ts'
import type { Problem } from '../../domain/app-error.ts'

/** The settings that are typed, in the order of the form. */
export const clinicFields = ['name', 'address', 'phone', 'openingHours', 'emergencyNumber'] as const

/** Reads the form as typed. */
export function readClinic(
  typed: Clinic,
):
  | { readonly clinic: Clinic; readonly problems: readonly [] }
  | { readonly clinic: null; readonly problems: readonly Problem[] } {
  const parsed = Clinic.safeParse(typed)
  return parsed.success ? { clinic: parsed.data, problems: [] } : { clinic: null, problems: toProblems(parsed.error) }
}

/** The form once a copy took the place of what was saved: with that, but for what was typed and not saved. */
export function keepTyped(typed: Clinic, saved: Clinic, restored: Clinic): Clinic {
  const before: Readonly<Record<string, string>> = saved
  const unsaved = Object.entries(typed).filter(([field, value]) => value !== before[field])
  return { ...restored, ...Object.fromEntries(unsaved) }
}

/** What a patient would miss on paper; empty when nothing is. */
export function listMissing(clinic: Clinic): ('name' | 'phone' | 'emergencyNumber')[] {
  return (['name', 'phone', 'emergencyNumber'] as const).filter((field) => clinic[field] === '')
}
