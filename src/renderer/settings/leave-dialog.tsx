import { PushButton } from '../ui/push-button.tsx'
import { WindowDialog } from '../ui/window-dialog.tsx'
import { useWords } from '../words/use-words.ts'

type LeaveDialogProps = {
  readonly isOpen: boolean
  readonly onSave: () => void
  /** leaves, and forgets what was typed */
  readonly onDrop: () => void
  readonly onStay: () => void
}

/** Asks what becomes of settings that were typed and not saved, before another view comes. */
export function LeaveDialog({ isOpen, onSave, onDrop, onStay }: LeaveDialogProps) {
  const { t } = useWords()
  return (
    <WindowDialog title={t('settings.unsaved')} isOpen={isOpen} onClose={onStay}>
      <p>{t('settings.unsavedWhy')}</p>
      <div className="dialog-buttons">
        <PushButton onPress={onStay}>{t('settings.goBack')}</PushButton>
        <PushButton onPress={onDrop}>{t('settings.drop')}</PushButton>
        <PushButton className="button primary" takesFocus onPress={onSave}>
          {t('settings.save')}
        </PushButton>
      </div>
    </WindowDialog>
  )
}
