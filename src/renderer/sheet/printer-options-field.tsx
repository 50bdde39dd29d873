import type { PrinterOptions } from '../../ipc/printing.ts'
import { SelectField } from '../ui/select-field.tsx'
import { describeOptions, keepOffered, sidesNames, type PrintDraft } from './print-choice.ts'

const asSet = { value: '', label: 'As the printer is set' } as const

type PrinterOptionsFieldProps = {
  readonly options: PrinterOptions
  readonly draft: PrintDraft
  readonly change: (fields: Partial<PrintDraft>) => void
}

/** What else this printer lets one choose, folded away; nothing at all where it leaves no choice. */
export function PrinterOptionsField({ options, draft, change }: PrinterOptionsFieldProps) {
  const { sides, trays } = options
  if (sides.length + trays.length === 0) return null
  const chosen = keepOffered(draft, options)
  const summary = describeOptions(chosen, options)
  return (
    <details className="printer-options">
      <summary>Printer options {summary !== '' && <span className="optional">({summary})</span>}</summary>
      <div className="side-by-side">
        {sides.length > 0 && (
          <SelectField
            label="Sides"
            value={chosen.sides ?? ''}
            options={[asSet, ...sides.map((each) => ({ value: each, label: sidesNames[each] }))]}
            onChoose={(each) => change({ sides: each === '' ? null : each })}
          />
        )}
        {trays.length > 0 && (
          <SelectField
            label="Tray"
            value={chosen.tray ?? ''}
            options={[asSet, ...trays.map(({ id, name }) => ({ value: id, label: name }))]}
            onChoose={(id) => change({ tray: id === '' ? null : id })}
          />
        )}
      </div>
    </details>
  )
}
