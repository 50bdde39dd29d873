import type { Printer } from '../../ipc/printing.ts'
import { drawOnChange } from '../ui/draw-on-change.tsx'
import { SelectField } from '../ui/select-field.tsx'
import { TextField } from '../ui/text-field.tsx'
import { useWords } from '../words/use-words.ts'
import { readCopies, type PrintDraft } from './print-choice.ts'

type PrintWhereProps = {
  readonly printers: readonly Printer[]
  readonly printer: string
  readonly draft: PrintDraft
  readonly change: (fields: Partial<PrintDraft>) => void
}

type PrinterFieldProps = Omit<PrintWhereProps, 'draft'>

/** The printer alone. */
export function PrinterField({ printers, printer, change }: PrinterFieldProps) {
  const { t } = useWords()
  return (
    <SelectField
      label={t('issue.printer')}
      value={printer}
      options={printers.map(({ name }) => ({ value: name, label: name }))}
      onChoose={(name) => change({ printer: name })}
    />
  )
}

function DrawPrintWhere({ draft, ...where }: PrintWhereProps) {
  const { t } = useWords()
  const { change } = where
  return (
    <div className="issue-where">
      <PrinterField {...where} />
      <TextField
        label={t('issue.copies')}
        inputMode="numeric"
        value={draft.copies}
        problem={readCopies(draft.copies) === null ? '' : undefined} // the bar says it in words
        onType={(copies) => change({ copies })}
      />
    </div>
  )
}

/** The printer, and how many copies. */
export const PrintWhere = drawOnChange(DrawPrintWhere)
