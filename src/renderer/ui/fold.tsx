import type { ReactNode } from 'react'
import { Button, Disclosure, DisclosurePanel } from 'react-aria-components'

type FoldProps = {
  readonly title: ReactNode
  readonly className: string
  /** whether it is open, for who decides that outside; left out, it is opened and closed by its title alone */
  readonly isOpen?: boolean
  readonly onOpenChange?: (isOpen: boolean) => void
  readonly children: ReactNode
}

/** Something one click away: its title opens and closes it. */
export function Fold({ title, className, isOpen, onOpenChange, children }: FoldProps) {
  return (
    <Disclosure
      className={`fold ${className}`}
      {...(isOpen === undefined ? {} : { isExpanded: isOpen })}
      {...(onOpenChange === undefined ? {} : { onExpandedChange: onOpenChange })}
    >
      <Button slot="trigger" className="fold-title">
        <span className="fold-arrow" aria-hidden="true" />
        <span>{title}</span>
      </Button>
      <DisclosurePanel className="fold-panel">{children}</DisclosurePanel>
    </Disclosure>
  )
}
