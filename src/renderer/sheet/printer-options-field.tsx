import type { PrinterOptions } from '../../ipc/printing.ts'
import { drawOnChange } from '../ui/draw-on-change.tsx'
import { SelectField } from '../ui/select-field.tsx'
import { Fold } from '../ui/fold.tsx'
import { useWords } from '../words/use-words.ts'
import { describeOptions, keepOffered, nameSides, type PrintDraft } from './print-choice.ts'

type PrinterOptionsFieldProps = {
  readonly options: PrinterOptions
  readonly draft: PrintDraft
  readonly change: (fields: Partial<PrintDraft>) => void
}

function DrawPrinterOptionsField({ options, draft, change }: PrinterOptionsFieldProps) {
  const words = useWords()
  const { t } = words
  const { sides, trays } = options
  if (sides.length + trays.length === 0) return null
  const chosen = keepOffered(draft, options)
  const asSet = { value: '', label: t('issue.asSet') } as const
  const summary = describeOptions(chosen, options, words)
  return (
    <Fold
      className="printer-options"
      title={
        <>
          {t('issue.options')} {summary !== '' && <span className="optional">({summary})</span>}
        </>
      }
    >
      <div className="side-by-side">
        {sides.length > 0 && (
          <SelectField
            label={t('issue.sides')}
            value={chosen.sides ?? ''}
            options={[asSet, ...sides.map((each) => ({ value: each, label: nameSides(each, words) }))]}
            onChoose={(each) => change({ sides: each === '' ? null : each })}
          />
        )}
        {trays.length > 0 && (
          <SelectField
            label={t('issue.tray')}
            value={chosen.tray ?? ''}
            options={[asSet, ...trays.map(({ id, name }) => ({ value: id, label: name }))]}
            onChoose={(id) => change({ tray: id === '' ? null : id })}
          />
        )}
      </div>
    </Fold>
  )
}

/** What else this printer lets one choose, folded away; nothing at all where it leaves no choice. */
export const PrinterOptionsField = drawOnChange(DrawPrinterOptionsField)
