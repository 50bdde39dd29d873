import { Suspense, useState } from 'react'
import { IsoDate } from '../../domain/calendar.ts'
import { useWords } from '../words/use-words.ts'
import { ConfirmButton } from './confirm-button.tsx'
import { DateField } from './date-field-later.tsx'

type RemoveBeforeProps = {
  readonly label: string
  readonly hint: string
  /** asked before it is done, of the day that was typed */
  readonly askTitle: (day: IsoDate) => string
  readonly onRemove: (before: IsoDate) => void
}

/** Removes what was given before a day. */
export function RemoveBefore({ label, hint, askTitle, onRemove }: RemoveBeforeProps) {
  const { t } = useWords()
  const [day, setDay] = useState('')
  const before = IsoDate.safeParse(day).data
  return (
    <div className="field-with-button">
      <Suspense>
        <DateField label={label} hint={hint} value={day} onType={setDay} />
      </Suspense>
      <ConfirmButton
        title={before === undefined ? '' : askTitle(before)}
        why={t('records.noWayBack')}
        keep={t('records.goBack')}
        go={t('records.removeNow')}
        isDisabled={before === undefined}
        onGo={() => before !== undefined && onRemove(before)}
      >
        {t('records.remove')}
      </ConfirmButton>
    </div>
  )
}
