import { AppError } from '../domain/app-error.ts'
import type { AuditEvent } from '../domain/audit-event.ts'
import { tell, type Message } from '../domain/message.ts'
import { recordEvent } from '../store/audit-log.ts'
import type { KeptClinic } from './keep-clinic.ts'
import { logFailure } from './log-failure.ts'

/** What writes down what was done with the names. Nothing is refused because it cannot: it is told. */
export type KeptAudit = {
  readonly record: (event: AuditEvent) => void
  /** why something done since the start is not written down; null when all is */
  readonly readTrouble: () => Message | null
}

/** Makes what writes into the audit of clinic.db, also where that does not open. */
export function keepAudit({ use }: Pick<KeptClinic, 'use'>, readTime: () => Date): KeptAudit {
  let trouble: Message | null = null
  return {
    record: (event) => {
      try {
        use((db) => recordEvent(db, event, readTime()))
      } catch (error) {
        logFailure('the audit', error)
        trouble = tell('audit-missed', { why: error instanceof AppError ? error.told : tell('fault-inside') })
      }
    },
    readTrouble: () => trouble,
  }
}
