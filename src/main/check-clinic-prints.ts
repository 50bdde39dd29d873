import type { Clinic } from '../domain/clinic.ts'
import { checkPrintable } from '../pdf/check-printable.ts'
import { loadFonts, type Fonts } from '../pdf/load-fonts.ts'
import { listClinicTexts } from '../pdf/render-selection.ts'

let opened: Fonts | undefined

/**
 * Refuses a clinic with letters that no font of a sheet has. Imported where settings are saved, for it brings all that draws.
 * @param fonts the folder they are in
 * @throws AppError bad-input, or what `loadFonts` throws
 */
export function checkClinicPrints(clinic: Clinic, fonts: string): void {
  opened ??= loadFonts(fonts)
  checkPrintable(listClinicTexts(clinic), opened)
}
