import { Input, TextArea, TextField as AriaTextField } from 'react-aria-components'
import { drawOnChange } from './draw-on-change.tsx'
import { FieldLabel, FieldNotes } from './field-notes.tsx'

type TextFieldProps = {
  readonly label: string
  readonly hideLabel?: boolean
  readonly value: string
  readonly onType: (text: string) => void
  readonly hint?: string | undefined
  readonly problem?: string | undefined
  readonly inputMode?: 'text' | 'decimal' | 'numeric' | 'tel'
  readonly type?: 'text' | 'password'
  readonly placeholder?: string
  /** has the focus once it is there */
  readonly takesFocus?: boolean
  /** the Enter key, once no character is being composed */
  readonly onEnter?: () => void
  /** what it is called within its form */
  readonly name?: string
  /** lines to begin with, for text of many lines */
  readonly rows?: number
}

/**
 * Characters that a field takes, far more than any may have: so that a megabyte from the clipboard is told to be too long
 * without holding up the window.
 */
export const mostTyped = { oneLine: 1000, manyLines: 2500 } as const

function DrawTextField(props: TextFieldProps) {
  const { label, hideLabel = false, value, onType, hint, problem, rows } = props
  const { inputMode = 'text', type = 'text', placeholder, onEnter, name, takesFocus = false } = props
  return (
    <AriaTextField
      className="field"
      value={value}
      onChange={onType}
      isInvalid={problem !== undefined}
      validationBehavior="aria"
      type={type}
      inputMode={inputMode}
      autoComplete="off"
      spellCheck="false"
      // A button led to it.
      // oxlint-disable-next-line jsx-a11y/no-autofocus
      autoFocus={takesFocus}
      {...(name === undefined ? {} : { name })}
    >
      <FieldLabel label={label} isHidden={hideLabel} />
      {rows === undefined ? (
        <Input
          maxLength={mostTyped.oneLine}
          placeholder={placeholder}
          onKeyDown={({ key, nativeEvent }) => key === 'Enter' && !nativeEvent.isComposing && onEnter?.()}
        />
      ) : (
        <TextArea rows={rows} maxLength={mostTyped.manyLines} />
      )}
      <FieldNotes hint={hint} problem={problem} />
    </AriaTextField>
  )
}

/** Typed text, kept as typed: one line, or many. */
export const TextField = drawOnChange(DrawTextField)
