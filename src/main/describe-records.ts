import { AppError } from '../domain/app-error.ts'
import { readAudit } from '../store/audit-log.ts'
import { listDamagedSettings } from '../store/settings-store.ts'
import type { KeptClinic } from './keep-clinic.ts'

/** What is wrong with the records, a sentence each; empty when all is well. */
export function describeRecords({ open, listHealed }: Pick<KeptClinic, 'open' | 'listHealed'>): string[] {
  try {
    const db = open()
    const { brokenAt } = readAudit(db)
    const settings = listDamagedSettings(db)
    return [
      ...listHealed(),
      ...(brokenAt === null
        ? []
        : [
            `The list of what was done to the records is not as it was written, from entry ${brokenAt} on: it was changed outside CareSheet, or the disk is failing.`,
          ]),
      ...(settings.length === 0
        ? []
        : [`Settings were damaged on the disk and count as not set: ${settings.join(', ')}. Please type them again.`]),
    ]
  } catch (error) {
    if (error instanceof AppError) return [`${error.message} Sheets print all the same.`]
    throw error
  }
}
