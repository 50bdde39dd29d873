import { tell } from '../domain/message.ts'
import { toKeptLogo, type KeptLogo } from '../domain/logo.ts'
import type { Db } from './open-database.ts'
import { toStorageError } from './storage-error.ts'

/** The clinic's logo; null where there is none, or for bytes that are none. */
export function readLogo(db: Db): KeptLogo | null {
  const picture = db.prepare('SELECT picture FROM logo').pluck().get()
  return picture instanceof Uint8Array ? toKeptLogo(new Uint8Array(picture)) : null
}

/** Keeps a logo in place of the one before, or none. @throws AppError storage-failed, and the one before is still there */
export function saveLogo(db: Db, logo: KeptLogo | null): void {
  try {
    if (logo === null) db.prepare('DELETE FROM logo').run()
    else db.prepare('INSERT OR REPLACE INTO logo (only_row, picture) VALUES (1, ?)').run(Buffer.from(logo.bytes))
  } catch (error) {
    throw toStorageError(error, logo === null ? tell('what-logo-removed') : tell('what-logo-kept'))
  }
}
