import type { HistoryRecord } from '../../domain/history.ts'
import { toAppError, type Ask } from '../clinic-api.ts'
import { explainNoPrinter } from '../sheet/explain-blocked.ts'
import { explainCopies, keepOffered, readCopies } from '../sheet/print-choice.ts'
import { PrintWhere } from '../sheet/print-where.tsx'
import { PrinterOptionsField } from '../sheet/printer-options-field.tsx'
import { usePrintChoice } from '../sheet/use-print-choice.ts'
import { usePrintJobs } from '../sheet/use-print-jobs.ts'
import { PushButton } from '../ui/push-button.tsx'
import { WindowDialog } from '../ui/window-dialog.tsx'
import { useAnswer } from '../use-answer.ts'
import { useTelling } from '../use-telling.ts'
import { useWords } from '../words/use-words.ts'

type PrintAgainDialogProps = {
  readonly ask: Ask
  readonly record: HistoryRecord
  readonly title: string
  readonly onPrinted: (job: number) => void
  readonly onClose: () => void
}

/** Prints the very sheet that was given once more; says so where its text is no longer that of today. */
export function PrintAgainDialog({ ask, record, title, onPrinted, onClose }: PrintAgainDialogProps) {
  const words = useWords()
  const { t, writeProblem } = words
  const { told, run } = useTelling()
  const { refresh } = usePrintJobs(ask)
  const { printers, printer, draft, options, change } = usePrintChoice(ask)
  const shown = useAnswer(ask, 'history.show', { record: record.handout.id }, { isFresh: true })
  const copies = readCopies(draft.copies)
  const fault = shown.error === null ? null : toAppError(shown.error).problems.map(writeProblem).join(' ')
  const reason =
    fault ?? explainNoPrinter(printers, t('history.noPrinter'), words) ?? explainCopies(draft.copies, words)
  const print = () =>
    run(async () => {
      if (printer === null || copies === null) return null
      const choice = { printer, copies, ...keepOffered(draft, options) }
      const { job } = await ask('history.reprint', { record: record.handout.id, choice })
      await refresh()
      onPrinted(job)
      onClose()
      return null
    })
  return (
    <WindowDialog title={title} isOpen onClose={onClose}>
      <p>{t('history.printAgainWhy')}</p>
      {shown.data?.isOutdated === true && <p className="care-note">{t('history.outdated')}</p>}
      {printers !== null && printer !== null && (
        <PrintWhere printers={printers} printer={printer} draft={draft} change={change} />
      )}
      <PrinterOptionsField options={options} draft={draft} change={change} />
      <p className="issue-reason">{reason}</p>
      <p role="alert" className="field-problem">
        {told?.tone === 'stop' && told.text}
      </p>
      <div className="dialog-buttons">
        <PushButton onPress={onClose}>{t('records.goBack')}</PushButton>
        <PushButton
          className="button primary"
          isDisabled={printer === null || reason !== null}
          onPress={() => void print()}
        >
          {t('issue.print')}
        </PushButton>
      </div>
    </WindowDialog>
  )
}
