import type { Ask } from '../clinic-api.ts'
import { ConfirmButton } from '../ui/confirm-button.tsx'
import { PushButton } from '../ui/push-button.tsx'
import { useWords } from '../words/use-words.ts'

type LockButtonProps = {
  readonly ask: Ask
  /** whether a sheet is being written, which the window forgets with the names */
  readonly isSheetBegun: boolean
}

/** Locks the names, and has the window forget all of a patient; asks first where a sheet is being written. */
export function LockButton({ ask, isSheetBegun }: LockButtonProps) {
  const { t } = useWords()
  const lock = () => void ask('history.lock', {})
  if (!isSheetBegun) return <PushButton onPress={lock}>{t('history.lock')}</PushButton>
  return (
    <ConfirmButton
      title={t('history.startFromAsk')}
      why={t('history.lockWhy')}
      keep={t('history.startFromKeep')}
      go={t('history.lockGo')}
      onGo={lock}
    >
      {t('history.lock')}
    </ConfirmButton>
  )
}
