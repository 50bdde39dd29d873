import type { AuditEntry } from '../domain/audit-event.ts'
import type { Bundle } from '../domain/bundle.ts'
import type { Clinic } from '../domain/clinic.ts'
import type { Habits } from '../domain/habits.ts'
import type { KeptLogo } from '../domain/logo.ts'
import { tell } from '../domain/message.ts'
import type { LoggedHandout } from '../domain/handout-log.ts'
import type { PrintChoice } from '../domain/print-choice.ts'
import type { RecordSettings } from '../domain/record-settings.ts'
import { appendAudit, readAudit } from './audit-log.ts'
import { listDamaged } from './check-records.ts'
import { countDamagedContents, listMissingContents, readAllContents } from './content-store.ts'
import { readAllHandouts } from './handout-store.ts'
import { readLogo } from './logo-store.ts'
import { readVersion } from './migrate.ts'
import type { Db } from './open-database.ts'
import { readPrintChoice } from './print-choice-store.ts'
import { readHabits, readRecordSettings, readSettings } from './settings-store.ts'
import { DamagedFile } from './storage-error.ts'

/** Everything clinic.db holds but its key, and the bundles, for people and programs to read. */
export type RecordsExport = {
  readonly program: 'CareSheet'
  readonly exportedAt: string
  readonly schemaVersion: number
  readonly settings: Clinic
  readonly recordSettings: RecordSettings
  readonly habits: Habits
  /** how the last sheet was printed; null before the first */
  readonly printChoice: PrintChoice | null
  readonly logo: { readonly type: KeptLogo['type']; readonly base64: string } | null
  readonly bundles: readonly Bundle[]
  /** the libraries that the sheets were made from: a topic in one has the `contentSha256` of a sheet */
  readonly contents: readonly { readonly sha256: string; readonly library: unknown }[]
  /** each `contentSha256` of a sheet that no topic in them has: it was not kept, or is lost */
  readonly missingContents: readonly string[]
  readonly audit: readonly AuditEntry[]
  /** oldest first */
  readonly handouts: readonly LoggedHandout[]
}

/**
 * Reads everything, checks it, and writes into the audit that it was exported.
 * @throws AppError storage-failed, as when any of it is not as it was written: what is exported is whole
 */
export function exportRecords(db: Db, bundles: readonly Bundle[], at: Date): RecordsExport {
  const collect = db.transaction((): RecordsExport => {
    const { handouts, damaged } = readAllHandouts(db)
    if (damaged + listDamaged(db).length + countDamagedContents(db) > 0)
      throw new DamagedFile('storage-failed', tell('file-damaged', { file: 'clinic.db' }))
    const audit = readAudit(db).entries
    const logo = readLogo(db)
    appendAudit(db, { kind: 'exported', handouts: handouts.length }, at)
    return {
      program: 'CareSheet',
      exportedAt: at.toISOString(),
      schemaVersion: readVersion(db),
      settings: readSettings(db),
      recordSettings: readRecordSettings(db),
      habits: readHabits(db),
      printChoice: readPrintChoice(db),
      logo: logo && { type: logo.type, base64: Buffer.from(logo.bytes).toString('base64') },
      bundles,
      contents: readAllContents(db).map(({ sha256, text }) => ({ sha256, library: JSON.parse(text) as unknown })),
      missingContents: listMissingContents(db),
      audit,
      handouts,
    }
  })
  return collect.immediate()
}
