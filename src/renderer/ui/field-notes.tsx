import { FieldError, Label, Text } from 'react-aria-components'

type FieldLabelProps = { readonly label: string; readonly isHidden: boolean }

/** The name of a field, seen or only told. */
export function FieldLabel({ label, isHidden }: FieldLabelProps) {
  return <Label className={isHidden ? 'visually-hidden' : 'field-label'}>{label}</Label>
}

type FieldNotesProps = { readonly hint?: string | undefined; readonly problem?: string | undefined }

/** What stands beneath a field: its hint, and what is wrong with what was entered. */
export function FieldNotes({ hint, problem }: FieldNotesProps) {
  return (
    <>
      {hint !== undefined && (
        <Text slot="description" elementType="div" className="field-hint">
          {hint}
        </Text>
      )}
      <FieldError elementType="p" className="field-problem">
        {problem}
      </FieldError>
    </>
  )
}
