import { AppError } from '../domain/app-error.ts'
import { tell } from '../domain/message.ts'
import type { KeptLogo } from '../domain/logo.ts'
import type { ChangedLogo, ShownLogo } from '../ipc/contract.ts'
import { readLogo, saveLogo } from '../store/logo-store.ts'
import type { KeptClinic } from './keep-clinic.ts'

/** The clinic's logo, whatever became of the disk. */
export type StoredLogo = {
  readonly read: () => KeptLogo | null
  /** @returns it, and why it will be forgotten when the app ends, if it will be */
  readonly save: (logo: KeptLogo | null) => ChangedLogo
  /** Forgets what could not be kept, once a copy has taken the place of the records. */
  readonly forgetUnkept: () => void
}

const mediaTypes = { png: 'image/png', svg: 'image/svg+xml' } as const

/** A logo as the window can show it. */
export function toShownLogo(logo: KeptLogo | null): ShownLogo | null {
  return logo && { mediaType: mediaTypes[logo.type], bytes: new Uint8Array(logo.bytes) }
}

/**
 * The logo in clinic.db. What cannot be kept there holds until the app ends, like the settings.
 * @param kept gives clinic.db, or throws AppError storage-failed
 */
export function keepLogo(kept: Pick<KeptClinic, 'use'>): StoredLogo {
  let unkept: KeptLogo | null | undefined

  function read(): KeptLogo | null {
    if (unkept !== undefined) return unkept
    try {
      return kept.use(readLogo)
    } catch {
      return null // logged when it was opened, and told in the window on saving
    }
  }

  function save(logo: KeptLogo | null): ChangedLogo {
    try {
      kept.use((db) => saveLogo(db, logo))
      unkept = undefined
      return { logo: toShownLogo(logo), notKept: null }
    } catch (error) {
      if (!(error instanceof AppError)) throw error
      unkept = logo
      return { logo: toShownLogo(logo), notKept: tell('logo-not-kept', { why: error.told }) }
    }
  }

  return { read, save, forgetUnkept: () => void (unkept = undefined) }
}
