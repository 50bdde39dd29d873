import { ConfirmButton } from '../ui/confirm-button.tsx'
import { PushButton } from '../ui/push-button.tsx'
import { useWords } from '../words/use-words.ts'

type StartFromButtonProps = {
  readonly className?: string
  /** whether a sheet is being written, which the new one takes the place of */
  readonly isSheetBegun: boolean
  readonly onStartFrom: () => void
}

/** Begins a new sheet with the causes of one that was given; asks first where another is being written. */
export function StartFromButton({ className = 'button', isSheetBegun, onStartFrom }: StartFromButtonProps) {
  const { t } = useWords()
  if (!isSheetBegun)
    return (
      <PushButton className={className} onPress={onStartFrom}>
        {t('history.startFrom')}
      </PushButton>
    )
  return (
    <ConfirmButton
      className={className}
      title={t('history.startFromAsk')}
      why={t('history.startFromWhy')}
      keep={t('history.startFromKeep')}
      go={t('history.startFromGo')}
      onGo={onStartFrom}
    >
      {t('history.startFrom')}
    </ConfirmButton>
  )
}
