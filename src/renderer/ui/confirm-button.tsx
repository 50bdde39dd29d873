import { useState } from 'react'
import { ConfirmDialog } from './confirm-dialog.tsx'
import { PushButton } from './push-button.tsx'

type ConfirmButtonProps = {
  readonly className?: string
  readonly title: string
  readonly why: string
  readonly keep: string
  readonly go: string
  readonly isDisabled?: boolean
  readonly onGo: () => void
  /** what stands on the button */
  readonly children: string
}

/** A button for what cannot be taken back: it asks once more first. */
export function ConfirmButton({
  className = 'button',
  children,
  isDisabled = false,
  onGo,
  ...asked
}: ConfirmButtonProps) {
  const [isOpen, setIsOpen] = useState(false)
  const close = () => setIsOpen(false)
  const go = () => {
    close()
    onGo()
  }
  return (
    <>
      <PushButton className={className} isDisabled={isDisabled} onPress={() => setIsOpen(true)}>
        {children}
      </PushButton>
      <ConfirmDialog {...asked} isOpen={isOpen} onGo={go} onClose={close} />
    </>
  )
}
