import { Tick } from '../ui/tick.tsx'

type PdfOptionsFieldProps = { readonly withRecord: boolean; readonly onSwitch: (withRecord: boolean) => void }

/** What else a saved PDF can hold, folded away. */
export function PdfOptionsField({ withRecord, onSwitch }: PdfOptionsFieldProps) {
  return (
    <details className="printer-options">
      <summary>PDF options {withRecord && <span className="optional">(with the record)</span>}</summary>
      <Tick
        label="Save with the record for the chart (FHIR)"
        note="what was given and when; no name, result or note"
        on={withRecord}
        onSwitch={onSwitch}
      />
    </details>
  )
}
