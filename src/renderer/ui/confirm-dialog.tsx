import { PushButton } from './push-button.tsx'
import { WindowDialog } from './window-dialog.tsx'

type ConfirmDialogProps = {
  readonly title: string
  /** what will be gone, or changed */
  readonly why: string
  readonly keep: string
  readonly go: string
  readonly isOpen: boolean
  readonly onGo: () => void
  readonly onClose: () => void
}

/** Asks once more before what cannot be taken back; the focus is on what harms least. */
export function ConfirmDialog({ title, why, keep, go, isOpen, onGo, onClose }: ConfirmDialogProps) {
  return (
    <WindowDialog title={title} tone="stop" isOpen={isOpen} onClose={onClose}>
      <p>{why}</p>
      <div className="dialog-buttons">
        <PushButton takesFocus onPress={onClose}>
          {keep}
        </PushButton>
        <PushButton className="button stop-button" onPress={onGo}>
          {go}
        </PushButton>
      </div>
    </WindowDialog>
  )
}
