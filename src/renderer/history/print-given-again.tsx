import type { IsoDate } from '../../domain/calendar.ts'
import type { LoggedHandout } from '../../domain/handout-log.ts'
import type { Ask } from '../clinic-api.ts'
import { useAnswer } from '../use-answer.ts'
import { PrintAgainDialog } from './print-again-dialog.tsx'

type PrintGivenAgainProps = {
  readonly ask: Ask
  readonly handout: LoggedHandout
  readonly title: string
  readonly today: IsoDate
  readonly onPrinted: (job: number) => void
  readonly isSheetBegun: boolean
  /** begins a new sheet with its causes */
  readonly onStartFrom: () => void
  /** shows the history with names */
  readonly onOpenNames: () => void
  readonly onClose: () => void
}

/** Prints a sheet of the log once more, where it can be made again to the byte; else a new one begins with its causes. */
export function PrintGivenAgain({ ask, handout: { id }, onOpenNames, ...dialog }: PrintGivenAgainProps) {
  const { data, error } = useAnswer(ask, 'log.make-again', { handout: id }, { isFresh: true })
  const names = useAnswer(ask, 'history.status', {}, { isFresh: true }).data?.state
  return (
    <PrintAgainDialog
      {...dialog}
      ask={ask}
      sheet={data}
      error={error}
      onOpenNames={names === 'open' || names === 'locked' ? onOpenNames : undefined}
      print={async (choice) => (await ask('log.reprint', { handout: id, choice })).job}
    />
  )
}
