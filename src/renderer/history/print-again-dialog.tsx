import type { IsoDate } from '../../domain/calendar.ts'
import type { PrintChoice } from '../../domain/print-choice.ts'
import { toAppError, type Ask } from '../clinic-api.ts'
import { useWords } from '../words/use-words.ts'
import { PrintDialog } from './print-dialog.tsx'
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
  const { ask, title, today, sheet, error, isSheetBegun, onStartFrom, onOpenNames, print, onPrinted, onClose } = props
  const { t, writeDay } = useWords()
  const retestOn = sheet?.retestOn ?? ''
  const isPast = retestOn !== '' && retestOn < today
  const isDoubtful = isPast || sheet?.isOutdated === true
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
    <PrintDialog
      ask={ask}
      title={title}
      isReady={sheet !== undefined}
      noPrinter={t('history.noPrinter')}
      print={print}
      instead={isDoubtful && <StartFromButton isSheetBegun={isSheetBegun} onStartFrom={onStartFrom} />}
      onPrinted={onPrinted}
      onClose={onClose}
    >
      <p>{t(sheet === undefined ? 'history.loading' : 'history.printAgainWhy')}</p>
      {sheet?.isOutdated === true && <p className="care-note">{t('history.outdated')}</p>}
      {isPast && <p className="care-note">{t('history.testPast', { day: writeDay(retestOn) })}</p>}
    </PrintDialog>
  )
}
