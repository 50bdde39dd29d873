import { AppError } from '../domain/app-error.ts'
import { tell, type Message } from '../domain/message.ts'
import { readAudit } from '../store/audit-log.ts'
import { countDamagedContents } from '../store/content-store.ts'
import { listDamagedSettings } from '../store/settings-store.ts'
import type { KeptClinic } from './keep-clinic.ts'

/** What is wrong with the records, one each; empty when all is well. */
export function describeRecords({ use, listHealed }: Pick<KeptClinic, 'use' | 'listHealed'>): Message[] {
  try {
    const { brokenAt, settings, contents } = use((db) => ({
      brokenAt: readAudit(db).brokenAt,
      settings: listDamagedSettings(db),
      contents: countDamagedContents(db),
    }))
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
