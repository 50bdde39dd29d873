import { Button, ListBox, ListBoxItem, Popover, Select, SelectValue } from 'react-aria-components'
import { drawOnChange } from './draw-on-change.tsx'
import { FieldLabel, FieldNotes } from './field-notes.tsx'

export type Option<T extends string> = { readonly value: T; readonly label: string }

type SelectFieldProps<T extends string> = {
  readonly label: string
  readonly hideLabel?: boolean
  readonly value: T
  readonly options: readonly Option<T>[]
  readonly onChoose: (value: T) => void
  readonly problem?: string | undefined
  /** has the focus once it is there */
  readonly takesFocus?: boolean
}

/** A key of a list cannot be empty, a value can: "no other language". */
const toKey = (value: string) => `=${value}`

function DrawSelectField<T extends string>(props: SelectFieldProps<T>) {
  const { label, hideLabel = false, value, options, onChoose, problem, takesFocus = false } = props
  const choose = (key: unknown) => {
    const option = options.find((each) => toKey(each.value) === key)
    if (option) onChoose(option.value)
  }
  return (
    <Select
      className="field"
      value={toKey(value)}
      onChange={choose}
      isInvalid={problem !== undefined}
      validationBehavior="aria"
      // What stood in its place led to it.
      // oxlint-disable-next-line jsx-a11y/no-autofocus
      autoFocus={takesFocus}
    >
      <FieldLabel label={label} isHidden={hideLabel} />
      <Button className="select-button">
        <SelectValue className="select-value" />
        <span className="select-arrow" aria-hidden="true" />
      </Button>
      <FieldNotes problem={problem} />
      <Popover className="popover" offset={4}>
        <ListBox className="options">
          {options.map((option) => (
            <ListBoxItem key={option.value} id={toKey(option.value)} textValue={option.label} className="option">
              {option.label}
            </ListBoxItem>
          ))}
        </ListBox>
      </Popover>
    </Select>
  )
}

/** One choice of a short list. */
// the wrapper keeps every prop as it is, and so for which values the field is
export const SelectField = drawOnChange(DrawSelectField) as typeof DrawSelectField
