import { openDatabase, type Db } from './open-database.ts'
import type { Schema } from './migrate.ts'
import { settingsMigration } from './migrations/0010-settings.ts'
import { handoutsMigration } from './migrations/0100-handouts.ts'
import { auditMigration } from './migrations/0110-audit.ts'
import { sealedRowsMigration } from './migrations/0120-sealed-rows.ts'
import { contentsMigration } from './migrations/0130-contents.ts'
import { madeOnMigration } from './migrations/0140-made-on.ts'
import { printChoiceMigration } from './migrations/0020-print-choice.ts'
import { logoMigration } from './migrations/0030-logo.ts'

/** "CSCL" in ASCII, so that a file says whose it is. */
const applicationId = 0x43_53_43_4c

/** clinic.db and how it came to be. */
export const clinicSchema: Schema = {
  applicationId,
  ownTables: ['install', 'handouts', 'audit_head'],
  migrations: [
    settingsMigration,
    printChoiceMigration,
    logoMigration,
    handoutsMigration,
    auditMigration,
    sealedRowsMigration,
    contentsMigration,
    madeOnMigration,
  ],
}

/** Opens clinic.db: what this clinic decided, its logo, how it last printed, which sheets were given, and of which content. @throws AppError storage-failed */
export function openClinicDatabase(path: string): Db {
  return openDatabase(path, clinicSchema)
}
