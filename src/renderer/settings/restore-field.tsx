import { useState } from 'react'
import type { RecordsStatus } from '../../ipc/records.ts'
import { ConfirmDialog } from '../ui/confirm-dialog.tsx'
import { PushButton } from '../ui/push-button.tsx'
import { SelectField } from '../ui/select-field.tsx'
import { useWords } from '../words/use-words.ts'

export type Copy = RecordsStatus['backups'][number]

type RestoreFieldProps = {
  readonly status: Pick<RecordsStatus, 'backups' | 'folder' | 'ownFolder'>
  /** whether a copy is still where it was, looked for anew; what to do instead is told there */
  readonly onLook: (copy: Copy) => Promise<boolean>
  readonly onRestore: (copy: Copy) => void
}

const toKey = ({ folder, file }: Copy) => `${folder}/${file}`

/** The way back to a copy: the newest of this computer, an older one, or one of another computer or folder, which is then said. */
export function RestoreField({
  status: { backups, folder: current, ownFolder },
  onLook,
  onRestore,
}: RestoreFieldProps) {
  const { t, language, writeDay } = useWords()
  const [chosen, setChosen] = useState<string | null>(null)
  const [asked, setAsked] = useState<Copy | null>(null)
  const copy =
    backups.find((each) => toKey(each) === chosen) ?? backups.find(({ from }) => from === 'here') ?? backups[0]
  const close = () => setAsked(null)
  const sayNumber = new Intl.NumberFormat(language, { maximumFractionDigits: 0 })
  const areApart = backups.some(({ folder }) => folder !== current)
  const sayPlace = ({ folder }: Copy) => (folder === ownFolder ? t('records.inOwnFolder') : t('records.in', { folder }))
  const describe = (each: Copy) => {
    const said = t('records.copyOf', { day: writeDay(each.day), size: sayNumber.format(each.size / 1024) })
    const whose = each.from === 'here' ? [] : [t(`records.copyFrom.${each.from}`)]
    return [said, ...whose, ...(areApart ? [sayPlace(each)] : [])].join(' · ')
  }
  return (
    <>
      {copy !== undefined && (
        <div className="field-with-button">
          <SelectField
            label={t('records.restoreFrom')}
            value={toKey(copy)}
            options={backups.map((each) => ({ value: toKey(each), label: describe(each) }))}
            onChoose={setChosen}
          />
          <PushButton onPress={() => void onLook(copy).then((isThere) => isThere && setAsked(copy))}>
            {t('records.restore')}
          </PushButton>
        </div>
      )}
      <ConfirmDialog
        title={asked === null ? '' : t('records.restoreAsk', { day: writeDay(asked.day) })}
        why={t('records.restoreWhy')}
        keep={t('records.goBack')}
        go={t('records.restoreGo')}
        isOpen={asked !== null}
        onGo={() => {
          close()
          if (asked !== null) onRestore(asked)
        }}
        onClose={close}
      />
    </>
  )
}
