import { useState, type ComponentProps } from 'react'
import type { PrintChoice } from '../../domain/print-choice.ts'
import type { Selection } from '../../domain/selection.ts'
import { useKeyboard, writeKeys } from '../ui/keyboard.ts'
import { PushButton } from '../ui/push-button.tsx'
import { useShortcuts } from '../ui/use-shortcuts.ts'
import { useWords } from '../words/use-words.ts'
import { explainNoPrinter } from './explain-blocked.ts'
import { explainCopies, readCopies } from './print-choice.ts'
import { PdfOptionsField } from './pdf-options-field.tsx'
import { PrintJobs } from './print-jobs.tsx'
import { PrintWhere } from './print-where.tsx'
import { PrinterOptionsField } from './printer-options-field.tsx'
import { StopDialog, type Stop } from './stop-dialog.tsx'
import type { Notice } from './use-issue.ts'
import type { usePrintChoice } from './use-print-choice.ts'

/** A button that leads to what must be mended. */
export type WayOut = { readonly label: string; readonly go: () => void }

type IssueBarProps = {
  readonly selection: Selection | null
  /** why no sheet can be made now; null when one can */
  readonly blocked: string | null
  /** what a safety rule says stop to, asked about before the sheet leaves */
  readonly stop: Stop
  /** where that can be mended, if the bar can lead there */
  readonly wayOut: WayOut | null
  readonly printChoice: ReturnType<typeof usePrintChoice>
  readonly printing: ComponentProps<typeof PrintJobs>
  readonly pdfOptions: ComponentProps<typeof PdfOptionsField>
  readonly isBusy: boolean
  readonly notice: Notice | null
  /** unlocks the names, where the sheet that left was not kept with them; null where that is not so */
  readonly onUnlock: (() => void) | null
  readonly isActive: boolean
  readonly onSave: (selection: Selection) => void
  readonly onPrint: (selection: Selection, choice: PrintChoice) => void
}

/** Saves or prints the sheet, and says what came of it, or why it cannot be done now. */
export function IssueBar(props: IssueBarProps) {
  const words = useWords()
  const { t } = words
  const {
    selection,
    blocked,
    stop,
    wayOut,
    printChoice,
    printing,
    pdfOptions,
    isBusy,
    notice,
    onUnlock,
    isActive,
    onSave,
    onPrint,
  } = props
  const { printers, printer, draft, options, change } = printChoice
  const copies = readCopies(draft.copies)
  const saveKeys = writeKeys(useKeyboard(), 'mod+s')
  const canSave = selection !== null && blocked === null
  const canPrint = canSave && printer !== null && copies !== null
  const [asked, setAsked] = useState<'save' | 'print' | null>(null)
  const leave = (how: 'save' | 'print') => {
    setAsked(null)
    if (how === 'save' && canSave) onSave(selection)
    if (how === 'print' && canPrint) onPrint(selection, { printer, copies, sides: draft.sides, tray: draft.tray })
  }
  const leaveOrAsk = (how: 'save' | 'print') => {
    if (isBusy) return
    const can = how === 'save' ? canSave : canPrint
    // A key that can do nothing leads to why, which is then read aloud.
    if (!can) document.getElementById('issue-reason')?.focus()
    else if (stop.unexplained !== null && can) setAsked(how)
    else leave(how)
  }
  const save = () => leaveOrAsk('save')
  const print = () => leaveOrAsk('print')
  useShortcuts({ 'mod+s': save, 'mod+p': print }, isActive)

  const ifNone = t('issue.noPrinter', { keys: saveKeys })
  const reason =
    blocked ?? stop.unexplained ?? explainNoPrinter(printers, ifNone, words) ?? explainCopies(draft.copies, words)
  return (
    <footer className="issue-bar">
      <StopDialog stop={stop} asked={asked} onGoOn={() => asked && leave(asked)} onClose={() => setAsked(null)} />
      {reason !== null && (
        <p id="issue-reason" className="issue-reason" tabIndex={-1}>
          {reason}{' '}
          {wayOut !== null && (
            <PushButton className="link" onPress={wayOut.go}>
              {wayOut.label}
            </PushButton>
          )}
        </p>
      )}
      <div role="status" className={notice === null || notice.tone === 'stop' ? undefined : `notice ${notice.tone}`}>
        {notice !== null && notice.tone !== 'stop' && notice.text}
      </div>
      <div role="alert" className={notice?.tone === 'stop' ? 'notice stop' : undefined}>
        {notice?.tone === 'stop' && notice.text}
      </div>
      <PrintJobs {...printing} />
      {onUnlock !== null && (
        <div>
          <PushButton className="button small" onPress={onUnlock}>
            {t('issue.unlock')}
          </PushButton>
        </div>
      )}
      <div className="issue-actions">
        {printers !== null && printer !== null && (
          <PrintWhere printers={printers} printer={printer} draft={draft} change={change} />
        )}
        <div className="issue-buttons">
          <PushButton
            keys="mod+s"
            className={printer === null ? 'button primary' : 'button'}
            isDisabled={!canSave}
            isIdle={isBusy}
            describedBy={blocked === null && stop.unexplained === null ? undefined : 'issue-reason'}
            onPress={save}
          >
            {t('issue.save')}
          </PushButton>
          <PushButton
            keys="mod+p"
            showKey
            className={printer === null ? 'button' : 'button primary'}
            isDisabled={!canPrint}
            isIdle={isBusy}
            describedBy={reason === null ? undefined : 'issue-reason'}
            onPress={print}
          >
            {t('issue.print')}
          </PushButton>
        </div>
        <PrinterOptionsField options={options} draft={draft} change={change} />
        <PdfOptionsField {...pdfOptions} />
      </div>
    </footer>
  )
}
