import type { Clinic } from '../../domain/clinic.ts'
import { joinWords, listMissing } from '../settings/clinic-form.ts'

type ClinicBannerProps = { readonly clinic: Clinic; readonly onOpenSettings: () => void }

/** Says what of the clinic is missing on the sheet, with the way to add it; nothing when all is there. */
export function ClinicBanner({ clinic, onOpenSettings }: ClinicBannerProps) {
  const missing = listMissing(clinic)
  if (missing.length === 0) return null
  return (
    <p className="clinic-banner">
      The sheet has no {joinWords(missing)} yet.{' '}
      <button type="button" className="link" onClick={onOpenSettings}>
        Add in Settings
      </button>
    </p>
  )
}
