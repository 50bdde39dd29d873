import type { Problem } from '../../domain/app-error.ts'
import { PushButton } from '../ui/push-button.tsx'
import { WindowDialog } from '../ui/window-dialog.tsx'
import { useWords } from '../words/use-words.ts'
import { RefusedAgain } from './refused-again.tsx'
import { StartFromButton } from './start-from-button.tsx'

type RefusedDialogProps = {
  readonly title: string
  /** what cannot be done, then each reason that there may be */
  readonly problems: readonly Problem[]
  /** whether a sheet is being written, which a new one would take the place of */
  readonly isSheetBegun: boolean
  /** begins a new sheet with the causes of the one that cannot be given again */
  readonly onStartFrom: () => void
  /** shows the history with names, which may have the very sheet; left out where none is kept */
  readonly onOpenNames?: (() => void) | undefined
  readonly onClose: () => void
}

/** Says why a sheet cannot be given again, and offers what can be done instead. */
export function RefusedDialog(props: RefusedDialogProps) {
  const { title, problems, isSheetBegun, onStartFrom, onOpenNames, onClose } = props
  const { t } = useWords()
  return (
    <WindowDialog title={title} isOpen onClose={onClose}>
      <RefusedAgain problems={problems} />
      {onOpenNames && <p>{t('history.inNames')}</p>}
      <div className="dialog-buttons">
        <PushButton onPress={onClose}>{t('records.goBack')}</PushButton>
        {onOpenNames && <PushButton onPress={onOpenNames}>{t('history.openNames')}</PushButton>}
        <StartFromButton className="button primary" isSheetBegun={isSheetBegun} onStartFrom={onStartFrom} />
      </div>
    </WindowDialog>
  )
}
