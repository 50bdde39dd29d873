import { openDatabase, type Db } from './open-database.ts'
import type { Schema } from './migrate.ts'
import { settingsMigration } from './migrations/0010-settings.ts'
import { printChoiceMigration } from './migrations/0020-print-choice.ts'

/** "CSCL" in ASCII, so that a file says whose it is. */
const applicationId = 0x43_53_43_4c

/** clinic.db and how it came to be. */
export const clinicSchema: Schema = { applicationId, migrations: [settingsMigration, printChoiceMigration] }

/** Opens clinic.db: what this clinic decided, and how it last printed. @throws AppError storage-failed */
export function openClinicDatabase(path: string): Db {
  return openDatabase(path, clinicSchema)
}
