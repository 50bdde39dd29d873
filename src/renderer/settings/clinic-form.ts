import { Clinic } from '../../domain/clinic.ts'
import { toProblems } from '../../domain/selection.ts'
import type { Problem } from '../../domain/app-error.ts'

/** The settings that are typed, in the order of the form. */
export const clinicFields = [
  { field: 'name', label: 'Clinic name', hint: 'at the head of every sheet' },
  { field: 'address', label: 'Address', hint: 'one line' },
  { field: 'phone', label: 'Phone', hint: 'whom the patient calls with questions' },
  { field: 'openingHours', label: 'Opening hours', hint: 'for example Mon–Fri 8:00–18:00' },
  {
    field: 'emergencyNumber',
    label: 'Emergency number',
    hint: 'beside the signs of danger; no sheet prints without it',
  },
] as const

/** Reads the form as typed. */
export function readClinic(
  typed: Clinic,
):
  | { readonly clinic: Clinic; readonly problems: readonly [] }
  | { readonly clinic: null; readonly problems: readonly Problem[] } {
  const parsed = Clinic.safeParse(typed)
  return parsed.success ? { clinic: parsed.data, problems: [] } : { clinic: null, problems: toProblems(parsed.error) }
}

/** What a patient would miss on paper, in words; empty when nothing is. */
export function listMissing(clinic: Clinic): string[] {
  const needed = [
    { text: clinic.name, called: 'clinic name' },
    { text: clinic.phone, called: 'phone' },
    { text: clinic.emergencyNumber, called: 'emergency number' },
  ]
  return needed.flatMap(({ text, called }) => (text === '' ? [called] : []))
}

/** "a", "a or b", "a, b or c". */
export function joinWords(words: readonly string[]): string {
  return words.length < 2 ? words.join('') : `${words.slice(0, -1).join(', ')} or ${words.at(-1) ?? ''}`
}
