import { Button } from 'react-aria-components'
import { drawOnChange } from './draw-on-change.tsx'
import { nameKeys, useKeyboard, writeKeys } from './keyboard.ts'

type PushButtonProps = {
  readonly className?: string
  /** what it is called where its words alone do not say it */
  readonly name?: string
  readonly title?: string
  /** the keys that do the same, as `useShortcuts` names them */
  readonly keys?: string
  /** whether the key is written on the button */
  readonly showKey?: boolean
  /** whether it leads to what is on screen now */
  readonly isCurrent?: boolean
  readonly isDisabled?: boolean
  /** nothing to do now, though it keeps the focus it has */
  readonly isIdle?: boolean
  /** has the focus once it is there */
  readonly takesFocus?: boolean
  readonly describedBy?: string | undefined
  readonly onPress: () => void
  readonly children: string
}

function DrawPushButton(props: PushButtonProps) {
  const { className = 'button', name, title, keys, showKey = false, children, onPress } = props
  const keyboard = useKeyboard()
  const { isCurrent = false, isDisabled = false, isIdle = false, takesFocus = false, describedBy } = props
  const more = {
    title,
    'aria-label': name,
    'aria-current': isCurrent ? ('page' as const) : undefined,
    'aria-disabled': isIdle || undefined,
    'aria-keyshortcuts': keys === undefined ? undefined : nameKeys(keyboard, keys),
    'aria-describedby': describedBy,
  }
  return (
    <Button
      className={className}
      isDisabled={isDisabled}
      // A dialog must have the focus, and on what harms least.
      // oxlint-disable-next-line jsx-a11y/no-autofocus
      autoFocus={takesFocus}
      onPress={onPress}
      render={(button) => <button type="button" {...button} {...more} />}
    >
      {children}
      {showKey && keys !== undefined && <kbd aria-hidden="true">{writeKeys(keyboard, keys)}</kbd>}
    </Button>
  )
}

/** A button with plain words, perhaps for what a key does too. */
export const PushButton = drawOnChange(DrawPushButton)
