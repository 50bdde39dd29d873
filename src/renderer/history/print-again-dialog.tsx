import type { IsoDate } from '../../domain/calendar.ts'
import type { PrintChoice } from '../../domain/print-choice.ts'
import { toAppError, type Ask } from '../clinic-api.ts'
import { explainNoPrinter } from '../sheet/explain-blocked.ts'
import { explainCopies, keepOffered, readCopies } from '../sheet/print-choice.ts'
import { PrintWhere } from '../sheet/print-where.tsx'
import { PrinterOptionsField } from '../sheet/printer-options-field.tsx'
import { usePrintChoice } from '../sheet/use-print-choice.ts'
import { usePrintJobs } from '../sheet/use-print-jobs.ts'
import { PushButton } from '../ui/push-button.tsx'
import { WindowDialog } from '../ui/window-dialog.tsx'
import { useTelling } from '../use-telling.ts'
import { useWords } from '../words/use-words.ts'
import { RefusedDialog } from './refused-dialog.tsx'
import { StartFromButton } from './start-from-button.tsx'

type PrintAgainDialogProps = {
  readonly ask: Ask
  readonly title: string
  readonly today: IsoDate
  /** the sheet, once it is there; `retestOn` is the day of the test that stands on it, null for none */
  readonly sheet: { readonly isOutdated: boolean; readonly retestOn: IsoDate | null } | undefined
  /** why it cannot be printed again; null when it can */
  readonly error: Error | null
  /** @returns the job */
  readonly print: (choice: PrintChoice) => Promise<number>
  /** whether a sheet is being written, which a new one would take the place of */
  readonly isSheetBegun: boolean
  /** begins a new sheet in its place, where this one cannot be printed again or should perhaps not */
  readonly onStartFrom: () => void
  /** shows the history with names, which may have the very sheet; left out where none is kept */
  readonly onOpenNames?: (() => void) | undefined
  readonly onPrinted: (job: number) => void
  readonly onClose: () => void
}

/** Prints the very sheet that was given once more; says so where its text is no longer that of today, or its test is past. */
export function PrintAgainDialog(props: PrintAgainDialogProps) {
  const { ask, title, today, sheet, error, isSheetBegun, onStartFrom, onOpenNames, onPrinted, onClose } = props
  const words = useWords()
  const { t, writeDay } = words
  const { told, run } = useTelling()
  const { refresh } = usePrintJobs(ask)
  const { printers, printer, draft, options, change } = usePrintChoice(ask)
  const copies = readCopies(draft.copies)
  const retestOn = sheet?.retestOn ?? ''
  const isPast = retestOn !== '' && retestOn < today
  const reason = explainNoPrinter(printers, t('history.noPrinter'), words) ?? explainCopies(draft.copies, words)
  const print = () =>
    run(async () => {
      if (printer === null || copies === null) return null
      const choice = { printer, copies, ...keepOffered(draft, options) }
      const job = await props.print(choice)
      await refresh()
      onPrinted(job)
      onClose()
      return null
    })
  if (error !== null)
    return (
      <RefusedDialog
        title={title}
        problems={toAppError(error).problems}
        isSheetBegun={isSheetBegun}
        onStartFrom={onStartFrom}
        onOpenNames={onOpenNames}
        onClose={onClose}
      />
    )
  return (
    <WindowDialog title={title} isOpen onClose={onClose}>
      <p>{t(sheet === undefined ? 'history.loading' : 'history.printAgainWhy')}</p>
      {sheet?.isOutdated === true && <p className="care-note">{t('history.outdated')}</p>}
      {isPast && <p className="care-note">{t('history.testPast', { day: writeDay(retestOn) })}</p>}
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
        {(isPast || sheet?.isOutdated === true) && (
          <StartFromButton isSheetBegun={isSheetBegun} onStartFrom={onStartFrom} />
        )}
        <PushButton
          className="button primary"
          isDisabled={printer === null || sheet === undefined || reason !== null}
          onPress={() => void print()}
        >
          {t('issue.print')}
        </PushButton>
      </div>
    </WindowDialog>
  )
}
