import { Button } from 'react-aria-components'
import { drawOnChange } from './draw-on-change.tsx'

type PushButtonProps = {
  readonly className?: string
  /** what it is called where its words alone do not say it */
  readonly name?: string
  readonly title?: string
  /** the letter that does the same together with Ctrl, or Cmd on a Mac */
  readonly letter?: string
  /** whether the key is written on the button */
  readonly showKey?: boolean
  /** whether it leads to what is on screen now */
  readonly isCurrent?: boolean
  readonly isDisabled?: boolean
  /** nothing to do now, though it keeps the focus it has */
  readonly isIdle?: boolean
  readonly describedBy?: string | undefined
  readonly onPress: () => void
  readonly children: string
}

function DrawPushButton(props: PushButtonProps) {
  const { className = 'button', name, title, letter, showKey = false, children, onPress } = props
  const { isCurrent = false, isDisabled = false, isIdle = false, describedBy } = props
  const more = {
    title,
    'aria-label': name,
    'aria-current': isCurrent ? ('page' as const) : undefined,
    'aria-disabled': isIdle || undefined,
    'aria-keyshortcuts': letter === undefined ? undefined : `Control+${letter}`,
    'aria-describedby': describedBy,
  }
  return (
    <Button
      className={className}
      isDisabled={isDisabled}
      onPress={onPress}
      render={(button) => <button type="button" {...button} {...more} />}
    >
      {children}
      {showKey && letter !== undefined && <kbd aria-hidden="true">Ctrl {letter}</kbd>}
    </Button>
  )
}

/** A button with plain words, perhaps for what a key does too. */
export const PushButton = drawOnChange(DrawPushButton)
