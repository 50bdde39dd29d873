import { useState } from 'react'
import type { Selection } from '../../domain/selection.ts'
import { SelectField, type Option } from '../ui/select-field.tsx'
import { useShortcuts } from '../ui/use-shortcuts.ts'
import { choosePrinter, explainNoPrinter, type Printer } from './explain-blocked.ts'
import type { Notice } from './use-issue.ts'

const copyChoices: readonly Option<string>[] = ['1', '2', '3', '4', '5'].map((copies) => ({
  value: copies,
  label: copies === '1' ? '1 copy' : `${copies} copies`,
}))

/** A button that leads to what must be mended. */
export type WayOut = { readonly label: string; readonly go: () => void }

type IssueBarProps = {
  readonly selection: Selection | null
  /** why no sheet can be made now; null when one can */
  readonly blocked: string | null
  /** where that can be mended, if the bar can lead there */
  readonly wayOut: WayOut | null
  readonly printers: readonly Printer[] | null
  readonly isBusy: boolean
  readonly notice: Notice | null
  readonly isActive: boolean
  readonly onSave: (selection: Selection) => void
  readonly onPrint: (selection: Selection, printer: string, copies: number) => void
}

/** Saves or prints the sheet, and says what came of it, or why it cannot be done now. */
export function IssueBar(props: IssueBarProps) {
  const { selection, blocked, wayOut, printers, isBusy, notice, isActive, onSave, onPrint } = props
  const [copies, setCopies] = useState('1')
  const [chosen, setChosen] = useState<string | null>(null)
  const printer = choosePrinter(printers, chosen)
  const noPrinter = explainNoPrinter(printers)
  const canSave = selection !== null && blocked === null && !isBusy
  const canPrint = canSave && printer !== null
  const save = () => {
    if (canSave) onSave(selection)
  }
  const print = () => {
    if (canPrint) onPrint(selection, printer, Number(copies))
  }
  useShortcuts({ 'mod+s': save, 'mod+p': print }, isActive)

  const reason = blocked ?? noPrinter
  return (
    <footer className="issue-bar">
      {reason !== null && (
        <p id="issue-reason" className="issue-reason">
          {reason}{' '}
          {wayOut !== null && (
            <button type="button" className="link" onClick={wayOut.go}>
              {wayOut.label}
            </button>
          )}
        </p>
      )}
      <div role="status" className={notice?.tone === 'plain' ? 'notice' : undefined}>
        {notice?.tone === 'plain' && notice.text}
      </div>
      <div role="alert" className={notice?.tone === 'stop' ? 'notice stop' : undefined}>
        {notice?.tone === 'stop' && notice.text}
      </div>
      <div className="issue-actions">
        {printer !== null && (
          <div className="issue-where">
            <SelectField
              label="Printer"
              hideLabel
              value={printer}
              options={(printers ?? []).map(({ name }) => ({ value: name, label: name }))}
              onChoose={setChosen}
            />
            <SelectField label="Copies" hideLabel value={copies} options={copyChoices} onChoose={setCopies} />
          </div>
        )}
        <div className="issue-buttons">
          <button
            type="button"
            className={printer === null ? 'button primary' : 'button'}
            disabled={!canSave}
            aria-describedby={blocked === null ? undefined : 'issue-reason'}
            aria-keyshortcuts="Control+S"
            onClick={save}
          >
            Save PDF
          </button>
          <button
            type="button"
            className={printer === null ? 'button' : 'button primary'}
            disabled={!canPrint}
            aria-describedby={reason === null ? undefined : 'issue-reason'}
            aria-keyshortcuts="Control+P"
            onClick={print}
          >
            Print <kbd aria-hidden="true">Ctrl P</kbd>
          </button>
        </div>
      </div>
    </footer>
  )
}
