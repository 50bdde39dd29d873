import { AppError } from '../domain/app-error.ts'
import { tell, type Message } from '../domain/message.ts'
import { readAudit } from '../store/audit-log.ts'
import { countDamagedContents } from '../store/content-store.ts'
import { listDamagedSettings } from '../store/settings-store.ts'
import type { KeptClinic } from './keep-clinic.ts'

/** What is wrong with the records, one each; empty when all is well. */
export function describeRecords({ open, listHealed }: Pick<KeptClinic, 'open' | 'listHealed'>): Message[] {
  try {
    const db = open()
    const { brokenAt } = readAudit(db)
    const settings = listDamagedSettings(db)
    const contents = countDamagedContents(db)
    return [
      ...listHealed(),
      ...(brokenAt === null ? [] : [tell('audit-broken', { number: brokenAt })]),
      ...(settings.length === 0 ? [] : [tell('settings-damaged', { fields: settings })]),
      ...(contents === 0 ? [] : [tell('contents-damaged', { count: contents })]),
    ]
  } catch (error) {
    if (error instanceof AppError) return [tell('records-closed', { why: error.told })]
    throw error
  }
}
