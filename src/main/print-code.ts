import type { AuditEvent } from '../domain/audit-event.ts'
import { AppError } from '../domain/app-error.ts'
import type { Clinic } from '../domain/clinic.ts'
import { tell } from '../domain/message.ts'
import type { OneCopy } from '../ipc/history.ts'
import type { KeptHistory } from './keep-history.ts'
import type { PrintQueue } from './print-queue.ts'

/** Prints the page of a recovery code. @returns the job @throws AppError not-available while the names are locked, or for a code that does not unlock them */
export type PrintCode = (code: string, choice: OneCopy) => Promise<number>

type PrintCodeKit = {
  readonly history: Pick<KeptHistory, 'isCode'>
  readonly draw: (code: string) => Promise<Uint8Array>
  readonly readSettings: () => Pick<Clinic, 'paper'>
  readonly printQueue: Pick<PrintQueue, 'add'>
  readonly record: (event: AuditEvent) => void
}

/** Makes the function that prints a recovery code: by the queue of the sheets, but it is none, so no list of sheets has it. */
export function preparePrintCode({ history, draw, readSettings, printQueue, record }: PrintCodeKit): PrintCode {
  return async (code, choice) => {
    const pdf = await draw(code)
    // Locked meanwhile, nothing prints; and on paper, a code that opens nothing would be found out only once it is needed.
    if (!history.isCode(code)) throw new AppError('not-available', tell('code-replaced'))
    return printQueue.add({
      pdf,
      pages: 1,
      target: { ...choice, copies: 1, paper: readSettings().paper },
      onTaken: () => {
        record({ kind: 'history-code-printed' })
        return null
      },
    })
  }
}
