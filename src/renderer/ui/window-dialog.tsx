import type { ReactNode } from 'react'
import { Dialog, Heading, Modal, ModalOverlay } from 'react-aria-components'

type WindowDialogProps = {
  readonly title: string
  readonly isOpen: boolean
  readonly onClose: () => void
  /** how loud it is: a `stop` must be answered, so a click beside it does not close it */
  readonly tone?: 'plain' | 'stop'
  readonly children: ReactNode
}

/** A dialog over the window. It holds the focus, closes with Escape, and gives the focus back to where it was. */
export function WindowDialog({ title, isOpen, onClose, tone = 'plain', children }: WindowDialogProps) {
  return (
    <ModalOverlay
      className="dialog-ground"
      isOpen={isOpen}
      isDismissable={tone === 'plain'}
      onOpenChange={(open) => {
        if (!open) onClose()
      }}
    >
      <Modal className="dialog-frame" data-tone={tone}>
        <Dialog className="dialog" role={tone === 'stop' ? 'alertdialog' : 'dialog'}>
          <Heading slot="title" className="dialog-title">
            {title}
          </Heading>
          {children}
        </Dialog>
      </Modal>
    </ModalOverlay>
  )
}
