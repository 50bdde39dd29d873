import type { Region } from '../../domain/region.ts'
import { SelectField } from '../ui/select-field.tsx'
import { useWords } from '../words/use-words.ts'

type RegionFieldProps = { readonly regions: readonly Region[]; readonly onChoose: (emergencyNumber: string) => void }

/** Places whose emergency number the content knows, to fill it in. */
export function RegionField({ regions, onChoose }: RegionFieldProps) {
  const { t } = useWords()
  const options = regions.map(({ id, name, emergencyNumber }) => ({ value: id, label: `${name} · ${emergencyNumber}` }))
  return (
    <SelectField
      label={t('settings.fillIn')}
      value=""
      options={[{ value: '', label: t('settings.choosePlace') }, ...options]}
      onChoose={(id) => {
        const region = regions.find((each) => each.id === id)
        if (region) onChoose(region.emergencyNumber)
      }}
    />
  )
}
