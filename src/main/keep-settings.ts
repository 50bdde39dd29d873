import { AppError } from '../domain/app-error.ts'
import { Clinic } from '../domain/clinic.ts'
import { tell } from '../domain/message.ts'
import type { SavedSettings } from '../ipc/contract.ts'
import { readSettings, saveSettings } from '../store/settings-store.ts'
import type { KeptClinic } from './keep-clinic.ts'

/** Reading and saving the settings, whatever became of the disk. */
export type KeptSettings = {
  readonly read: () => Clinic
  /** Says why the settings will be forgotten when the app ends, if they will be. */
  readonly save: (clinic: Clinic) => SavedSettings
  /** Forgets what could not be kept, once a copy has taken the place of the records. */
  readonly forgetUnkept: () => void
}

/**
 * The settings on disk. Nothing on a disk may stop the printing of a sheet, and a sheet needs an emergency number: so what
 * cannot be kept in clinic.db holds until the app ends.
 * @param kept gives clinic.db, or throws AppError storage-failed
 * @param readTime the time, for the audit
 */
export function keepSettings(kept: Pick<KeptClinic, 'use'>, readTime: () => Date): KeptSettings {
  let unkept: Clinic | null = null

  function read(): Clinic {
    if (unkept !== null) return unkept
    try {
      return kept.use(readSettings)
    } catch {
      return Clinic.parse({}) // logged when it was opened, and told in the window on saving
    }
  }

  function save(clinic: Clinic): SavedSettings {
    try {
      const saved = kept.use((db) => saveSettings(db, clinic, readTime()))
      unkept = null
      return { clinic: saved, notKept: null }
    } catch (error) {
      if (!(error instanceof AppError)) throw error
      unkept = clinic
      return { clinic, notKept: tell('settings-not-kept', { why: error.told }) }
    }
  }

  return { read, save, forgetUnkept: () => void (unkept = null) }
}
