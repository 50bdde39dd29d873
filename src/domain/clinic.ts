import { z } from 'zod'
import { Language, Paper } from './ids.ts'
import { typedText } from './typed-text.ts'

/** The clinic as it stands on a sheet, and its defaults. Empty text is not printed. */
export const Clinic = z.strictObject({
  name: typedText('Clinic name', 80).default(''),
  address: typedText('Address', 120).default(''),
  phone: typedText('Phone', 40).default(''),
  openingHours: typedText('Opening hours', 60).default(''),
  emergencyNumber: typedText('Emergency number', 20).default(''),
  paper: Paper.default('A4'),
  language: Language.default('en'),
})
export type Clinic = z.output<typeof Clinic>
