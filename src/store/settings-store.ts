import { Clinic } from '../domain/clinic.ts'
import type { Db } from './open-database.ts'
import { tell } from '../domain/message.ts'
import { toStorageError } from './storage-error.ts'

/** Both columns are TEXT NOT NULL in a STRICT table, so SQLite vouches for this type; what `value` holds is judged below. */
type SettingsRow = { readonly key: string; readonly value: string }

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    return undefined
  }
}

/** Reads the settings. A row that makes no sense counts as not set; it stays in the file until that field is changed. */
export function readSettings(db: Db): Clinic {
  const rows = db.prepare<[], SettingsRow>('SELECT key, value FROM settings').all()
  const entries = rows.map(({ key, value }): [string, unknown] => [key, parseJson(value)])
  return Clinic.parse(Object.fromEntries(entries.filter(([key, value]) => Clinic.safeParse({ [key]: value }).success)))
}

/**
 * Writes the fields that differ from what is stored, all or none.
 * @returns the settings as they now read
 * @throws AppError storage-failed
 */
export function saveSettings(db: Db, clinic: Clinic): Clinic {
  const write = db.transaction(() => {
    const stored = new Map(Object.entries(readSettings(db)))
    const put = db.prepare(
      'INSERT INTO settings (key, value) VALUES (?, ?) ON CONFLICT (key) DO UPDATE SET value = excluded.value',
    )
    for (const [key, value] of Object.entries(clinic))
      if (stored.get(key) !== value) put.run(key, JSON.stringify(value))
    return readSettings(db)
  })
  try {
    return write.immediate()
  } catch (error) {
    throw toStorageError(error, tell('what-settings'))
  }
}
