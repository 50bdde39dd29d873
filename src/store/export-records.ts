import type { AuditEntry } from '../domain/audit-event.ts'
import type { Clinic } from '../domain/clinic.ts'
import type { LoggedHandout } from '../domain/handout-log.ts'
import type { RecordSettings } from '../domain/record-settings.ts'
import { appendAudit, readAudit } from './audit-log.ts'
import { listHandouts } from './handout-store.ts'
import { readVersion } from './migrate.ts'
import type { Db } from './open-database.ts'
import { readRecordSettings, readSettings } from './settings-store.ts'

/** Everything clinic.db holds but its key, for people and programs to read. */
export type RecordsExport = {
  readonly program: 'CareSheet'
  readonly exportedAt: string
  readonly schemaVersion: number
  readonly settings: Clinic
  readonly recordSettings: RecordSettings
  /** `brokenAt`: the number of the first entry that is not as it was written; null when all are */
  readonly audit: { readonly brokenAt: number | null; readonly entries: readonly AuditEntry[] }
  /** oldest first */
  readonly handouts: readonly LoggedHandout[]
  /** rows that are not as they were written, and are left out */
  readonly damagedHandouts: number
}

const rowsAtOnce = 1000

/** Reads everything, checks it, and writes into the audit that it was exported. @throws AppError storage-failed */
export function exportRecords(db: Db, at: Date): RecordsExport {
  const collect = db.transaction((): RecordsExport => {
    const handouts: LoggedHandout[] = []
    let damagedHandouts = 0
    let before: number | null = null
    do {
      const page = listHandouts(db, {}, before, rowsAtOnce)
      handouts.push(...page.handouts)
      damagedHandouts += page.damaged
      before = page.next
    } while (before !== null)
    const audit = readAudit(db)
    appendAudit(db, { kind: 'exported', handouts: handouts.length }, at)
    return {
      program: 'CareSheet',
      exportedAt: at.toISOString(),
      schemaVersion: readVersion(db),
      settings: readSettings(db),
      recordSettings: readRecordSettings(db),
      audit,
      handouts: handouts.toReversed(),
      damagedHandouts,
    }
  })
  return collect.immediate()
}
