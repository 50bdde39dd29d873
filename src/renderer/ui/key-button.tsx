import type { ReactNode } from 'react'
import { Button } from 'react-aria-components'

type KeyButtonProps = {
  readonly className?: string
  /** the letter that does the same together with Ctrl, or Cmd on a Mac */
  readonly letter: string
  /** whether the key is written on the button */
  readonly showKey?: boolean
  readonly isDisabled?: boolean
  /** nothing to do now, though it keeps the focus it has */
  readonly isIdle?: boolean
  readonly describedBy?: string | undefined
  readonly onPress: () => void
  readonly children: ReactNode
}

/** A button for what a key does too. */
export function KeyButton(props: KeyButtonProps) {
  const {
    className = 'button',
    letter,
    showKey = false,
    isDisabled = false,
    isIdle = false,
    describedBy,
    onPress,
    children,
  } = props
  return (
    <Button
      className={className}
      isDisabled={isDisabled}
      {...(describedBy === undefined ? {} : { 'aria-describedby': describedBy })}
      onPress={onPress}
      render={(button) => (
        <button type="button" {...button} aria-disabled={isIdle || undefined} aria-keyshortcuts={`Control+${letter}`} />
      )}
    >
      {children}
      {showKey && <kbd aria-hidden="true">Ctrl {letter}</kbd>}
    </Button>
  )
}
