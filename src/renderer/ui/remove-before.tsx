import { Suspense, useState } from 'react'
import { IsoDate } from '../../domain/calendar.ts'
import { useWords } from '../words/use-words.ts'
import { ConfirmDialog } from './confirm-dialog.tsx'
import { DateField } from './date-field-later.tsx'
import { PushButton } from './push-button.tsx'

/** What is asked before it is done. */
type Question = { readonly title: string; readonly why: string }

type RemoveBeforeProps = {
  readonly label: string
  readonly hint: string
  /** the last day that may be typed; any may where there is none */
  readonly last?: IsoDate
  /** what to ask of the day that was typed; null for nothing to be done, when why not is told there */
  readonly onAsk: (before: IsoDate) => Promise<Question | null>
  readonly onRemove: (before: IsoDate) => void
}

/** Removes what was given before a day, once it was asked. */
export function RemoveBefore({ label, hint, last, onAsk, onRemove }: RemoveBeforeProps) {
  const { t } = useWords()
  const [day, setDay] = useState('')
  /** with the day that it is asked of: another may be typed meanwhile */
  const [asked, setAsked] = useState<(Question & { readonly before: IsoDate }) | null>(null)
  const before = IsoDate.safeParse(day).data
  const isLate = before !== undefined && last !== undefined && before > last
  const close = () => setAsked(null)
  const askOf = async (of: IsoDate) => {
    const question = await onAsk(of)
    setAsked(question && { ...question, before: of })
  }
  return (
    <div className="field-with-button">
      <Suspense>
        <DateField
          label={label}
          hint={hint}
          value={day}
          max={last}
          problem={isLate ? t('records.lateDay') : undefined}
          onType={setDay}
        />
      </Suspense>
      <PushButton
        isDisabled={before === undefined || isLate}
        onPress={() => before !== undefined && void askOf(before)}
      >
        {t('records.remove')}
      </PushButton>
      <ConfirmDialog
        title={asked?.title ?? ''}
        why={asked?.why ?? ''}
        keep={t('records.goBack')}
        go={t('records.removeNow')}
        isOpen={asked !== null}
        onGo={() => {
          close()
          if (asked !== null) onRemove(asked.before)
        }}
        onClose={close}
      />
    </div>
  )
}
