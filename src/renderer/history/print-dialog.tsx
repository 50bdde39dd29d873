import { useEffect, type ReactNode } from 'react'
import { useQueryClient } from '@tanstack/react-query'
import type { PrintChoice } from '../../domain/print-choice.ts'
import type { Ask } from '../clinic-api.ts'
import { explainNoPrinter } from '../sheet/explain-blocked.ts'
import { explainCopies, keepOffered, readCopies } from '../sheet/print-choice.ts'
import { PrinterField, PrintWhere } from '../sheet/print-where.tsx'
import { PrinterOptionsField } from '../sheet/printer-options-field.tsx'
import { usePrintChoice } from '../sheet/use-print-choice.ts'
import { usePrintJobs } from '../sheet/use-print-jobs.ts'
import { PushButton } from '../ui/push-button.tsx'
import { WindowDialog } from '../ui/window-dialog.tsx'
import { toAnswerKey } from '../use-answer.ts'
import { useTelling } from '../use-telling.ts'
import { useWords } from '../words/use-words.ts'

type PrintDialogProps = {
  readonly ask: Ask
  readonly title: string
  /** whether it is there, to be printed */
  readonly isReady: boolean
  /** whether one copy is all there ever is */
  readonly isOnce?: boolean
  /** what to do where there is no printer */
  readonly noPrinter: string
  /** @returns the job */
  readonly print: (choice: PrintChoice) => Promise<number>
  readonly onPrinted: (job: number) => void
  readonly onClose: () => void
  /** what can be done instead */
  readonly instead?: ReactNode
  /** what is printed, and what is to be known of it */
  readonly children: ReactNode
}

/** Asks on which printer, and prints; what keeps it from printing is told there. */
export function PrintDialog(props: PrintDialogProps) {
  const { ask, title, isReady, isOnce = false, noPrinter, onPrinted, onClose, instead, children } = props
  const words = useWords()
  const { t } = words
  const { told, run } = useTelling()
  const { refresh } = usePrintJobs(ask)
  const { printers, printer, draft, options, change } = usePrintChoice(ask)
  const answers = useQueryClient()
  // one may have been connected since
  useEffect(() => void answers.invalidateQueries({ queryKey: toAnswerKey('printers.list', {}) }), [answers])
  const copies = isOnce ? 1 : readCopies(draft.copies)
  const reason = explainNoPrinter(printers, noPrinter, words) ?? (isOnce ? null : explainCopies(draft.copies, words))
  const print = () =>
    run(async () => {
      if (printer === null || copies === null) return null
      const job = await props.print({ printer, copies, ...keepOffered(draft, options) })
      await refresh()
      onPrinted(job)
      onClose()
      return null
    })
  const Where = isOnce ? PrinterField : PrintWhere
  return (
    <WindowDialog title={title} isOpen onClose={onClose}>
      {children}
      {printers !== null && printer !== null && (
        <Where printers={printers} printer={printer} draft={draft} change={change} />
      )}
      <PrinterOptionsField options={options} draft={draft} change={change} />
      <p className="issue-reason">{reason}</p>
      <p role="alert" className="field-problem">
        {told?.tone === 'stop' && told.text}
      </p>
      <div className="dialog-buttons">
        <PushButton onPress={onClose}>{t('records.goBack')}</PushButton>
        {instead}
        <PushButton
          className="button primary"
          isDisabled={printer === null || !isReady || reason !== null}
          onPress={() => void print()}
        >
          {t('issue.print')}
        </PushButton>
      </div>
    </WindowDialog>
  )
}
