import { Clinic } from '../domain/clinic.ts'
import { Habits } from '../domain/habits.ts'
import { mostHistoryDays } from '../domain/history.ts'
import { RecordSettings } from '../domain/record-settings.ts'
import { appendAudit, findLastTouch } from './audit-log.ts'
import { knowsDays, noteMoreDays, noteSettings, tryNote } from './copies-note.ts'
import type { Db } from './open-database.ts'
import { isSeal, readInstallKey, sealRow } from './seal.ts'
import { tell } from '../domain/message.ts'
import { toStorageError } from './storage-error.ts'

/** The first two columns are TEXT NOT NULL in a STRICT table; what `value` holds, and whether `seal` fits, is judged below. */
type SettingsRow = { readonly key: string; readonly value: string; readonly seal: unknown }

/** Settings of one kind: each field has a default, and no field has the name of another kind's. */
type Fields<T extends object> = {
  readonly safeParse: (raw: unknown) => { readonly success: boolean }
  readonly parse: (raw: unknown) => T
}

/** The names of all settings, of every kind. */
export const settingNames = [Clinic, RecordSettings, Habits].flatMap(({ shape }) => Object.keys(shape))

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    return undefined
  }
}

function listRows(db: Db): SettingsRow[] {
  return db.prepare<[], SettingsRow>('SELECT key, value, seal FROM settings').all()
}

/** Whether a setting is as it was saved. One flipped bit could make another emergency number of it. */
function isIntact(installKey: Uint8Array, { key, value, seal }: SettingsRow): boolean {
  return isSeal(seal, sealRow(installKey, 'settings', [key, value]))
}

/** Reads the settings of one kind. A row that makes no sense counts as not set; it stays in the file until it is changed. */
function readFields<T extends object>(db: Db, fields: Fields<T>): T {
  const installKey = readInstallKey(db)
  const entries = listRows(db)
    .filter((row) => isIntact(installKey, row))
    .map(({ key, value }): [string, unknown] => [key, parseJson(value)])
  const fitting = entries.filter(([key, value]) => fields.safeParse({ [key]: value }).success)
  return fields.parse(Object.fromEntries(fitting))
}

/** Writes the fields that differ from what is stored, and which they were into the audit, all or none. @returns all of that kind as they now read */
function saveFields<T extends object>(db: Db, fields: Fields<T>, wanted: T, at: Date): T {
  const write = db.transaction(() => {
    const installKey = readInstallKey(db)
    const stored = new Map<string, unknown>(Object.entries(readFields(db, fields)))
    const put = db.prepare(
      'INSERT INTO settings (key, value, seal) VALUES (?, ?, ?) ON CONFLICT (key) DO UPDATE SET value = excluded.value, seal = excluded.seal',
    )
    const changed = Object.entries(wanted).filter(
      ([key, value]) => JSON.stringify(stored.get(key)) !== JSON.stringify(value),
    )
    for (const [key, value] of changed) {
      const text = JSON.stringify(value)
      put.run(key, text, sealRow(installKey, 'settings', [key, text]))
    }
    if (changed.length > 0) appendAudit(db, { kind: 'settings-changed', fields: changed.map(([key]) => key) }, at)
    return readFields(db, fields)
  })
  try {
    return write.immediate()
  } catch (error) {
    throw toStorageError(error, tell('what-settings'))
  }
}

/** The settings that sheets print. */
export function readSettings(db: Db): Clinic {
  return readFields(db, Clinic)
}

/**
 * Saves the settings that sheets print.
 * @returns the settings as they now read
 * @throws AppError storage-failed
 */
export function saveSettings(db: Db, clinic: Clinic, at: Date): Clinic {
  return saveFields(db, Clinic, clinic, at)
}

/**
 * The settings of the records as a file has them. While it cannot be read for how many days the history is kept, it is for as
 * many as were noted, or for the most there can be: by other days names could go that were to stay.
 */
export function readOwnRecordSettings(db: Db): RecordSettings {
  const settings = readFields(db, RecordSettings)
  const installKey = readInstallKey(db)
  const rows = listRows(db)
  const intact = rows.filter((row) => isIntact(installKey, row))
  const isUnsure = intact.length < rows.length && !intact.some(({ key }) => key === 'historyDays')
  return isUnsure ? { ...settings, historyDays: tryNote(db.name)?.days?.history ?? mostHistoryDays } : settings
}

/**
 * The settings of the records as they hold: for how many days the history is kept and where the copies go as was last chosen
 * here, though the file be of before, another one that was restored, or made anew of copies.
 * @param db clinic.db
 */
export function readRecordSettings(db: Db): RecordSettings {
  const own = readOwnRecordSettings(db)
  const { days, folder } = (db.memory ? null : tryNote(db.name)) ?? {}
  const hasDays = !days || days.history === own.historyDays || knowsDays(db, days)
  const hasFolder =
    folder === undefined || folder === own.backupFolder || findLastTouch(db, 'backupFolder') === 'settings-changed'
  return {
    ...own,
    historyDays: hasDays ? own.historyDays : days.history,
    backupFolder: hasFolder ? own.backupFolder : folder,
  }
}

/**
 * Saves the settings of the records, and notes beside clinic.db what must be known though that be lost.
 * @returns them as they now read
 * @throws AppError storage-failed
 */
export function saveRecordSettings(db: Db, settings: RecordSettings, at: Date): RecordSettings {
  try {
    if (!db.memory) noteMoreDays(db.name, settings.historyDays)
  } catch (error) {
    throw toStorageError(error, tell('what-settings'))
  }
  const saved = saveFields(db, RecordSettings, settings, at)
  try {
    if (!db.memory) noteSettings(db, saved)
  } catch {
    // They are saved, and are noted once clinic.db is opened again; to say that they are not would be untrue.
  }
  return saved
}

/** What a clinic writes again and again. */
export function readHabits(db: Db): Habits {
  return readFields(db, Habits)
}

/** Saves what a clinic writes again and again. @returns it as it now reads @throws AppError storage-failed */
export function saveHabits(db: Db, habits: Habits, at: Date): Habits {
  return saveFields(db, Habits, habits, at)
}

/** The settings that the disk, or someone, has changed: they count as not set. */
export function listDamagedSettings(db: Db): string[] {
  const installKey = readInstallKey(db)
  return listRows(db).flatMap((row) => (isIntact(installKey, row) ? [] : [row.key]))
}
