import { useState } from 'react'
import type { RecordsStatus } from '../../ipc/records.ts'
import { ConfirmButton } from '../ui/confirm-button.tsx'
import { SelectField } from '../ui/select-field.tsx'
import { useWords } from '../words/use-words.ts'

type RestoreFieldProps = {
  /** newest first */
  readonly backups: RecordsStatus['backups']
  readonly onRestore: (file: string) => void
}

/** The way back to a copy: the newest of this computer, an older one, or one of another computer, which is then said. */
export function RestoreField({ backups, onRestore }: RestoreFieldProps) {
  const { t, language } = useWords()
  const [chosen, setChosen] = useState<string | null>(null)
  const copy = backups.find(({ file }) => file === chosen) ?? backups.find(({ from }) => from === 'here') ?? backups[0]
  if (copy === undefined) return null
  const sayNumber = new Intl.NumberFormat(language, { maximumFractionDigits: 0 })
  const describe = ({ day, size, from }: typeof copy) => {
    const said = t('records.copyOf', { day, size: sayNumber.format(size / 1024) })
    return from === 'here' ? said : `${said} · ${t(`records.copyFrom.${from}`)}`
  }
  return (
    <div className="field-with-button">
      <SelectField
        label={t('records.restoreFrom')}
        value={copy.file}
        options={backups.map((each) => ({ value: each.file, label: describe(each) }))}
        onChoose={setChosen}
      />
      <ConfirmButton
        title={t('records.restoreAsk', { day: copy.day })}
        why={t('records.restoreWhy')}
        keep={t('records.goBack')}
        go={t('records.restoreGo')}
        onGo={() => onRestore(copy.file)}
      >
        {t('records.restore')}
      </ConfirmButton>
    </div>
  )
}
