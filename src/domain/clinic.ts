import { z } from 'zod'
import { ClinicPaper, Language } from './ids.ts'
import { tell, toIssue, type Message } from './message.ts'
import { typedText } from './typed-text.ts'

/** The clinic as it stands on a sheet, and its defaults. Empty text is not printed. */
export const Clinic = z.strictObject({
  name: typedText('field-clinic-name', 80).default(''),
  address: typedText('field-address', 120).default(''),
  phone: typedText('field-phone', 40)
    .refine((phone) => phone === '' || /\d/u.test(phone), toIssue(tell('phone-without-digit')))
    .default(''),
  openingHours: typedText('field-opening-hours', 60).default(''),
  emergencyNumber: typedText('field-emergency-number', 20)
    .refine(
      (number) => number === '' || (/^[\d +()/-]*$/u.test(number) && /\d.*\d/u.test(number)),
      toIssue(tell('emergency-not-digits')),
    )
    .default(''),
  paper: ClinicPaper.default('A4'),
  language: Language.default('en'),
  /** of the window, and not of the sheet; `system` follows the computer */
  windowLanguage: z.enum(['system', ...Language.options], toIssue(tell('language-unknown'))).default('system'),
})
export type Clinic = z.output<typeof Clinic>

/** Why no sheet may leave on paper with this clinic, null when it may. */
export function explainUnready({ emergencyNumber }: Pick<Clinic, 'emergencyNumber'>): Message | null {
  return emergencyNumber === '' ? tell('emergency-missing') : null
}
