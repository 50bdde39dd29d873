import type { ReactNode } from 'react'
import { Field } from './field.tsx'

type TextFieldProps = {
  readonly label: string
  readonly hideLabel?: boolean
  readonly value: string
  readonly onType: (text: string) => void
  readonly hint?: ReactNode
  readonly problem?: string | undefined
  readonly inputMode?: 'text' | 'decimal' | 'numeric' | 'tel'
  readonly type?: 'text' | 'date'
  readonly min?: string
  readonly placeholder?: string
}

/** One line of typed text, kept as typed. */
export function TextField({
  value,
  onType,
  inputMode = 'text',
  type = 'text',
  min,
  placeholder,
  ...field
}: TextFieldProps) {
  return (
    <Field {...field}>
      {(links) => (
        <input
          {...links}
          type={type}
          inputMode={inputMode}
          min={min}
          placeholder={placeholder}
          value={value}
          autoComplete="off"
          spellCheck={false}
          onChange={(event) => onType(event.target.value)}
        />
      )}
    </Field>
  )
}
