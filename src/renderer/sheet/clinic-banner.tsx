import type { Clinic } from '../../domain/clinic.ts'
import { listMissing } from '../settings/clinic-form.ts'
import { PushButton } from '../ui/push-button.tsx'
import { useWords } from '../words/use-words.ts'

type ClinicBannerProps = { readonly clinic: Clinic; readonly onOpenSettings: () => void }

/** Says what of the clinic is missing on the sheet, with the way to add it; nothing when all is there. */
export function ClinicBanner({ clinic, onOpenSettings }: ClinicBannerProps) {
  const { t, language } = useWords()
  const missing = listMissing(clinic).map((field) => t(`settings.missing${field}`))
  if (missing.length === 0) return null
  return (
    <p className="clinic-banner">
      {t('settings.missing', { missing: new Intl.ListFormat(language, { type: 'disjunction' }).format(missing) })}{' '}
      <PushButton className="link" onPress={onOpenSettings}>
        {t('settings.add')}
      </PushButton>
    </p>
  )
}
