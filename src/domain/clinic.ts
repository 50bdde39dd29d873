import { z } from 'zod'
import { ClinicPaper, Language } from './ids.ts'
import { typedText } from './typed-text.ts'

/** The clinic as it stands on a sheet, and its defaults. Empty text is not printed. */
export const Clinic = z.strictObject({
  name: typedText('Clinic name', 80).default(''),
  address: typedText('Address', 120).default(''),
  phone: typedText('Phone', 40)
    .refine((phone) => phone === '' || /\d/u.test(phone), 'Phone: please type a number a patient can call.')
    .default(''),
  openingHours: typedText('Opening hours', 60).default(''),
  emergencyNumber: typedText('Emergency number', 20)
    .refine(
      (number) => number === '' || (/^[\d +()/-]*$/u.test(number) && /\d/u.test(number)),
      'Emergency number: please use digits, for example 112.',
    )
    .default(''),
  paper: ClinicPaper.default('A4'),
  language: Language.default('en'),
})
export type Clinic = z.output<typeof Clinic>

/** Why no sheet may leave on paper with this clinic, in a sentence for the clinician; null when it may. */
export function explainUnready({ emergencyNumber }: Pick<Clinic, 'emergencyNumber'>): string | null {
  if (emergencyNumber !== '') return null
  return 'The emergency number is not set. Please type it in Settings: every sheet tells the patient whom to call.'
}
