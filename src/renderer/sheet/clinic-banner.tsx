import type { Clinic } from '../../domain/clinic.ts'
import { listMissing } from '../settings/clinic-form.ts'
import { PushButton } from '../ui/push-button.tsx'
import { useWords } from '../words/use-words.ts'

const missingWords = {
  name: 'settings.missingName',
  phone: 'settings.missingPhone',
  emergencyNumber: 'settings.missingEmergencyNumber',
} as const

type ClinicBannerProps = {
  readonly clinic: Clinic
  readonly onOpenSettings: (field: ReturnType<typeof listMissing>[number]) => void
}

/** Says what of the clinic is missing on the sheet, with the way to add it; nothing when all is there. */
export function ClinicBanner({ clinic, onOpenSettings }: ClinicBannerProps) {
  const { t, language } = useWords()
  const fields = listMissing(clinic)
  const [first] = fields
  if (first === undefined) return null
  const missing = fields.map((field) => t(missingWords[field]))
  return (
    <p className="clinic-banner">
      {t('settings.missing', { missing: new Intl.ListFormat(language, { type: 'disjunction' }).format(missing) })}{' '}
      <PushButton className="link" onPress={() => onOpenSettings(first)}>
        {t('settings.add')}
      </PushButton>
    </p>
  )
}
