import { tell } from '../domain/message.ts'
import { toKeptLogo, type KeptLogo } from '../domain/logo.ts'
import { readOneRow, writeOneRow } from './one-row.ts'
import type { Db } from './open-database.ts'
import { toStorageError } from './storage-error.ts'

/** The clinic's logo; null where there is none, for bytes that are none, and for those that the disk changed. */
export function readLogo(db: Db): KeptLogo | null {
  const row = readOneRow(db, 'logo')
  const picture = row === null || row === 'damaged' ? null : row['picture']
  return picture instanceof Uint8Array ? toKeptLogo(new Uint8Array(picture)) : null
}

/** Keeps a logo in place of the one before, or none. @throws AppError storage-failed, and the one before is still there */
export function saveLogo(db: Db, logo: KeptLogo | null): void {
  try {
    if (logo === null) db.prepare('DELETE FROM logo').run()
    else writeOneRow(db, 'logo', { picture: Buffer.from(logo.bytes) })
  } catch (error) {
    throw toStorageError(error, logo === null ? tell('what-logo-removed') : tell('what-logo-kept'))
  }
}
