import type { IsoDate } from '../../domain/calendar.ts'
import type { HistoryRecord } from '../../domain/history.ts'
import type { Ask } from '../clinic-api.ts'
import { useAnswer } from '../use-answer.ts'
import { PrintAgainDialog } from './print-again-dialog.tsx'

type PrintRecordAgainProps = {
  readonly ask: Ask
  readonly record: HistoryRecord
  readonly title: string
  readonly today: IsoDate
  readonly isSheetBegun: boolean
  /** begins a new sheet with its causes */
  readonly onStartFrom: () => void
  readonly onPrinted: (job: number) => void
  readonly onClose: () => void
}

/** Prints a sheet of the history once more, from the very PDF that was given. */
export function PrintRecordAgain({ ask, record: { handout }, ...dialog }: PrintRecordAgainProps) {
  const { data, error } = useAnswer(ask, 'history.show', { record: handout.id }, { isFresh: true })
  return (
    <PrintAgainDialog
      {...dialog}
      ask={ask}
      sheet={data && { isOutdated: data.isOutdated, retestOn: data.record.retestOn }}
      error={error}
      print={async (choice) => (await ask('history.reprint', { record: handout.id, choice })).job}
    />
  )
}
