import type { ReactNode } from 'react'
import { Field } from './field.tsx'

export type Option<T extends string> = { readonly value: T; readonly label: string }

type SelectFieldProps<T extends string> = {
  readonly label: string
  readonly hideLabel?: boolean
  readonly value: T
  readonly options: readonly Option<T>[]
  readonly onChoose: (value: T) => void
  readonly hint?: ReactNode
  readonly problem?: string | undefined
  readonly disabled?: boolean
}

/** One choice of a short list. */
export function SelectField<T extends string>({
  value,
  options,
  onChoose,
  disabled = false,
  ...field
}: SelectFieldProps<T>) {
  const choose = (chosen: string) => {
    const option = options.find((each) => each.value === chosen)
    if (option) onChoose(option.value)
  }
  return (
    <Field {...field}>
      {(links) => (
        <select {...links} value={value} disabled={disabled} onChange={(event) => choose(event.target.value)}>
          {options.map((option) => (
            <option key={option.value} value={option.value}>
              {option.label}
            </option>
          ))}
        </select>
      )}
    </Field>
  )
}
